using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Platform.Ui.Charts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>A figure as this reader may see it, with the list behind it.</summary>
/// <param name="Text">A number, "hidden" or "Too few".</param>
/// <param name="Href">The list, or null for readers who may see no case.</param>
/// <param name="What">What it counts, for those who hear the link alone.</param>
public sealed record FigureText(string Text, string? Href = null, string What = "")
{
    /// <summary>The number, or null where it is hidden.</summary>
    public int? Number { get; init; }
}

/// <summary>A row of a cut.</summary>
/// <param name="Name">The provider, service, need, …</param>
/// <param name="Share">The share in time, or null where there is none to show.</param>
/// <param name="ShareText">The same in words: "86% of 52".</param>
/// <param name="Figures">Each column.</param>
public sealed record FigureTableRow(string Name, double? Share, string ShareText, IReadOnlyList<FigureText> Figures);

/// <summary>An outcome, what it was in the period before, and what it is made of.</summary>
public sealed record OutcomeLine(AdviceOutcome Outcome, FigureText Now, FigureText Before, IReadOnlyList<(string Name, FigureText Figure)> Parts);

/// <summary>How long a step takes.</summary>
/// <param name="Name">The step.</param>
/// <param name="Owner">Who has the work meanwhile.</param>
/// <param name="Median">Days, or null.</param>
/// <param name="Ninety">Days within which nine in ten have made it, or null.</param>
/// <param name="Never">Words where nine in ten have not made it.</param>
/// <param name="Definition">What it measures.</param>
public sealed record StepLine(string Name, string Owner, int? Median, int? Ninety, string Never, string Definition);

/// <summary>What was reported of the quarter, and what changed since.</summary>
public sealed record ReportedLine(string Words, IReadOnlyList<(string Name, string Reported, string Now)> Corrections);

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

    /// <summary>All that fell due.</summary>
    public required FigureText Total { get; init; }

    /// <summary>The same without what is excused.</summary>
    public required string WithoutExcused { get; init; }

    /// <summary>A lead word and a sentence or two each: how it went, why, where the time goes.</summary>
    public required IReadOnlyList<(string Lead, string Words)> Story { get; init; }

    /// <summary>The outcomes that add up to the total.</summary>
    public required IReadOnlyList<OutcomeLine> Outcomes { get; init; }

    /// <summary>What is not counted, and stands beside.</summary>
    public required IReadOnlyList<(AdviceOutcome Outcome, FigureText Figure)> Beside { get; init; }

    /// <summary>The parts of the bar, for this period and the one before; empty where one of them is hidden.</summary>
    public required IReadOnlyList<int> Bar { get; init; }

    public required IReadOnlyList<int> BarBefore { get; init; }

    /// <summary>The run chart.</summary>
    public required RunChart Trend { get; init; }

    /// <summary>The figures of each point of it, for its table: its name, in time, of how many, share.</summary>
    public required IReadOnlyList<(string Name, string InTime, string Of, string Share)> TrendRows { get; init; }

    /// <summary>The rows of the chosen cut, the least in time first; null where they cannot be shown, with why.</summary>
    public required IReadOnlyList<FigureTableRow>? Rows { get; init; }

    /// <summary>Why there are no rows, or null.</summary>
    public string? NoRows { get; init; }

    /// <summary>From asking health to the advice, then each step.</summary>
    public required IReadOnlyList<StepLine> Steps { get; init; }

    /// <summary>Each step of the funnel, or empty.</summary>
    public required IReadOnlyList<(string Name, int Count)> Funnel { get; init; }

    /// <summary>The month of the funnel.</summary>
    public required string FunnelOf { get; init; }

    /// <summary>What was reported, or null.</summary>
    public ReportedLine? Reported { get; init; }

    /// <summary>Whether this person may report the quarter now.</summary>
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
