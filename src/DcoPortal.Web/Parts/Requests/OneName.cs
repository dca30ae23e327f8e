using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>Documents of one answer that had one name when they were chosen: a corrected report is mostly called as the one that it corrects.</summary>
public static class OneName
{
    /// <summary>The names of those, each as it stands in the lists.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string> names) =>
        [.. names.GroupBy(UploadFileName.WithoutNumber, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()).SelectMany(g => g)];
}
