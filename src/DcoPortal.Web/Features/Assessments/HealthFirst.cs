namespace DcoPortal.Web.Features.Assessments;

/// <summary>What of a case decides which of its dates presses most.</summary>
/// <param name="IsOpen">Whether the assessment goes on.</param>
/// <param name="HealthAskedOn">The day health received the request for advice, or null (Europe/London).</param>
/// <param name="IsTriaged">Whether everybody who is to be asked was asked.</param>
/// <param name="IsUnasked">Whether somebody in health still is to be asked while health's time runs: it is among the <see cref="UnaskedCases"/>.</param>
public sealed record CaseDates(bool IsOpen, DateOnly? HealthAskedOn, bool IsTriaged, bool IsUnasked);

/// <summary>One request among them.</summary>
/// <param name="Stage">Its stage.</param>
/// <param name="Kind">Statutory advice or early information.</param>
/// <param name="Due">Its due date or target, or the day by which a new version or an addendum is wanted: see <see cref="AdviceRequest.AwaitedOn"/> (Europe/London).</param>
/// <param name="IsRunning">Whether that date still runs.</param>
/// <param name="WasSent">Whether it was ever sent.</param>
/// <param name="IsNotReplaced">Whether it was closed so that somebody else is asked, and nobody was.</param>
/// <param name="Service">The service, in an order of names.</param>
/// <param name="Place">Its provider and town, or nothing.</param>
public sealed record RequestDate(RequestStage Stage, AdviceKind Kind, DateOnly Due, bool IsRunning, bool WasSent, bool IsNotReplaced, string Service, string Place)
{
    /// <summary>Whether the date is a local target and not law.</summary>
    public bool IsLocal => Kind == AdviceKind.EarlyInformation || Stage == RequestStage.Reopened;

    /// <summary>Whether advice of it was returned and stands.</summary>
    public bool HasAdvice { get; init; }

    /// <summary>What was asked and not answered is awaited after the end too; nobody is asked anew then.</summary>
    public bool IsAwaited(bool isOpen) => !Stage.IsEnd() && (isOpen || !Stage.IsWithNobody());

    /// <summary>Whether health is late with it: the twin of <see cref="RequestStages.HealthIsLateWith"/> in memory.</summary>
    public bool IsLate(bool isOpen, DateOnly today) => IsAwaited(isOpen) && IsRunning && !IsLocal && Due < today;
}

/// <summary>A date of health that presses more than the authority's next one: the one rule of the case, the list and its file.</summary>
/// <param name="Due">The date (Europe/London).</param>
/// <param name="What">Whose it is, in words.</param>
/// <param name="IsLocal">Whether it is a local target and not law.</param>
public sealed record HealthFirst(DateOnly Due, string What, bool IsLocal)
{
    /// <summary>Null where the authority's date comes first, or no date of health runs.</summary>
    /// <param name="of">The case.</param>
    /// <param name="requests">Its requests.</param>
    /// <param name="authorityDue">The authority's next date, or null (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    public static HealthFirst? Of(CaseDates of, IReadOnlyList<RequestDate> requests, DateOnly? authorityDue, DateOnly today)
    {
        var running = requests.Where(r => r.IsAwaited(of.IsOpen) && r.IsRunning).OrderBy(r => r.Due).ThenBy(r => r.Service, StringComparer.Ordinal).ToList();
        var law = OfLaw(of, requests, running.Find(r => !r.IsLocal));
        var lawDue = authorityDue < law?.Due ? authorityDue : law?.Due ?? authorityDue;
        // a local target hides no date of the law that falls before it, or has passed, and not the plan that health is owed after the end
        if (running.Find(r => r.IsLocal) is { } local && !(lawDue <= local.Due) && !(lawDue < today) && (of.IsOpen || authorityDue is null)) { return Of(local); }
        // health's date wins when both fall on one day, because there is no plan without the advice
        return law?.Due > authorityDue ? null : law;
    }

    private static HealthFirst? OfLaw(CaseDates of, IReadOnlyList<RequestDate> requests, RequestDate? urgent)
    {
        var unasked = UnaskedDue(of);
        if (urgent is not null && !(unasked < urgent.Due)) { return Of(urgent); }
        return unasked is { } due ? new(due, $"Health advice: {WhyUnasked(of, requests)}", IsLocal: false) : null;
    }

    private static HealthFirst Of(RequestDate r) => new(r.Due, string.Join(", ", new[] { r.Service, r.Place, r.Stage == RequestStage.Reopened ? "new answer asked for" : "" }.Where(s => s.Length > 0)), r.IsLocal);

    /// <summary>How it stands, in words.</summary>
    /// <param name="today">Today (Europe/London).</param>
    public string Words(DateOnly today) => StatusVocabulary.Words(Status(today), Due, null, today, IsLocal);

    /// <summary>How it stands.</summary>
    /// <param name="today">Today (Europe/London).</param>
    public RagStatus Status(DateOnly today) => TrafficLight.On(today).Of(Due);

    /// <summary>Health's date where somebody still is to be asked and health's time goes on; else null.</summary>
    /// <param name="of">The case.</param>
    public static DateOnly? UnaskedDue(CaseDates of) => of is { IsUnasked: true, HealthAskedOn: { } on } ? StatutoryClock.ForHealthAdvice(on).Due : null;

    /// <summary>Whether somebody chose that another service be asked, and nobody is: while the case is in triage somebody still is to be.</summary>
    /// <param name="of">The case.</param>
    /// <param name="requests">Its requests.</param>
    public static bool IsToReplace(CaseDates of, IReadOnlyList<RequestDate> requests) => of is { IsOpen: true, IsTriaged: false } && requests.Any(r => r.IsNotReplaced);

    private static string WhyUnasked(CaseDates of, IReadOnlyList<RequestDate> requests) => (IsToReplace(of, requests), requests.Any(IsAsked)) switch
    {
        (true, true) => "nobody is asked in its place",
        (false, true) => "no service that answered has any",
        _ => requests.Any(r => r is { Kind: AdviceKind.Statutory, WasSent: true }) ? "nobody is asked now" : EarlyInformation.NobodyYet(EarlyOf(requests)),
    };

    /// <summary>What the case has of early information.</summary>
    /// <param name="requests">Its requests.</param>
    public static EarlyStanding EarlyOf(IEnumerable<RequestDate> requests) => EarlyInformation.Of(requests.Where(r => r.Kind == AdviceKind.EarlyInformation).Select(r => (r.WasSent, r.HasAdvice)));

    private static bool IsAsked(RequestDate r) => r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed;
}
