namespace DcoPortal.Casework.Documents.Upload;

/// <summary>Which files may be uploaded: known types only, whose bytes match their names, and no macros.</summary>
public static class UploadRules
{
    /// <summary>The largest file, in bytes (25 MB).</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    /// <summary>For the file field's accept attribute and hint.</summary>
    public const string Accept = ".pdf,.docx,.doc,.odt,.rtf,.jpg,.jpeg,.png";

    /// <summary>The types in words.</summary>
    public const string TypesInWords = "PDF, Word (DOCX or DOC), ODT, RTF, JPG or PNG";

    private const string MacroProblem = "contains macros. Save it without macros, or as a PDF, and select it again";

    /// <summary>Checks a file before it is stored.</summary>
    /// <param name="fileName">As the browser sent it; may hold a path.</param>
    /// <param name="length">In bytes, as the browser sent it.</param>
    /// <param name="content">Seekable; left at its beginning.</param>
    /// <exception cref="ArgumentException"><paramref name="content"/> is not seekable.</exception>
    public static UploadVerdict Check(string fileName, long length, Stream content)
    {
        if (!content.CanSeek)
            throw new ArgumentException("The content must be seekable.", nameof(content));

        var name = UploadFileName.Clean(fileName);
        var (contentType, problem) = Inspect(name, Math.Max(length, content.Length), content);
        content.Position = 0;
        return problem is null
            ? new UploadVerdict(name, contentType, null)
            : new UploadVerdict(name, null, $"The selected file ‘{name}’ {problem}");
    }

    private static (string? ContentType, string? Problem) Inspect(string name, long length, Stream content)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (extension is ".docm" or ".dotm")
            return (null, MacroProblem);
        if (!UploadType.ByExtension.TryGetValue(extension, out var type))
            return (null, $"must be a {TypesInWords} file");
        if (length == 0 || content.Length == 0)
            return (null, "is empty");
        if (length > MaxBytes)
            return (null, "must be smaller than 25 MB");

        content.Position = 0;
        return type.Look(content) switch
        {
            UploadContents.Matches => (type.ContentType, null),
            UploadContents.HasMacros => (null, MacroProblem),
            UploadContents.IsProtected => (null, "is protected by a password. Remove the password and select it again"),
            _ => (null, $"does not look like {type.Name}: its contents do not match its name"),
        };
    }
}
