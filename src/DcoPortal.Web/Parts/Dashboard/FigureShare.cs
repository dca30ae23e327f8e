using System.Globalization;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>A share in time.</summary>
/// <param name="Part">What was in time.</param>
/// <param name="Whole">All that fell due and was no nil return.</param>
/// <param name="MayBeSeen">Whether the reader may see it.</param>
internal sealed record FigureShare(int Part, int Whole, bool MayBeSeen)
{
    public const string NotShown = "Not shown";

    /// <summary>The share of a row.</summary>
    public static FigureShare Of(IReadOnlyDictionary<string, int> row, bool mayBeSeen) => new(row[nameof(Domain.Figures.AdviceOutcome.InTime)], row[nameof(Domain.Figures.AdviceOutcome.InTime)] + row[SmallNumbers.Missed], mayBeSeen);

    /// <summary>Whether there is one, and it may be seen.</summary>
    public bool IsShown => MayBeSeen && Whole > 0;

    /// <summary>Whether there is nothing to have a share of.</summary>
    public bool IsNone => Whole == 0 && MayBeSeen;

    /// <summary>In percent, or null.</summary>
    public double? Percent => IsShown ? 100d * Part / Whole : null;

    /// <summary>Rounded, as it is shown.</summary>
    public int? Rounded => Percent is { } percent ? (int)Math.Round(percent, MidpointRounding.AwayFromZero) : null;

    /// <summary>A percentage with one decimal, where it has one: differences are taken of what was not rounded.</summary>
    public static string Tenths(double percent) => percent.ToString("0.#", UkText.Culture);

    /// <summary>"75%", or why there is none.</summary>
    public string Text => Rounded is { } rounded ? $"{rounded.ToString(CultureInfo.InvariantCulture)}%" : IsNone ? "None" : NotShown;

    /// <summary>"75% of 98", or why there is none.</summary>
    public string TextOf => Rounded is null ? Text : $"{Text} of {Number(Whole)}";

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(int count) => count.ToString("N0", UkText.Culture);
}
