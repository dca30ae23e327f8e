using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Assessments;

/// <summary>An NHS professional or service named on a case: by the authority as involved with the child, by the DCO service because the family asked for them, or by a service that suggests them.</summary>
public sealed partial class InvolvedProfessional : IMovesWithCase, IAudited
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

    /// <summary>Names an entry of the directory.</summary>
    /// <param name="keys">The assessment.</param>
    /// <param name="position">The position in the list.</param>
    /// <param name="service">The service.</param>
    /// <param name="professional">The professional, or null for the whole service.</param>
    /// <param name="provider">What the provider is called.</param>
    public static InvolvedProfessional Of(CaseKeys keys, int position, HealthService service, Professional? professional, string? provider)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new(keys, position) { ServiceId = service.Id, ProfessionalId = professional?.Id, Name = professional?.FullName, ServiceName = service.Name, ProviderName = provider };
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

    /// <summary>Whether the family reasonably asked for this advice (regulation 6(1)(h)): not asking needs a reason.</summary>
    public bool FamilyAsked { get; set; }

    /// <summary>The service through which the DCO service asked, where the authority's words were no entry of the directory; null otherwise.</summary>
    public Guid? AskedServiceId { get; private set; }

    /// <summary>Why the DCO service does not ask, or null.</summary>
    public string? NotAskedReason { get; private set; }

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 1000;

    /// <summary>Who said so.</summary>
    public string? NotAskedByName { get; private set; }

    /// <summary>When that was said, UTC.</summary>
    public DateTime? NotAskedUtc { get; private set; }

    /// <summary>Person, service and provider in words.</summary>
    public string Words => string.Join(", ", new[] { Name, ServiceName == Name ? null : ServiceName, ProviderName }.Where(t => !string.IsNullOrWhiteSpace(t)));

    /// <summary>The service through which they are asked, as far as it is known.</summary>
    public Guid? AskedThrough => AskedServiceId ?? ServiceId;

    /// <summary>Says through which service they are asked.</summary>
    public void Asked(Guid serviceId) => AskedServiceId = ServiceId == serviceId ? null : serviceId;

    /// <summary>Takes in what is known of them since, where nothing was known.</summary>
    /// <returns>Whether anything was added.</returns>
    public bool FillIn(string? lastSeen, string? contact)
    {
        var before = (LastSeen, Contact);
        (LastSeen, Contact) = (LastSeen ?? lastSeen, Contact ?? contact);
        return before != (LastSeen, Contact);
    }

    /// <summary>Takes in that they are no longer involved.</summary>
    /// <returns>Whether that is new.</returns>
    public bool EndInvolvement()
    {
        var was = IsCurrent;
        IsCurrent = false;
        return was;
    }

    /// <summary>Marks that the family asked for this advice, or takes the mark off.</summary>
    /// <returns>The fact, or null when nothing changed.</returns>
    public FamilyAskedForAdvice? MarkFamilyAsked(CaseKeys keys, bool asked)
    {
        if (FamilyAsked == asked) { return null; }
        FamilyAsked = asked;
        return new(keys, Words, asked);
    }

    /// <summary>Says why they are not asked, or with null that they may be asked after all.</summary>
    /// <returns>The fact, or null when nothing changed.</returns>
    public NamedNotAsked? NotAsked(CaseKeys keys, string? reason, string byName, DateTime utc)
    {
        if (reason == NotAskedReason) { return null; }
        var fact = new NamedNotAsked(keys, Words, NotAskedReason, reason);
        (NotAskedReason, NotAskedByName, NotAskedUtc) = (reason, reason is null ? null : byName, reason is null ? null : utc);
        return fact;
    }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);
}
