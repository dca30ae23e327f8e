using System.Globalization;
using System.Text;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Domain.Statutory;

/// <summary>The tables of docs/statutory-clock.md are made from the rules; the prose around them is kept as it is.</summary>
public sealed class StatutoryClockDocumentTests
{
    private const string Name = "statutory-clock.md";

    [Fact]
    public void The_tables_of_the_document_are_the_rules_in_the_code()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", Name)).ReplaceLineEndings("\n");
        foreach (var (mark, table) in new[] { ("routes", Routes()), ("rules", Rules()), ("untimed", Untimed()), ("exemptions", Exemptions()), ("unsettled", Unsettled()), ("notes", Notes()) })
        {
            text = Replace(text, mark, table);
        }

        Repository.AssertDocument(Name, text);
    }

    private static string Replace(string text, string mark, string table)
    {
        var (start, end) = ($"<!-- {mark}: made from the code -->\n", $"<!-- end of {mark} -->");
        var (from, to) = (text.IndexOf(start, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"docs/{Name} has lost its marks for the table of {mark}.");
        return $"{text[..from]}{start}\n{table}\n{text[to..]}";
    }

    private static string Routes() => Table(["Route", "Clocks"],
        Enum.GetValues<OriginRoute>().Select(route => (string[])[OriginRoutes.NameOf(route), string.Join(", ", StatutoryRules.All.Where(r => r.Routes.Contains(route)).Select(r => $"`{r.Key}`").Distinct())]));

    private static string Rules() => Table(["Key", "Who must", "Do what", "Limit", "Counted", "Source", "Law since"],
        StatutoryRules.All.Select(r => (string[])
        [
            $"`{r.Key}`{(r.IsConfirmed ? "" : " *")}", DutyHolders.NameOf(r.Holder), r.Duty.TrimEnd(','), r.Limit.Words, Counted(r), r.Citation,
            !r.IsStatutory ? "local" : $"{Iso(r.EffectiveFrom)}{(r.EffectiveUntil is { } until ? $" to {Iso(until)}" : "")}",
        ]));

    private static string Counted(StatutoryRule rule)
    {
        var day = ClockEvents.DayOf(rule.StartsFrom);
        var way = rule.Limit switch
        {
            { IsSameDay: true } => $"on {day}",
            { Unit: TimeUnit.DayOfYear } => $"in the year of {day}",
            { Counting: CountingConvention.BeginningWith } => $"beginning with {day}",
            { Counting: CountingConvention.Before } => $"at least, before {day}",
            _ => $"from {day}",
        };
        if (rule.Ending == EndOfTime.TribunalRules) { way += ", to the last lawful day of rule 12"; }
        if (rule.OnlyIf is { } condition) { way += $"; only if {condition}"; }
        return rule.WhenSeveral switch
        {
            WhenSeveral.LaterCounts => $"{way}; the later of its kind counts",
            WhenSeveral.EarlierCounts => $"{way}; the earlier of its kind counts",
            _ => rule.IsLeastTime ? $"{way}; the least that must be given" : way,
        };
    }

    private static string Untimed() => Table(["Who must", "Do what", "When", "Source"],
        UntimedDuty.All.Select(d => (string[])[DutyHolders.NameOf(d.Holder), d.Duty, d.When, d.Citation + (d.IsConfirmed ? "" : " *")]));

    private static string Exemptions()
    {
        var lists = Enum.GetValues<ExemptionList>().Where(l => l != ExemptionList.None).ToList();
        return Table(["Reason", .. lists.Select(l => $"reg {ExemptionLists.RegulationOf(l)}")],
            Enum.GetValues<ExemptionGround>().Select(ground => (string[])
            [
                ExemptionRules.NameOf(ground),
                .. lists.Select(l => ExemptionLists.GroundsOf(l).FirstOrDefault(g => g.Ground == ground) is { } listed ? Cell(listed) : "no"),
            ]));
    }

    private static string Cell(ListedGround listed) =>
        listed.Paragraph + (listed.MustBePersonal ? ", personal" : "") + (listed.ShortestAbsenceDays > 0 ? $", {listed.ShortestAbsenceDays} days" : "");

    private static string Unsettled() => Table(["Key", "What is unsettled, and how it is treated"],
        StatutoryRules.All.Where(r => !r.IsConfirmed).Select(r => (string[])[$"`{r.Key}`", r.Note!]));

    private static string Notes() => Table(["Keys", "Note"],
        StatutoryRules.All.Where(r => r.IsConfirmed && r.Note is not null).GroupBy(r => r.Note!).Select(g => (string[])[string.Join(", ", g.Select(r => $"`{r.Key}`")), g.Key]));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Table(string[] heads, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. heads.Select(_ => "---")]).Prepend(heads)) { text.Append("| ").AppendJoin(" | ", row).Append(" |\n"); }
        return text.ToString();
    }
}
