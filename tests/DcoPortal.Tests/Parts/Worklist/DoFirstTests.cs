using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Tests.Parts.Worklist;

public sealed class DoFirstTests
{
    // a Saturday
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    // the most overdue first, then the nearest
    [InlineData("due -9", "due -2")]
    [InlineData("due -1", "due 0")]
    [InlineData("due 0", "due 20")]
    // without a date: as if due on the second working day after it began to wait
    [InlineData("since 2026-11-19", "since 2026-11-20")]
    [InlineData("due 2", "since 2026-11-27")]
    [InlineData("since 2026-11-27", "due 4")]
    [InlineData("due -5", "since 2026-11-25")]
    // an exemption or a local target comes after all that the law dates and after all that has no date
    [InlineData("due 20", "exempt -30")]
    [InlineData("since 2026-11-27", "local -30")]
    [InlineData("exempt -30", "local -29")]
    // what no colleague can do comes before everything else
    [InlineData("yours 20", "due -30")]
    [InlineData("yours -2", "yours 3")]
    // of one day, what has waited longest; then the reference
    [InlineData("due 3 since 2026-11-01", "due 3 since 2026-11-02")]
    [InlineData("due 3 since 2026-11-02 LCC-26-00001", "due 3 since 2026-11-02 LCC-26-00002")]
    public void The_rule_puts_one_thing_before_another(string first, string second)
    {
        var (a, b) = (Item(first), Item(second));

        Assert.Equal([a, b], DoFirst.Of([a, b], Today));
        Assert.Equal([a, b], DoFirst.Of([b, a], Today));
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-27")] // Wednesday, Friday
    [InlineData("2026-11-26", "2026-11-30")] // Thursday, Monday
    [InlineData("2026-11-28", "2026-12-01")] // Saturday, Tuesday
    [InlineData("2026-12-24", "2026-12-30")] // Christmas Day, a weekend and the substitute day for Boxing Day are none
    public void Without_a_date_it_counts_as_due_on_the_second_working_day(string since, string due) =>
        Assert.Equal(Date(due), DoFirst.AsIfDue(Date(since)));

    [Fact]
    public void What_waits_for_somebody_else_is_left_out_and_no_more_than_ten_are_named()
    {
        var many = Enumerable.Range(0, 14).Select(n => Item($"due {n}")).ToList();
        var others = Item("due -50") with { ToDo = null };

        var first = DoFirst.Of([others, .. many], Today);

        Assert.Equal(many[..10], first);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static HomeItem Item(string words)
    {
        var parts = words.Split(' ');
        var reference = parts.FirstOrDefault(p => p.StartsWith("LCC", StringComparison.Ordinal)) ?? "LCC-26-00001";
        var due = parts[0] == "since" ? (DateOnly?)null : Today.AddDays(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        var since = Array.IndexOf(parts, "since") is >= 0 and var at ? Date(parts[at + 1]) : (DateOnly?)null;
        return new HomeItem("/", "Title", "")
        {
            ToDo = "Do it",
            Child = new ChildLine("Ada", new(2018, 1, 1), null, reference),
            DueOn = due,
            Since = since,
            HasExemption = parts[0] == "exempt",
            IsLocalTarget = parts[0] == "local",
            OnlyYou = parts[0] == "yours",
        };
    }
}
