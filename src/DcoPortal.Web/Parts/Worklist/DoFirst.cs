namespace DcoPortal.Web.Parts.Worklist;

/// <summary>
/// Chooses what to do first. The rule: what may go against a family's wish comes first of all, then what no colleague can do; of the rest, what the law dates comes before what an exemption excuses or only a local target dates;
/// within each by due date, the most overdue first, and what has no date counts as due on the second working day after it began
/// to wait; then what has waited longest, then by reference.
/// </summary>
public static class DoFirst
{
    /// <summary>The most that are named.</summary>
    public const int Most = 10;

    /// <summary>The things to do first of all that wait for a person.</summary>
    /// <param name="items">Everything read, to do or only to know of.</param>
    /// <param name="today">Today (Europe/London): what has no day at all began to wait today.</param>
    public static IReadOnlyList<HomeItem> Of(IEnumerable<HomeItem> items, DateOnly today) =>
    [
        .. items.Where(i => i.ToDo is not null)
            .OrderByDescending(i => i.AtOnce)
            .ThenByDescending(i => i.OnlyYou)
            .ThenBy(i => i.HasExemption || i.IsLocalTarget)
            .ThenBy(i => i.Status == RagStatus.Lapsed ? AsIfDue(today) : i.DueOn ?? AsIfDue(i.Since ?? today))
            .ThenBy(i => i.Since ?? today)
            .ThenBy(i => i.Child?.Reference ?? i.Title, StringComparer.Ordinal)
            .Take(Most),
    ];

    /// <summary>The second working day after a day (Europe/London).</summary>
    public static DateOnly AsIfDue(DateOnly since)
    {
        var day = since;
        for (var worked = 0; worked < 2;)
        {
            day = day.AddDays(1);
            if (EnglandBankHolidays.IsWorkingDay(day)) { worked++; }
        }
        return day;
    }
}
