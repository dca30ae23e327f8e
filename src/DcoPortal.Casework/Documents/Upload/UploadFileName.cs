using System.Globalization;
using System.Text;

namespace DcoPortal.Casework.Documents.Upload;

/// <summary>Makes a file name safe to store, show and save again.</summary>
internal static class UploadFileName
{
    public const int MaxLength = 150;

    public static string Clean(string fileName)
    {
        // a browser may send a path, with either separator
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new string([.. last.Where(IsKept)]).Normalize(NormalizationForm.FormC);
        var extension = Path.GetExtension(kept).TrimEnd();
        var stem = Path.GetFileNameWithoutExtension(kept).Trim().Trim('.');
        stem = string.Join(' ', stem.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (stem.Length == 0)
            stem = "document";
        if (extension.Length > 10)
            (stem, extension) = (stem + extension, "");
        return Shortened(stem, MaxLength - extension.Length) + extension;
    }

    // format characters can turn the reading direction and hide the real extension; lone surrogates are no text
    private static bool IsKept(char character) =>
        char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && !"<>:\"|?*".Contains(character, StringComparison.Ordinal);

    private static string Shortened(string stem, int length) => stem.Length <= length ? stem : stem[..length].TrimEnd();
}
