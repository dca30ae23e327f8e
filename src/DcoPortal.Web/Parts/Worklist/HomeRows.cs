namespace DcoPortal.Web.Parts.Worklist;

/// <summary>Makes sections of a worklist from requests.</summary>
internal static class HomeRows
{
    /// <summary>Most rows of one section.</summary>
    public const int Most = 10;

    /// <summary>Most rows of a section that no list shows on its own, so that it is whole where it stands.</summary>
    public const int MostWhole = 200;

    /// <summary>A section of the first rows.</summary>
    public static HomeSection Section(string heading, FirstRequests first, string empty, string? seeAll, Func<RequestRow, HomeItem> item) =>
        new(heading, [.. first.Rows.Take(Most).Select(item)], empty) { SeeAll = seeAll, Total = first.Total };

    /// <summary>The same, or none when there is nothing.</summary>
    public static IEnumerable<HomeSection> SectionIfAny(string heading, FirstRequests first, string? seeAll, Func<RequestRow, HomeItem> item) =>
        first.Total == 0 ? [] : [Section(heading, first, "", seeAll, item)];

    /// <summary>A request as something to know of; the caller adds what is to do.</summary>
    public static HomeItem Item(RequestRow r, DateOnly today) => r.IsReopened ? Dated(r, today) with
    {
        // its own date was met or missed with the first return
        DueOn = r.AwaitedOn,
        LocalDueOn = null,
        Law = null,
        Status = StatusOf(r.AwaitedOn, today),
        Since = r.NewAnswerAskedOn ?? r.ReceivedOn,
        HasExemption = false,
        IsLocalTarget = true,
    } : Dated(r, today);

    private static HomeItem Dated(RequestRow r, DateOnly today) => new(Addresses.AdviceRequest(r.Id), r.ChildName ?? r.Reference, Detail(r))
    {
        Child = r.Child,
        Who = r.Holder is null ? r.PlainName : r.Service,
        WhoNote = r.Holder ?? r.Place,
        Since = r.ReceivedOn,
        DueOn = r.DueOn,
        LocalDueOn = r.LocalDueOn,
        Law = r.Deadline,
        Status = r.StatusOn(today),
        HasExemption = r.HasExemption,
        IsLocalTarget = r.IsLocalTarget,
    };

    /// <summary>A service's name within a sentence: "Chase speech and language therapy", but "Chase CAMHS".</summary>
    public static string Within(string name) => name.Length > 1 && char.IsLower(name[1]) ? $"{char.ToLower(name[0], UkText.Culture)}{name[1..]}" : name;

    /// <summary>The heading over requests whose holder has no account, or one that was disabled or works in another service.</summary>
    public const string CannotSignIn = "With somebody who cannot sign in or open it";

    /// <summary>A request that nobody can answer until it is given to somebody else.</summary>
    public static HomeItem HeldByNobody(RequestRow r, DateOnly today) => Item(r, today) with
    {
        Href = Addresses.AdviceRequestPassOn(r.Id),
        ToDo = "Give the request to somebody else",
        Button = "Pass on",
        Who = r.Holder,
        WhoNote = r.Service,
        Trouble = "Cannot open it",
    };

    /// <summary>The promise of an answer in words, or null.</summary>
    public static string? Promise(RequestRow r) => r.PromisedOn is { } on ? $"promised for {UkText.LongDate(on)}" : null;

    /// <summary>An item with its deadline: the due date, the status, and the authority's own stricter date.</summary>
    public static HomeItem Due(this HomeItem item, Deadline deadline, DateOnly today) =>
        item with { Law = deadline, DueOn = deadline.Due, LocalDueOn = deadline.LocalDue, Status = deadline.HasLapsed(null) ? RagStatus.Lapsed : StatusOf(deadline.Due, today) };

    /// <summary>The status of work that is not done yet.</summary>
    public static RagStatus StatusOf(DateOnly due, DateOnly today) =>
        TrafficLight.On(today).Of(due);

    private static string Detail(RequestRow r) => string.Join(", ", new[] { r.Child is null ? r.Reference : null, r.Service, r.Holder, Promise(r) }.OfType<string>());
}
