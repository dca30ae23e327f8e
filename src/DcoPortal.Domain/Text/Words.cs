namespace DcoPortal.Domain.Text;

/// <summary>What is done to words everywhere in the same way.</summary>
public static class Words
{
    /// <summary>With a capital, as the beginning of a sentence.</summary>
    public static string Capitalised(this string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>What a person typed, as it is stored: trimmed, with plain line ends, and null where it is blank.</summary>
    public static string? BlankToNull(this string? typed) => typed?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } kept ? kept : null;
}
