using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Platform.Ui.Charts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>A figure as this reader may see it, with the list behind it.</summary>
/// <param name="Text">A number, or "Not shown".</param>
/// <param name="Href">The list, or null for readers who may see no case.</param>
/// <param name="What">What it counts, for those who hear the link alone.</param>
public sealed record FigureText(string Text, string? Href = null, string What = "")
{
    /// <summary>The number, or null where it is not shown.</summary>
    public int? Number { get; init; }
}

/// <summary>A piece of a sentence, perhaps a link, with what it leads to for those who hear the link alone.</summary>
public sealed record StoryPart(string Text, string? Href = null, string What = "")
{
    /// <summary>A figure with its list.</summary>
    internal static StoryPart Of(FigureText figure) => new(figure.Text, figure.Href, figure.What);

    public static implicit operator StoryPart(string text) => new(text);
}

/// <summary>A sentence or two with the words that lead it.</summary>
public sealed record StoryLine(string Lead, IReadOnlyList<StoryPart> Parts);

/// <summary>A row of a cut: one provider, service, need, …, or several together.</summary>
/// <param name="Keys">Of which rows it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Share">The share in time, or null where there is none.</param>
/// <param name="ShareText">The same in words: "86% of 52".</param>
/// <param name="Figures">Each column.</param>
public sealed record FigureTableRow(IReadOnlyList<string> Keys, string Name, double? Share, string ShareText, IReadOnlyList<FigureText> Figures);

/// <summary>An outcome, or several together, what it was in the period before, and what it is made of.</summary>
public sealed record OutcomeLine(IReadOnlyList<AdviceOutcome> Outcomes, string Name, string Meaning, FigureText Now, FigureText Before, IReadOnlyList<PartLine> Parts);

/// <summary>A part of a number: a reason, a ground, a band.</summary>
public sealed record PartLine(string Name, FigureText Figure);

/// <summary>Where most of the days went, for how many requests.</summary>
public sealed record CauseLine(IReadOnlyList<DelayCause> Causes, string Name, string Owner, FigureText Figure);

/// <summary>Why it was not in time as people said it, or several reasons together; null is no reason.</summary>
public sealed record ReasonLine(IReadOnlyList<LateReason?> Reasons, string Name, FigureText Figure)
{
    /// <summary>What is shown together, where the name does not say it.</summary>
    public string? Which => Reasons.Count < 3 ? null : string.Join(", ", Reasons.Select(FigureWords.InTwoWords));

    /// <summary>Whether it is the line of those for which nobody has said why.</summary>
    public bool IsNone => Reasons is [null];
}

/// <summary>A service or provider that accounts for much of the lateness.</summary>
public sealed record MostMissed(string Name, FigureText Missed, FigureText Due);

/// <summary>How long a step takes.</summary>
/// <param name="Name">The step.</param>
/// <param name="Owner">Who has the work meanwhile.</param>
/// <param name="Definition">From when to when, in a few words.</param>
/// <param name="Median">Days, or null.</param>
/// <param name="Ninety">Days within which nine in ten have made it, or null.</param>
/// <param name="Never">What became of the others, where nine in ten have not made it; else empty.</param>
public sealed record StepLine(string Name, string Owner, string Definition, int? Median, int? Ninety, string Never);

/// <summary>What was reported of the period, and what changed since.</summary>
public sealed record ReportedLine(string Words, IReadOnlyList<(string Name, string Reported, string Now)> Corrections)
{
    /// <summary>Each outcome and the total as they were reported, with the share and the day; null where the page itself shows what was reported, or nothing was.</summary>
    public (string On, string Share, IReadOnlyDictionary<string, int> Row)? AsReported { get; init; }
}

/// <summary>The page of figures.</summary>
public sealed record FiguresModel
{
    public required DateOnly Today { get; init; }

    /// <summary>The choice in force, with its period.</summary>
    public required FigureChoice Choice { get; init; }

    public required FigurePeriod Period { get; init; }

    /// <summary>What the figures are about, in words.</summary>
    public required string About { get; init; }

    /// <summary>Whether small numbers are hidden.</summary>
    public required bool HidesSmallNumbers { get; init; }

    /// <summary>The share in time as shown, such as "75%".</summary>
    public required string Headline { get; init; }

    /// <summary>The same in percent, without rounding; null where it is not shown.</summary>
    public double? Share { get; init; }

