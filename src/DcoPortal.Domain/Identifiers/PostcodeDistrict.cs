using System.Text.RegularExpressions;

namespace DcoPortal.Domain.Identifiers;

/// <summary>The first half of a postcode, such as PR2, and the area that it begins with, such as PR.</summary>
public static partial class PostcodeDistrict
{
    /// <summary>The district of a postcode, or null when it is not one.</summary>
    public static string? Of(string? postcode) => Postcode.TryParse(postcode, out var code, out _) ? code.Value.Split(' ')[0] : null;

    /// <summary>The letters that a district begins with.</summary>
    public static string AreaOf(string district) => new([.. district.TakeWhile(char.IsAsciiLetter)]);

    /// <summary>Reads areas and districts typed with commas, spaces or line breaks between them: upper case, each once, in their order.</summary>
    public static IReadOnlyList<string> Read(string? typed) =>
        [.. (typed ?? "").ToUpperInvariant().Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>Whether a text is an area or a district.</summary>
    public static bool IsOne(string text) => Shape().IsMatch(text);

    [GeneratedRegex(@"\A[A-Z]{1,2}([0-9]{1,2}|[0-9][A-Z])?\z")]
    private static partial Regex Shape();
}
