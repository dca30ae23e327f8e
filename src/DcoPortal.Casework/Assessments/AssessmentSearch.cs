using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Assessments;

/// <summary>The one way to search assessments: every list that is searched by child or reference finds the same.</summary>
internal static class AssessmentSearch
{
    /// <summary>A whole reference or NHS number is looked up by its index; anything else is looked for word by word, in the names and in the school's.</summary>
    public static IQueryable<Assessment> Matching(this IQueryable<Assessment> found, string? search)
    {
        if (Reference(search) is { } reference) { return found.Where(a => a.Reference == reference); }
        if (NhsNumber(search) is { } digits) { return found.Where(a => a.ChildNhsNumber == digits); }
        foreach (var word in SearchKey.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // a word of the key holds letters and digits only, so none of them is a wildcard
            found = found.Where(a => a.SearchText.Contains(word));
        }
        return found;
    }

    /// <summary>Whether a whole reference or NHS number was typed, which names one child.</summary>
    public static bool IsExact(string? search) => Reference(search) is not null || NhsNumber(search) is not null;

    /// <summary>The whole reference that was typed, or null.</summary>
    public static string? Reference(string? search) =>
        AssessmentReference.TryParse(search, out var reference, out _) ? reference.ToString() : null;

    private static string? NhsNumber(string? search)
    {
        var digits = new string([.. (search ?? "").Where(c => c is not (' ' or '-'))]);
        return digits.Length == 10 && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
