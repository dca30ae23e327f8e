namespace DcoPortal.Web.Parts.Worklist;

/// <summary>What the line of a folded section says beside its count: how late, how much is due soon, or how old.</summary>
public static class SectionNote
{
    /// <summary>The words, perhaps empty.</summary>
    public static string Of(HomeSection section, DateOnly today) => section switch
    {
        { Note: { } note } => note,
        { Total: 0 } => "nothing waits",
        _ => string.Join(", ", Parts(section, today).OfType<string>()),
    };

    /// <summary>"today", "3 days", "6 weeks": how long something has waited, in one unit.</summary>
    public static string Age(DateOnly since, DateOnly today) => (today.DayNumber - since.DayNumber) switch
    {
        <= 0 => "today",
        < 14 and var days => UkText.Days(days),
        var days => UkText.Count(days / 7, "week"),
    };

    private static string?[] Parts(HomeSection section, DateOnly today)
    {
        var open = section.Items.Where(i => i.Words is null && i.Status is RagStatus.Overdue or RagStatus.DueSoon or RagStatus.OnTrack).ToList();
        // what is not shown may be older, but is never due earlier
        if (open.Count == 0) { return [section.HasMore ? null : Oldest(section.Items, today)]; }
        var late = new[] { Latest(open.FindAll(i => !i.IsLocalTarget), "overdue", today), Latest(open.FindAll(i => i.IsLocalTarget), "past local target", today), section.HasMore ? null : Soon(open) };
        return Array.TrueForAll(late, l => l is null) ? [$"first due in {UkText.Days(open.Min(i => i.DueOn)!.Value.DayNumber - today.DayNumber)}"] : late;
    }

    private static string? Oldest(IReadOnlyList<HomeItem> items, DateOnly today) =>
        items.Min(i => i.Since) is { } since ? since >= today ? "all from today" : $"oldest {Age(since, today)}" : null;

    private static string? Latest(List<HomeItem> items, string words, DateOnly today) =>
        items.Min(i => i.DueOn) is { } due && due < today ? $"up to {UkText.Days(today.DayNumber - due.DayNumber)} {words}" : null;

    private static string? Soon(List<HomeItem> items) =>
        items.Count(i => i.Status == RagStatus.DueSoon) is > 0 and var soon ? $"{soon.ToString(UkText.Culture)} due within {UkText.Days(TrafficLight.DueSoonDays)}" : null;
}
