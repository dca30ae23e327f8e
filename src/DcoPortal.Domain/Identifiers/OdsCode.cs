using System.Diagnostics.CodeAnalysis;

namespace DcoPortal.Domain.Identifiers;

/// <summary>A well-formed Organisation Data Service code, such as QE1 (an ICB), RW5 (a trust) or P81010 (a practice).</summary>
public sealed record OdsCode
{
    private OdsCode(string value) => Value = value;

    /// <summary>Three to ten capital letters and digits.</summary>
    public string Value { get; }

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    /// <summary>Reads a code typed in any case, with or without spaces and dashes.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="value">The code, or null.</param>
    /// <param name="problem">What is wrong in plain words, or empty.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OdsCode? value, out string problem)
    {
        var code = IdentifierText.Compact(text);
        problem = code.Length == 0 ? "missing"
            : code.Length is < 3 or > 10 ? "must have 3 to 10 characters"
            : !code.All(char.IsAsciiLetterOrDigit) ? "must be letters and digits only"
            : "";
        value = problem.Length == 0 ? new(code) : null;
        return value is not null;
    }

    /// <summary>Reads a code that is known to be right, such as one from the database.</summary>
    /// <exception cref="FormatException">It is not an ODS code.</exception>
    public static OdsCode Parse(string text) =>
        TryParse(text, out var value, out var problem) ? value : throw new FormatException($"ODS code: {problem}");
}
