namespace DcoPortal.Web.Parts.Worklist;

/// <summary>Makes sections of a worklist from requests.</summary>
internal static class HomeRows
{
    /// <summary>Most rows of one section.</summary>
    public const int Most = 10;

    /// <summary>A section of the first rows; the query reads one more, to know whether there are more.</summary>
    public static HomeSection Section(string heading, IReadOnlyList<RequestRow> rows, DateOnly today, string empty, string? seeAll,
        Func<RequestRow, string>? href = null, Func<RequestRow, string?>? words = null) =>
        new(heading, [.. rows.Take(Most).Select(r => new HomeItem(href?.Invoke(r) ?? Addresses.AdviceRequest(r.Id), r.ChildName ?? r.Reference, Detail(r))
        {
            DueOn = r.DueOn,
            LocalDueOn = r.LocalDueOn,
            Status = r.StatusOn(today),
            Words = words?.Invoke(r),
            HasExemption = r.HasExemption,
            IsLocalTarget = r.IsLocalTarget,
        })], empty)
        { SeeAll = seeAll, HasMore = rows.Count > Most };

    /// <summary>An item with its deadline: the due date, the status, and the authority's own stricter date.</summary>
    public static HomeItem Due(this HomeItem item, Deadline deadline, DateOnly today) =>
        item with { DueOn = deadline.Due, LocalDueOn = deadline.LocalDue, Status = StatusOf(deadline.Due, today) };

    /// <summary>The status of work that is not done yet.</summary>
    public static RagStatus StatusOf(DateOnly due, DateOnly today) =>
        TrafficLight.On(today).Of(due);

    private static string Detail(RequestRow r) => $"{r.Reference}, {r.Service}{(r.Holder is null ? "" : $", {r.Holder}")}{(r.PromisedOn is { } on ? $", promised for {UkText.LongDate(on)}" : "")}";
}
