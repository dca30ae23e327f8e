using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Advice;

/// <summary>An exemption of regulation 8(2) recorded beside a request's due date, which it does not move.</summary>
public sealed class AdviceExemption : ICaseRow, IAudited
{
    private AdviceExemption() { }

    /// <summary>Records an exemption on a request.</summary>
    public AdviceExemption(AdviceRequest request)
    {
        AssessmentId = request.AssessmentId;
        LocalAuthorityId = request.LocalAuthorityId;
        IcbId = request.IcbId;
        AdviceRequestId = request.Id;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The request.</summary>
    public Guid AdviceRequestId { get; private set; }

    /// <summary>The ground.</summary>
    public ExemptionGround Ground { get; set; }

    /// <summary>First day the ground applied: the missed appointment, or the start of absence (Europe/London).</summary>
    public DateOnly FromOn { get; set; }

    /// <summary>Last day, or null (Europe/London).</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>Why the ground made it impractical to answer in time: the second limb.</summary>
    public required string Impractical { get; set; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedByName { get; set; }

    /// <summary>The day it was recorded (Europe/London).</summary>
    public DateOnly RecordedOn { get; set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;
}
