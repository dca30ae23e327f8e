namespace DcoPortal.Web.Features.Advice.TrafficLights;

/// <summary>One open request by its reference, without the child's or a professional's name, so that the list can be handed to a provider.</summary>
public sealed record TrafficLightRow
{
    /// <summary>The key, for the link on the page; never printed or exported.</summary>
    public Guid Id { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The service.</summary>
    public Guid ServiceId { get; init; }

    /// <summary>The service's name.</summary>
    public required string Service { get; init; }

    /// <summary>The local authority.</summary>
    public required string Authority { get; init; }

    /// <summary>Statutory advice or early information.</summary>
    public AdviceKind Kind { get; init; }

    /// <summary>The day the request was sent (Europe/London).</summary>
    public DateOnly SentOn { get; init; }

    /// <summary>The due date (Europe/London).</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The authority's own stricter date, or null. Local, not law (Europe/London).</summary>
    public DateOnly? LocalDueOn { get; init; }

    /// <summary>The day by which the answer was promised, or null (Europe/London). The due date stands.</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>How often the request was chased.</summary>
    public int Chases { get; init; }

    /// <summary>Whether an exemption is recorded.</summary>
    public bool HasExemption { get; init; }

    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Whether the date is a local target and not law.</summary>
    public bool IsLocalTarget => Kind == AdviceKind.EarlyInformation;

    /// <summary>The status today.</summary>
    public RagStatus Status => TrafficLight.On(Today).Of(DueOn);

    /// <summary>The status as shown; in this order the worst comes first.</summary>
    public StatusLook Look => StatusVocabulary.Of(Status, IsLocalTarget);

    /// <summary>Days left; below nought when the due date has passed.</summary>
    public int DaysLeft => DueOn.DayNumber - Today.DayNumber;
}

/// <summary>The requests of one service, the worst first.</summary>
public sealed record TrafficLightGroup(string Service, IReadOnlyList<TrafficLightRow> Rows);

/// <summary>One provider, with the number of its open requests for each status.</summary>
/// <param name="Id">The provider.</param>
/// <param name="Name">The provider's name.</param>
/// <param name="OdsCode">The provider's ODS code, for a file name.</param>
/// <param name="Counts">The number of requests for each status that occurs.</param>
public sealed record TrafficLightProvider(Guid Id, string Name, string OdsCode, IReadOnlyDictionary<StatusLook, int> Counts)
{
    /// <summary>The number of all its open requests.</summary>
    public int Total => Counts.Values.Sum();
}

/// <summary>The providers to choose from, when there are several: figures only, no request.</summary>
/// <param name="Providers">The providers, the one with most late requests first.</param>
/// <param name="Looks">The statuses that occur, the worst first.</param>
/// <param name="AsOfUtc">When the figures were read, UTC.</param>
public sealed record TrafficLightProviders(IReadOnlyList<TrafficLightProvider> Providers, IReadOnlyList<StatusLook> Looks, DateTime AsOfUtc);

/// <summary>The list of one provider, never of several, so that it can be handed to the provider.</summary>
public sealed record TrafficLightPage
{
    /// <summary>The rows of this page.</summary>
    public required ListPage<TrafficLightRow> List { get; init; }

    /// <summary>The provider.</summary>
    public required Guid Provider { get; init; }

    /// <summary>The provider's name.</summary>
    public required string ProviderName { get; init; }

    /// <summary>Whether there are other providers to choose from.</summary>
    public bool HasOthers { get; init; }

    /// <summary>When the list was read, UTC: printed with it.</summary>
    public required DateTime AsOfUtc { get; init; }

    /// <summary>Today in Europe/London.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The number of requests for each status, the worst first.</summary>
    public required IReadOnlyList<(StatusLook Look, int Count)> Totals { get; init; }

    /// <summary>Whether there are more requests than one list holds.</summary>
    public bool IsCut { get; init; }

    /// <summary>The rows by service, in the order of the list.</summary>
    public IEnumerable<TrafficLightGroup> Groups => List.Items.GroupBy(r => r.ServiceId).Select(g => new TrafficLightGroup(g.First().Service, [.. g]));
}