    /// <summary>Of what it is a share: "72 of 98, without nil returns".</summary>
    public required string HeadlineOf { get; init; }

    /// <summary>All that was not in time.</summary>
    public required FigureText Missed { get; init; }

    /// <summary>All that fell due.</summary>
    public required FigureText Total { get; init; }

    /// <summary>The share without what is excused; null where it is not shown.</summary>
    public required string? WithoutExcused { get; init; }

    /// <summary>How it went, why, where the time goes.</summary>
    public required IReadOnlyList<StoryLine> Story { get; init; }

    /// <summary>The outcomes that add up to the total.</summary>
    public required IReadOnlyList<OutcomeLine> Outcomes { get; init; }

    /// <summary>What is not counted, and stands beside.</summary>
    public required IReadOnlyList<(AdviceOutcome Outcome, FigureText Figure)> Beside { get; init; }

    /// <summary>The parts of the bar, for this period and the one before; empty where one of them is not shown.</summary>
    public required IReadOnlyList<int> Bar { get; init; }

    public required IReadOnlyList<int> BarBefore { get; init; }

    /// <summary>Where the days went of what was not in time; empty where that is not shown.</summary>
    public required IReadOnlyList<CauseLine> Causes { get; init; }

    /// <summary>Why it was not in time as people said it, the most first and those without a reason last; together all that was not in time. Empty where that is not shown.</summary>
    public required IReadOnlyList<ReasonLine> Reasons { get; init; }

    /// <summary>The services, or providers, with the most that was not in time.</summary>
    public required IReadOnlyList<MostMissed> Most { get; init; }

    /// <summary>Figures of the plans issued, each within the first; empty where there are none, or too few.</summary>
    public required IReadOnlyList<PartLine> Plans { get; init; }

    /// <summary>How much of the lateness of plans late advice can explain, or null.</summary>
    public required string? PlanDays { get; init; }

    /// <summary>How long past its due date was waited for what was not given, or null where it is not said.</summary>
    public string? NotGivenDays { get; init; }

    /// <summary>The run chart.</summary>
    public required RunChart Trend { get; init; }

    /// <summary>What is shown of several months together, in a sentence, or null.</summary>
    public string? TrendTogether { get; init; }

    /// <summary>The figures of each point of it, for its table: its name, in time, of how many, share.</summary>
    public required IReadOnlyList<(string Name, string InTime, string Of, string Share)> TrendRows { get; init; }

    /// <summary>The rows of the chosen cut, the least in time first; null where they cannot be shown, with why.</summary>
    public required IReadOnlyList<FigureTableRow>? Rows { get; init; }

    /// <summary>Whether the rows have each outcome, or only what was in time and what was not.</summary>
    public required bool RowsHaveOutcomes { get; init; }

    /// <summary>Why there are no rows, or null.</summary>
    public string? NoRows { get; init; }

    /// <summary>Why no days of the steps are shown, or null.</summary>
    public string? NoDays { get; init; }

    /// <summary>From telling health to the advice, then each step.</summary>
    public required IReadOnlyList<StepLine> Steps { get; init; }

    /// <summary>Each step of the way, or empty.</summary>
    public required IReadOnlyList<(string Name, int Count)> Funnel { get; init; }

    /// <summary>Whether it was reported, and what was corrected since.</summary>
    public required ReportedLine Reported { get; init; }

    /// <summary>Whether this person may report the period now.</summary>
    public bool MayReport { get; init; }

    /// <summary>Whether any days may be chosen.</summary>
    public bool MayChooseDays => !HidesSmallNumbers;

    // what the form of the choice offers and holds
    public string? PeriodWord { get; init; }
    public DateInput From { get; init; } = new();
    public DateInput To { get; init; } = new();
    public IReadOnlyList<SelectListItem> Periods { get; init; } = [];
    public IReadOnlyList<SelectListItem> Authorities { get; init; } = [];
    public IReadOnlyList<SelectListItem> Providers { get; init; } = [];
    public IReadOnlyList<SelectListItem> Services { get; init; } = [];
    public IReadOnlyList<SelectListItem> Needs { get; init; } = [];
    public IReadOnlyList<SelectListItem> Ages { get; init; } = [];
    public IReadOnlyList<SelectListItem> Routes { get; init; } = [];
}
