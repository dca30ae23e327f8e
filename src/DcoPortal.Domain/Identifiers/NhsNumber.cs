using System.Diagnostics.CodeAnalysis;

namespace DcoPortal.Domain.Identifiers;

/// <summary>A well-formed NHS number: ten digits with a right check digit. It proves the form, not who the person is.</summary>
public sealed record NhsNumber
{
    private NhsNumber(string value) => Value = value;

    /// <summary>The ten digits, nothing between them.</summary>
    public string Value { get; }

    /// <summary>For people: 3-3-4, such as "999 018 1594".</summary>
    public string Display => $"{Value[..3]} {Value[3..6]} {Value[6..]}";

    /// <inheritdoc cref="Display"/>
    public override string ToString() => Display;

    /// <summary>Reads a number typed with or without spaces and dashes.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="value">The number, or null.</param>
    /// <param name="problem">What is wrong in plain words, or empty.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NhsNumber? value, out string problem)
    {
        var digits = IdentifierText.Compact(text);
        problem = digits.Length == 0 ? "missing"
            : digits.Length != 10 || !digits.All(char.IsAsciiDigit) ? "must have 10 digits"
            : digits.All(c => c == digits[0]) ? "all digits the same"
            : CheckDigit(digits) != digits[9] - '0' ? "check digit is wrong"
            : "";
        value = problem.Length == 0 ? new(digits) : null;
        return value is not null;
    }

    /// <summary>Reads a number that is known to be right, such as one from the database.</summary>
    /// <exception cref="FormatException">It is not an NHS number.</exception>
    public static NhsNumber Parse(string text) =>
        TryParse(text, out var value, out var problem) ? value : throw new FormatException($"NHS number: {problem}");

    // weights 10 to 2, modulo 11; a result of 10 never equals a digit, so such numbers are refused
    private static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (digits[i] - '0') * (10 - i);
        return (11 - sum % 11) % 11;
    }
}
