using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace DcoPortal.Domain.Identifiers;

/// <summary>A well-formed UK postcode. It proves the form, not that the address exists.</summary>
public sealed partial record Postcode
{
    /// <summary>How the national codes begin that stand for no fixed abode, or for what is not known.</summary>
    public const string OfNoHome = "ZZ99";

    private Postcode(string value) => Value = value;

    /// <summary>Upper case with one space before the last three characters, such as "PR2 4GQ".</summary>
    public string Value { get; }

    /// <summary>The same as <see cref="Value"/>.</summary>
    public string Display => Value;

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;

    /// <summary>Reads a postcode typed in any case, with or without spaces.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="value">The postcode, or null.</param>
    /// <param name="problem">What is wrong in plain words, or empty.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Postcode? value, out string problem)
    {
        var code = IdentifierText.Compact(text);
        problem = code.Length == 0 ? "missing" : !Shape().IsMatch(code) ? "not a UK postcode" : "";
        value = problem.Length == 0 ? new($"{code[..^3]} {code[^3..]}") : null;
        return value is not null;
    }

    /// <summary>Reads a postcode that is known to be right, such as one from the database.</summary>
    /// <exception cref="FormatException">It is not a postcode.</exception>
    public static Postcode Parse(string text) =>
        TryParse(text, out var value, out var problem) ? value : throw new FormatException($"Postcode: {problem}");

    // BS 7666: outward code, then a digit and two letters without C, I, K, M, O, V;
    // ZZ99 and any end are the national codes for no fixed abode, not known and each country (ONS)
    [GeneratedRegex(@"\A(?:GIR0AA|ZZ99[0-9][A-Z]{2}|(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])[0-9][ABD-HJLNP-UW-Z]{2})\z")]
    private static partial Regex Shape();
}
