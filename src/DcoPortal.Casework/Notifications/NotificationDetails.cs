namespace DcoPortal.Casework.Notifications;

/// <summary>For whom the DCO service records a notification that reached health outside the portal.</summary>
/// <param name="AuthorityId">The authority: one of the board's.</param>
/// <param name="ArrivedOn">The day its request arrived at health (Europe/London).</param>
/// <param name="ArrivedBy">How it arrived, or null.</param>
public sealed record RecordedForAuthority(Guid AuthorityId, DateOnly ArrivedOn, ArrivalWay? ArrivedBy);

/// <summary>Everything a notification says, typed and checked. Personal data. Its authority is the signed-in person's; the DCO service alone names one.</summary>
public sealed record NotificationDetails
{
    /// <summary>The board that is told, by the child's GP or home; null for the authority's only board.</summary>
    public Guid? IcbId { get; init; }

    /// <summary>How the assessment began: one of <see cref="AssessmentStarts.All"/>.</summary>
    public ClockEvent StartedBy { get; init; } = ClockEvent.RequestReceived;

    /// <summary>The day it began: the request received, the order made (Europe/London).</summary>
    public required DateOnly RequestReceivedOn { get; init; }

    /// <summary>Who asked for the assessment.</summary>
    public required RequestSource Source { get; init; }

    /// <summary>The decision, or null while under consideration.</summary>
    public AssessmentDecision? Decision { get; init; }

    /// <summary>The day of the decision (Europe/London); never null when there is one.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>For whom the DCO service records it; null where the authority logs it itself.</summary>
    public RecordedForAuthority? RecordedFor { get; init; }

    /// <summary>The day health was told of the request, where that was before it was recorded here; null for today.</summary>
    public DateOnly? HealthToldOn { get; init; }

    /// <summary>The day health was asked for advice, where that was before it was recorded here; null for today.</summary>
    public DateOnly? AdviceRequestedOn { get; init; }

    /// <summary>Primary need, a DfE code such as SLCN, or empty when not known.</summary>
    public string PrimaryNeed { get; init; } = "";

    /// <summary>Why the assessment was asked for, or null.</summary>
    public string? Reasons { get; init; }

    /// <summary>The authority's own reference, unique within the authority, or null.</summary>
    public string? AuthorityReference { get; init; }

    /// <summary>The colleague whose case it is to be, where an import names one; null otherwise.</summary>
    public CaseOwner? Owner { get; init; }

    /// <summary>The child or young person. One instance for one notification.</summary>
    public required ChildOrYoungPerson Child { get; init; }

    /// <summary>Family, views and sharing wishes. One instance for one notification.</summary>
    public FamilyView Family { get; init; } = new();

    /// <summary>School, college or early-years provider. One instance for one notification.</summary>
    public EducationSetting Setting { get; init; } = new();

    /// <summary>The NHS professionals and services named, in order.</summary>
    public IReadOnlyList<NamedProfessional> Professionals { get; init; } = [];

    /// <summary>What could not be read of it, to be put right.</summary>
    public IReadOnlyList<CellToCorrect> ToCorrect { get; init; } = [];

    /// <summary>Whom the family excludes in a row of the same child that makes a case of another authority.</summary>
    public IReadOnlyList<string> WishesElsewhere { get; init; } = [];
}

/// <summary>An NHS professional or service as the authority named it: picked from the directory, or in its own words.</summary>
public sealed record NamedProfessional
{
    /// <summary>The directory entry picked, or null.</summary>
    public Guid? ProfessionalId { get; init; }

    /// <summary>The directory service picked, or null.</summary>
    public Guid? ServiceId { get; init; }

    /// <summary>The person, or null when only the service is known.</summary>
    public string? Name { get; init; }

    /// <summary>The service as given.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The provider as given.</summary>
    public string? ProviderName { get; init; }

    /// <summary>How to reach the professional or service, as given.</summary>
    public string? Contact { get; init; }

    /// <summary>When the child was last seen, as given.</summary>
    public string? LastSeen { get; init; }

    /// <summary>Whether the professional or service is still involved with the child.</summary>
    public bool IsCurrent { get; init; } = true;

    /// <summary>Whether the family reasonably asked for this advice (regulation 6(1)(h)).</summary>
    public bool FamilyAsked { get; init; }

    /// <summary>The day on which they were asked before the case came into the portal, or null.</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>The day on which they answered before the case came into the portal, or null.</summary>
    public DateOnly? AnsweredOn { get; init; }
}
