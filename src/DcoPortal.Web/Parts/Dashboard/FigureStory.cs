using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>The figures in three sentences, for somebody with one minute: how it went, why, and where the time goes.</summary>
internal static class FigureStory
{
    private const int LongStep = 7;
    private const int MostReasons = 4;

    public static StoryLine HowItWent(FigurePeriod period, FigureShare now, FigureShare before, FigureText nil, bool isBoard)
    {
        const string lead = "How it went";
        if (now.IsNone) { return new(lead, ["No advice fell due."]); }
        if (now.Rounded is not { } share) { return new(lead, [Hidden(period, isBoard)]); }
        var compared = before.Percent is not { } was ? before.IsNone ? " No advice fell due in the period before, so there is nothing to compare it with." : " There is nothing to compare it with in the period before." : Compared(now.Percent!.Value, was, Of(period.Before));
        List<StoryPart> parts = [$"{share}% of the advice that was owed reached the local authority in time: {FigureShare.Number(now.Part)} of {FigureShare.Number(now.Whole)}."];
        // what fell due and is no part of the share, so that the two totals of the page are told apart
        if (nil.Number > 0) { parts.AddRange([" Beside these, for ", StoryPart.Of(nil), " the service had no advice to give."]); }
        return new(lead, [.. parts, compared]);
    }

    // the reason is never that nothing happened
    private static string Hidden(FigurePeriod period, bool isBoard) => isBoard && period.Kind != PeriodKind.Quarter
        ? $"Board members see quarters: {(period.Kind == PeriodKind.Month ? "a month" : "another period")}, taken from its quarter, could point to a child."
        : "Too little fell due to say without a child being recognised.";

    public static StoryLine Why(FigurePeriod period, bool isBoard, FigureText missed, IReadOnlyList<ReasonLine> reasons, IReadOnlyList<CauseLine> causes, IReadOnlyList<OutcomeLine> outcomes, IReadOnlyList<MostMissed> most)
    {
        const string lead = "Why";
        if (missed.Number is not { } all) { return new(lead, [Hidden(period, isBoard)]); }
        if (all == 0) { return new(lead, ["Nothing that fell due was late or missing."]); }
        List<StoryPart> parts = [StoryPart.Of(missed), all == 1 ? " was not in time" : " were not in time"];
        var said = reasons.Where(r => r.Figure.Number > 0).ToList();
        var counted = causes.Where(c => c.Figure.Number > 0).OrderByDescending(c => c.Figure.Number).ToList();
        var became = outcomes.Where(o => o.Now.Number > 0).ToList();
        if (said.Count > 0)
        {
            if (became.Count > 1) { parts.Add(": "); Join(parts, became.Select(o => (o.Name.ToLower(UkText.Culture), o.Now)), "; ", "; "); }
            parts.AddRange([". ", .. Reasons(said)]);
        }
        else if (counted.Count > 0) { parts.Add(". Each lost most of its days "); Join(parts, counted.Select(c => (c.Name, c.Figure)), ", ", " or "); }
        else if (outcomes is [{ Outcomes.Count: > 1 }]) { parts.Add(". The quarter says why, and where the most was not in time"); }
        else { parts.Add(": "); Join(parts, became.Select(o => (o.Name.ToLower(UkText.Culture), o.Now)), ", ", " and "); }
        parts.Add(".");
        if (most is [var first, ..]) { parts.AddRange([$" The most in one place: {first.Name}, ", StoryPart.Of(first.Missed), $" of its {first.Due.Text}."]); }
        return new(lead, parts);
    }

    public static StoryLine WhereTimeGoes(FigurePeriod period, bool isBoard, StepLine asked, IReadOnlyList<StepLine> steps, IReadOnlyList<CauseLine> causes, FigureText missed)
    {
        const string lead = "Where the time goes";
        if (asked.Median is not { } median) { return new(lead, [asked.Never.Length > 0 ? "Half of the advice has not come yet." : Hidden(period, isBoard)]); }
        var ninety = asked.Ninety is { } days ? $", and 9 in 10 within {UkText.Days(days)}" : asked.Never.Length > 0 ? $", and more than 1 in 10 {asked.Never}" : "";
        // a step that many requests never record is missing here, and a short one explains nothing
        var slowest = steps.Where(s => s.Median >= LongStep).OrderByDescending(s => s.Median).FirstOrDefault();
        var longest = slowest is null ? "" : $" The longest step is {slowest.Name.ToLower(UkText.Culture)}, by {slowest.Owner}: half took {UkText.Days(slowest.Median!.Value)} or less{(slowest.Ninety is { } most ? $", 1 in 10 more than {most}" : "")}.";
        List<StoryPart> parts = [$"Half of the advice came within {UkText.Days(median)} of health being told{ninety}; the law gives 42.{longest}"];
        if (causes.Where(c => c.Figure.Number > 0).MaxBy(c => c.Figure.Number) is { Causes.Count: 1 } worst) { parts.AddRange([" Of what was not in time, ", StoryPart.Of(worst.Figure), $" of {missed.Text} lost the most days {worst.Name}."]); }
        return new(lead, parts);
    }

    private static List<StoryPart> Reasons(List<ReasonLine> said)
    {
        var none = said.FirstOrDefault(r => r.IsNone);
        var given = said.Where(r => !r.IsNone).ToList();
        if (given.Count == 0) { return ["Nobody has recorded why"]; }
        List<StoryPart> parts = ["The reasons given: "];
        var (named, others) = given.Count > MostReasons ? (given.Take(MostReasons), given.Skip(MostReasons).Sum(r => r.Figure.Number ?? 0)) : (given.AsEnumerable(), 0);
        Join(parts, named.Select(r => (r.Name, r.Figure)), "; ", "; ");
        if (others > 0) { parts.Add($"; others ({FigureShare.Number(others)})"); }
        if (none is not null) { parts.AddRange(["; for ", StoryPart.Of(none.Figure), " nobody has recorded one"]); }
        return parts;
    }

    private static void Join(List<StoryPart> parts, IEnumerable<(string Name, FigureText Figure)> counted, string between, string last)
    {
        var all = counted.ToList();
        for (var n = 0; n < all.Count; n++) { parts.AddRange([n == 0 ? "" : n == all.Count - 1 ? last : between, $"{all[n].Name} (", StoryPart.Of(all[n].Figure), ")"]); }
    }

    private static string Compared(double now, double was, string when)
    {
        var points = FigureShare.Tenths(Math.Abs(now - was));
        return points == "0" ? $" That is the same as {when}." : $" That is {points} {(points == "1" ? "percentage point" : "percentage points")} {(now > was ? "more" : "less")} than {when} ({FigureShare.Tenths(was)}%).";
    }

    private static string Of(FigurePeriod period) => period.Kind == PeriodKind.Free ? "in as many days before" : $"in {period.Name}";
}
