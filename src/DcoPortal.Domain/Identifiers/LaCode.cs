using System.Diagnostics.CodeAnalysis;

namespace DcoPortal.Domain.Identifiers;

/// <summary>A local authority's three-digit DfE number, such as 888 (Lancashire). Numbers of abolished authorities are kept.</summary>
public sealed record LaCode
{
    private LaCode(string value) => Value = value;

    /// <summary>Three digits.</summary>
    public string Value { get; }

    /// <summary>The three digits.</summary>
    public override string ToString() => Value;

    /// <summary>Reads a number typed with or without spaces.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="problem">What is wrong in plain words, or empty.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LaCode? value, out string problem)
    {
        var code = IdentifierText.Compact(text);
        problem = code.Length == 0 ? "missing"
            : code.Length != 3 || !code.All(char.IsAsciiDigit) ? "must have 3 digits"
            : code[0] is '0' or '1' ? "must be from 200 to 999"
            : "";
        value = problem.Length == 0 ? new(code) : null;
        return value is not null;
    }

    /// <summary>Reads a number that is known to be right, such as one from the database.</summary>
    /// <exception cref="FormatException">It is not a local authority number.</exception>
    public static LaCode Parse(string text) =>
        TryParse(text, out var value, out var problem) ? value : throw new FormatException($"Local authority number: {problem}");
}
