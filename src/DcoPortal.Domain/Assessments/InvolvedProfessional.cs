namespace DcoPortal.Domain.Assessments;

/// <summary>An NHS professional or service that the authority named as involved with the child.</summary>
public sealed class InvolvedProfessional : IMovesWithCase, IAudited
{
    private InvolvedProfessional() { }

    /// <summary>Names a professional or service on an assessment.</summary>
    public InvolvedProfessional(CaseKeys keys, int position)
    {
        AssessmentId = keys.AssessmentId;
        LocalAuthorityId = keys.LocalAuthorityId;
        IcbId = keys.IcbId;
        Position = position;
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>Position in the authority's list, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The directory entry picked, or null when named freely.</summary>
    public Guid? ProfessionalId { get; set; }

    /// <summary>The directory service picked, or null when named freely.</summary>
    public Guid? ServiceId { get; set; }

    /// <summary>The person's name as given, or null when only the service is known.</summary>
    public string? Name { get; set; }

    /// <summary>The service as given.</summary>
    public string? ServiceName { get; set; }

    /// <summary>The provider as given.</summary>
    public string? ProviderName { get; set; }

    /// <summary>How to reach the professional or service, as given.</summary>
    public string? Contact { get; set; }

    /// <summary>When the child was last seen, as given (for example "spring 2026").</summary>
    public string? LastSeen { get; set; }

    /// <summary>Whether the professional or service is still involved; past involvement is worth asking about too.</summary>
    public bool IsCurrent { get; set; } = true;

    /// <summary>The day on which they answered before the case came into the portal, or null.</summary>
    public DateOnly? AnsweredOn { get; set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => AssessmentId = keys.AssessmentId;
}
