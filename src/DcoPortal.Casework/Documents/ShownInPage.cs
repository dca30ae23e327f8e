namespace DcoPortal.Casework.Documents;

/// <summary>Which kinds of document a browser shows in the page without running anything of them.</summary>
public static class ShownInPage
{
    private static readonly string[] Endings = [".pdf", ".png", ".jpg", ".jpeg"];

    /// <summary>PDF, by the content type that the upload was checked for.</summary>
    public static bool IsPdf(string contentType) => contentType == "application/pdf";

    /// <summary>A picture, by the content type that the upload was checked for.</summary>
    public static bool IsPicture(string contentType) => contentType is "image/png" or "image/jpeg";

    /// <summary>Whether a list offers to preview a file: an upload's content is what its name says, or it was refused.</summary>
    public static bool ByName(string fileName) => Endings.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);
}
