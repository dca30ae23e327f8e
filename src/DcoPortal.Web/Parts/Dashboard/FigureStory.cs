using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>The figures in a few sentences, for somebody with one minute: how it went, why, and where the time goes.</summary>
internal static class FigureStory
{
    private const int LongStep = 7;

    public static (string Lead, string Words) HowItWent(FigurePeriod period, FigureShare now, FigureShare before)
    {
        if (now.IsNone) { return ("How it went", "No advice fell due."); }
        if (now.Rounded is not { } share) { return ("How it went", "Too little fell due to give a share without a child being recognised."); }
        var compared = before.Rounded switch
        {
            null => "",
            { } b when b == share => $" The same as {Of(period.Before)}.",
            { } b => $" That is {Points(Math.Abs(share - b))} {(share > b ? "more" : "less")} than {Of(period.Before)} ({b}%).",
        };
        return ("How it went", $"{share}% of the advice that fell due was given in time: {FigureSight.Number(now.Part)} of {FigureSight.Number(now.Whole)}, without nil returns.{compared}");
    }

    public static (string Lead, string Words) Why(IReadOnlyList<(AdviceOutcome Outcome, int Count)> missed, (string Name, int Missed, int Of)? most)
    {
        var all = missed.Sum(m => m.Count);
        return all == 0 ? ("Why", "Nothing that fell due was late or missing.") : ("Why", $"{NotInTime(all)}: {Listed(Parts(missed))}.{At(most)}");
    }

    /// <summary>The same where one of the parts is hidden.</summary>
    public static (string Lead, string Words) WhyInAll(int all, IReadOnlyList<(AdviceOutcome Outcome, int Count)> shown, (string Name, int Missed, int Of)? most) =>
        ("Why", $"{NotInTime(all)}{(Parts(shown) is { Count: > 0 } parts ? $", of which {Listed(parts)}. The rest is in parts too small to show." : ". Its parts are too small to show.")}{At(most)}");

    public static (string Lead, string Words) WhereTimeGoes(StepLine asked, IReadOnlyList<StepLine> steps)
    {
        if (asked.Median is not { } median) { return ("Where the time goes", asked.Never.Length > 0 ? "Half of the advice has not come yet." : "Too little fell due to say."); }
        var ninety = asked.Ninety is { } days ? $"9 in 10 within {UkText.Days(days)}" : asked.Never;
        // a step that many requests never record is missing here, and a short one explains nothing
        var slowest = steps.Where(s => s.Median >= LongStep).OrderByDescending(s => s.Median).FirstOrDefault();
        var longest = slowest is null ? "" : $" The longest step is “{slowest.Name.ToLower(UkText.Culture)}” (the {slowest.Owner.Replace("Local", "local", StringComparison.Ordinal).Replace("Health", "health", StringComparison.Ordinal)}): {UkText.Days(slowest.Median!.Value)} for half of them.";
        return ("Where the time goes", $"Half of the advice came within {UkText.Days(median)} of asking health; {ninety}. The law gives 42 days.{longest}");
    }

    /// <summary>Late plans, and how much of it late advice can explain. The days by which advice passed its own due date are health's at most; the rest is not.</summary>
    public static (string Lead, string Words)? Plans(IReadOnlyList<PlanCount> plans, bool hides)
    {
        var all = plans.Sum(p => p.Count);
        var late = plans.Where(p => p.DaysLate > 0).ToList();
        var (lateCount, withHealth, lacking) = (late.Sum(p => p.Count), late.Where(p => p.HealthDays > 0).Sum(p => p.Count), plans.Where(p => p.Lacking).Sum(p => p.Count));
        bool Small(int n) => hides && n is > 0 and < BoardMemberFigures.SmallestShown;
        if (all == 0) { return null; }
        if (Small(all) || Small(lateCount) || Small(all - lateCount)) { return ("Plans", "Too few to show without a child being recognised."); }
        var words = $"{Sent(all)}, {FigureSight.Number(lateCount)} after the authority’s own limit.";
        if (lateCount > 0 && !Small(withHealth) && !Small(lateCount - withHealth))
        {
            var (days, health) = (late.Sum(p => p.DaysLate * p.Count), late.Sum(p => Math.Min(p.DaysLate, p.HealthDays) * p.Count));
            words += withHealth == 0 ? " Health advice was late for none of these." : $" For {FigureSight.Number(withHealth)} of these health advice was late too: it explains at most {FigureSight.Number(health)} of the {UkText.Days(days)} by which plans were late.";
        }
        if (lacking > 0 && !Small(lacking) && !Small(all - lacking)) { words += $" {FigureSight.Number(lacking)} {(lacking == 1 ? "lacks" : "lack")} advice that was asked for."; }
        return ("Plans", words);
    }

    private static string NotInTime(int all) => $"{FigureSight.Number(all)} {(all == 1 ? "was" : "were")} not in time";

    private static IReadOnlyList<string> Parts(IReadOnlyList<(AdviceOutcome Outcome, int Count)> missed) => [.. missed.Where(m => m.Count > 0).OrderByDescending(m => m.Count).Select(m => $"{FigureSight.Number(m.Count)} {Phrase(m.Outcome)}")];

    private static string At((string Name, int Missed, int Of)? most) => most is { } m ? $" The most at one provider: {m.Name}, {FigureSight.Number(m.Missed)} of its {FigureSight.Number(m.Of)}." : "";

    private static string Listed(IReadOnlyList<string> words) => words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";

    private static string Sent(int plans) => $"{UkText.Count(plans, "plan")} {(plans == 1 ? "was" : "were")} issued";

    private static string Points(int points) => points == 1 ? "1 percentage point" : $"{points} percentage points";

    private static string Of(FigurePeriod period) => period.Kind == PeriodKind.Free ? "in as many days before" : $"in {period.Name}";

    private static string Phrase(AdviceOutcome outcome) => outcome switch
    {
        AdviceOutcome.Late => "came late",
        AdviceOutcome.NotGivenOpen => "not given and still open",
        AdviceOutcome.NotGivenClosed => "not given and closed",
        _ => "excused by law",
    };
}
