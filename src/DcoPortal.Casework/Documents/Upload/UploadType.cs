using System.Text;

namespace DcoPortal.Casework.Documents.Upload;

/// <summary>What a look at the bytes says.</summary>
internal enum UploadContents
{
    Matches,
    DoesNotMatch,
    HasMacros,
    IsProtected,
}

/// <summary>One type of file on the allow-list.</summary>
/// <param name="Name">With its article, for a sentence.</param>
/// <param name="ContentType">To store and serve.</param>
/// <param name="Look">Compares the bytes, from the beginning, with the type.</param>
internal sealed record UploadType(string Name, string ContentType, Func<Stream, UploadContents> Look)
{
    private static readonly UploadType Jpeg = new("a JPG image", "image/jpeg", StartsWith([0xFF, 0xD8, 0xFF]));

    public static IReadOnlyDictionary<string, UploadType> ByExtension { get; } = new Dictionary<string, UploadType>
    {
        [".pdf"] = new("a PDF", "application/pdf", LookAtPdf),
        [".docx"] = new("a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZippedDocument.LookAtDocx),
        [".doc"] = new("a Word document", "application/msword", LookAtDoc),
        [".odt"] = new("an ODT document", "application/vnd.oasis.opendocument.text", ZippedDocument.LookAtOdt),
        [".rtf"] = new("an RTF document", "application/rtf", StartsWith("{\\rtf"u8.ToArray())),
        [".jpg"] = Jpeg,
        [".jpeg"] = Jpeg,
        [".png"] = new("a PNG image", "image/png", StartsWith([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
    };

    /// <summary>The beginning of Office files before 2007, and of password-protected newer ones.</summary>
    public static byte[] CompoundFile { get; } = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool BeginsWith(Stream content, byte[] bytes)
    {
        var start = new byte[bytes.Length];
        content.Position = 0;
        return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual(bytes);
    }

    private static Func<Stream, UploadContents> StartsWith(byte[] bytes) =>
        content => BeginsWith(content, bytes) ? UploadContents.Matches : UploadContents.DoesNotMatch;

    // some programs write a byte order mark or blank lines first, and every reader allows that
    private static UploadContents LookAtPdf(Stream content)
    {
        var start = new byte[64];
        content.Position = 0;
        var read = start.AsSpan(0, content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        if (read.StartsWith(Encoding.UTF8.Preamble))
            read = read[Encoding.UTF8.Preamble.Length..];
        return read.TrimStart(" \r\n\t"u8).StartsWith("%PDF-"u8) ? UploadContents.Matches : UploadContents.DoesNotMatch;
    }

    // the names of a compound file's parts stand in it in UTF-16: this tells Word from Excel, installers and the rest
    private static UploadContents LookAtDoc(Stream content)
    {
        if (!BeginsWith(content, CompoundFile))
            return UploadContents.DoesNotMatch;
        content.Position = 0;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        if (!Holds("WordDocument"))
            return UploadContents.DoesNotMatch;
        return Holds("_VBA_PROJECT") ? UploadContents.HasMacros : UploadContents.Matches;

        bool Holds(string part) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(part)) >= 0;
    }
}
