using System.Diagnostics.CodeAnalysis;

namespace DcoPortal.Domain.Identifiers;

/// <summary>A well-formed unique pupil number: a check letter and twelve more (DfE UPN standard 2.0).</summary>
public sealed record Upn
{
    // the alphabet without I, O and S, valued 0 to 22
    private const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private Upn(string value) => Value = value;

    /// <summary>Thirteen characters, upper case.</summary>
    public string Value { get; }

    /// <summary>True when it ends in a letter: a temporary number.</summary>
    public bool IsTemporary => char.IsAsciiLetter(Value[12]);

    /// <summary>The thirteen characters.</summary>
    public override string ToString() => Value;

    /// <summary>Reads a number typed in any case, with or without spaces and dashes.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="problem">What is wrong in plain words, or empty.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Upn? value, out string problem)
    {
        var upn = IdentifierText.Compact(text);
        problem = upn.Length == 0 ? "missing"
            : upn.Length != 13 ? "must have 13 characters"
            : !char.IsAsciiLetter(upn[0]) ? "must begin with a letter"
            : !upn[1..12].All(char.IsAsciiDigit) ? "must have digits after the first letter"
            : !char.IsAsciiDigit(upn[12]) && !Letters.Contains(upn[12], StringComparison.Ordinal) ? "last character is not a digit or an allowed letter"
            : CheckLetter(upn) != upn[0] ? "check letter is wrong"
            : "";
        value = problem.Length == 0 ? new(upn) : null;
        return value is not null;
    }

    /// <summary>Reads a number that is known to be right, such as one from the database.</summary>
    /// <exception cref="FormatException">It is not a UPN.</exception>
    public static Upn Parse(string text) =>
        TryParse(text, out var value, out var problem) ? value : throw new FormatException($"UPN: {problem}");

    private static char CheckLetter(string upn)
    {
        var sum = 0;
        for (var i = 1; i < 13; i++) sum += (i + 1) * (char.IsAsciiDigit(upn[i]) ? upn[i] - '0' : Letters.IndexOf(upn[i], StringComparison.Ordinal));
        return Letters[sum % 23];
    }
}
