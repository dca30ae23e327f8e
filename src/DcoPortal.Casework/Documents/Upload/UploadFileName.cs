using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Documents.Upload;

/// <summary>Makes a file name safe to store, show and save again.</summary>
public static partial class UploadFileName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 150;

    /// <summary>The name without what cannot be stored or shown, cut to length.</summary>
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

    /// <summary>A name that none of the others has: "OT report (2).pdf". A corrected report is mostly called as the one that it corrects, and a reader must tell their copies apart.</summary>
    /// <param name="name">The name, clean.</param>
    /// <param name="taken">The names there are.</param>
    public static string Free(string name, IReadOnlyCollection<string> taken)
    {
        var (stem, extension, free) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name), name);
        for (var n = 2; taken.Contains(free, StringComparer.OrdinalIgnoreCase); n++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $" ({n})");
            free = Shortened(stem, MaxLength - extension.Length - number.Length) + number + extension;
        }
        return free;
    }

    /// <summary>The name without such a number: of "OT report (2).pdf" it is "OT report.pdf".</summary>
    public static string WithoutNumber(string name) => Number().Replace(Path.GetFileNameWithoutExtension(name), "") + Path.GetExtension(name);

    [GeneratedRegex(@"\s*\(\d{1,3}\)$")]
    private static partial Regex Number();

    // format characters can turn the reading direction and hide the real extension; lone surrogates are no text
    private static bool IsKept(char character) =>
        char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && !"<>:\"|?*".Contains(character, StringComparison.Ordinal);

    private static string Shortened(string stem, int length) => stem.Length <= length ? stem : stem[..length].TrimEnd();
}
