using System.Globalization;
using System.Text;

namespace DcoPortal.Domain.Assessments;

/// <summary>Normalises text for searching, because the two databases compare letters differently.</summary>
public static class SearchKey
{
    /// <summary>Lower case, no accents or marks, single spaces between words.</summary>
    public static string Of(string? text)
    {
        var kept = new StringBuilder();
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) { continue; }
            if (char.IsLetterOrDigit(c)) { kept.Append(char.ToLowerInvariant(c)); }
            else if (c is '\'' or '’') { continue; }
            else if (kept.Length > 0 && kept[^1] != ' ') { kept.Append(' '); }
        }
        return kept.ToString().TrimEnd();
    }
}
