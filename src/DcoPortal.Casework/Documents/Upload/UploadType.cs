namespace DcoPortal.Casework.Documents.Upload;

/// <summary>One type of file on the allow-list.</summary>
/// <param name="Extension">Such as ".pdf": what its name ends in once it is stored.</param>
/// <param name="Name">With its article, for a sentence.</param>
/// <param name="ContentType">To store and serve.</param>
internal sealed record UploadType(string Extension, string Name, string ContentType)
{
    public static UploadType Pdf { get; } = new(".pdf", "a PDF", "application/pdf");
    public static UploadType Docx { get; } = new(".docx", "a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    public static UploadType Doc { get; } = new(".doc", "a Word document", "application/msword");
    public static UploadType Odt { get; } = new(".odt", "an ODT document", "application/vnd.oasis.opendocument.text");
    public static UploadType Rtf { get; } = new(".rtf", "an RTF document", "application/rtf");
    public static UploadType Jpg { get; } = new(".jpg", "a JPG image", "image/jpeg");
    public static UploadType Png { get; } = new(".png", "a PNG image", "image/png");

    /// <summary>By the ending of a name.</summary>
    public static IReadOnlyDictionary<string, UploadType> ByExtension { get; } = new Dictionary<string, UploadType>
    {
        [".pdf"] = Pdf,
        [".docx"] = Docx,
        [".doc"] = Doc,
        [".odt"] = Odt,
        [".rtf"] = Rtf,
        [".jpg"] = Jpg,
        [".jpeg"] = Jpg,
        [".png"] = Png,
    };

    /// <summary>The kinds that clinical systems mix up: Word opens each of them by what is in it.</summary>
    public bool IsWord => this == Docx || this == Doc || this == Rtf;
}
