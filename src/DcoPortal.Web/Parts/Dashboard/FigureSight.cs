using System.Globalization;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>Figures as one reader may see them: all of them, or without those that are hidden.</summary>
/// <param name="Hidden">The names of the hidden figures; null for a reader who sees all.</param>
internal sealed record FigureSight(IReadOnlySet<string>? Hidden)
{
    public const string HiddenText = "hidden";
    public const string TooFew = "Too few";

    /// <summary>Whether a figure is shown.</summary>
    public bool Shows(string row, string column) => Hidden?.Contains(SmallNumbers.Name(row, column)) != true;

    /// <inheritdoc cref="Shows(string, string)" />
    public bool Shows(string row, AdviceOutcome outcome) => Shows(row, $"{outcome}");

    /// <summary>Whether the total of a row is shown, with each outcome of it.</summary>
    public bool ShowsAll(string row) => Shows(row, SmallNumbers.Total) && AdviceOutcomes.Counted.All(o => Shows(row, o));

    /// <summary>A number, or that it is hidden.</summary>
    public string Text(string row, string column, int count) => Shows(row, column) ? Number(count) : HiddenText;

    /// <summary>The share in time of what fell due and was no nil return. A share tells both of its numbers, so it is shown only with them.</summary>
    public FigureShare Share(string row, IReadOnlyDictionary<string, int> counts)
    {
        var inTime = counts[nameof(AdviceOutcome.InTime)];
        return Of(inTime, inTime + counts[SmallNumbers.Missed], Shows(row, AdviceOutcome.InTime) && Shows(row, SmallNumbers.Missed));
    }

    /// <summary>The same without what is excused.</summary>
    public FigureShare ShareWithoutExcused(string row, IReadOnlyDictionary<string, int> counts)
    {
        var inTime = counts[nameof(AdviceOutcome.InTime)];
        return Of(inTime, inTime + counts[SmallNumbers.Missed] - counts[nameof(AdviceOutcome.Excused)], Share(row, counts).IsShown && Shows(row, AdviceOutcome.Excused));
    }

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(int count) => count.ToString("N0", UkText.Culture);

    private static FigureShare Of(int part, int whole, bool isShown) => new(part, whole, isShown && whole > 0, whole == 0);
}

/// <summary>A share.</summary>
/// <param name="Part">The part.</param>
/// <param name="Whole">The whole.</param>
/// <param name="IsShown">Whether there is one, and it may be seen.</param>
/// <param name="IsNone">Whether there is nothing to have a share of.</param>
internal sealed record FigureShare(int Part, int Whole, bool IsShown, bool IsNone)
{
    /// <summary>In percent, or null.</summary>
    public double? Percent => IsShown ? 100d * Part / Whole : null;

    /// <summary>Rounded, as it is shown.</summary>
    public int? Rounded => Percent is { } percent ? (int)Math.Round(percent, MidpointRounding.AwayFromZero) : null;

    /// <summary>"75%", or why there is none.</summary>
    public string Text => Rounded is { } rounded ? $"{rounded.ToString(CultureInfo.InvariantCulture)}%" : IsNone ? "None" : FigureSight.TooFew;

    /// <summary>"75% of 98", or why there is none.</summary>
    public string TextOf => Rounded is null ? Text : $"{Text} of {FigureSight.Number(Whole)}";
}
