using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DcoPortal.Domain.Identifiers;

/// <summary>The portal's own reference of an assessment, such as LCC-26-00042: authority, year, number. It says nothing personal, so it may stand in URLs and emails.</summary>
public sealed partial record AssessmentReference
{
    private AssessmentReference(string prefix, int year, int number) => (Prefix, Year, Number) = (prefix, year, number);

    /// <summary>The authority's prefix: two to five capital letters or digits, the first a letter.</summary>
    public string Prefix { get; }

    /// <summary>The last two digits of the year of logging, 0 to 99.</summary>
    public int Year { get; }

    /// <summary>The number within authority and year, 1 to 999,999.</summary>
    public int Number { get; }

    /// <summary>The reference as printed: the number has at least five digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Year:00}-{Number:00000}");

    /// <summary>Makes a reference.</summary>
    /// <param name="prefix">The authority's prefix.</param>
    /// <param name="year">A full year or its last two digits.</param>
    /// <param name="number">The number within authority and year.</param>
    /// <exception cref="ArgumentException">A part is out of range.</exception>
    public static AssessmentReference Create(string prefix, int year, int number)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (!PrefixShape().IsMatch(prefix)) throw new ArgumentException("A prefix is two to five capital letters or digits, the first a letter.", nameof(prefix));
        ArgumentOutOfRangeException.ThrowIfNegative(year);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999_999);
        return new(prefix, year % 100, number);
    }

    /// <summary>Reads a reference typed in any case.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="value">The reference, or null.</param>
    /// <param name="problem">What is wrong in plain words, or empty.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AssessmentReference? value, out string problem)
    {
        var match = Shape().Match((text ?? "").Trim().ToUpperInvariant());
        value = match.Success && int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture) is > 0 and var number
            ? new(match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), number)
            : null;
        problem = value is not null ? "" : string.IsNullOrWhiteSpace(text) ? "missing" : "must look like LCC-26-00042";
        return value is not null;
    }

    /// <summary>Reads a reference that is known to be right.</summary>
    /// <exception cref="FormatException">It is not a reference.</exception>
    public static AssessmentReference Parse(string text) =>
        TryParse(text, out var value, out var problem) ? value : throw new FormatException($"Reference: {problem}");

    // one spelling only: a number of six digits must not begin with a zero
    [GeneratedRegex(@"\A([A-Z][A-Z0-9]{1,4})-([0-9]{2})-([0-9]{5}|[1-9][0-9]{5})\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]{1,4}\z")]
    private static partial Regex PrefixShape();
}
