using System.Text;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>What the first bytes of a file say that it is, whatever its name says.</summary>
internal enum FileKind
{
    Unknown,
    Pdf,
    Zip,
    CompoundFile,
    Rtf,
    Jpeg,
    Png,
    Heic,
    Avif,
    Tiff,
    Gif,
    Webp,
    WebPage,
    WebArchive,
    WordXml,
}

/// <summary>Tells kinds of file by their first bytes.</summary>
internal static class FileSignature
{
    // enough for a byte order mark, a declaration and the first elements
    private const int Start = 4096;

    private static readonly string[] HeicBrands = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"];

    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) { return FileKind.CompoundFile; }
        if (bytes.StartsWith("PK\x03\x04"u8)) { return FileKind.Zip; }
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF])) { return FileKind.Jpeg; }
        if (bytes.StartsWith(PictureOpener.PngSignature)) { return FileKind.Png; }
        if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8)) { return FileKind.Tiff; }
        if (bytes.StartsWith("GIF8"u8)) { return FileKind.Gif; }
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) { return FileKind.Webp; }
        if (bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8)) { return OfMedia(Encoding.Latin1.GetString(bytes[8..12])); }
        return OfText(Text(bytes[..Math.Min(bytes.Length, Start)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0'));
    }

    private static FileKind OfMedia(string brand) =>
        HeicBrands.Contains(brand) ? FileKind.Heic : brand is "avif" or "avis" ? FileKind.Avif : FileKind.Unknown;

    private static FileKind OfText(string text)
    {
        // some programs write a byte order mark or blank lines first, and every reader allows that
        if (text.StartsWith("%PDF-", StringComparison.Ordinal)) { return FileKind.Pdf; }
        if (text.StartsWith("{\\rtf", StringComparison.Ordinal)) { return FileKind.Rtf; }
        if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)) { return FileKind.WebArchive; }
        if (!text.StartsWith('<')) { return FileKind.Unknown; }
        if (Holds("word.document") || Holds("office/word/2003/wordml") || Holds("office/2006/xmlPackage")) { return FileKind.WordXml; }
        return Holds("<html") || Holds("<!doctype html") || Holds("<body") || Holds("<head") ? FileKind.WebPage : FileKind.Unknown;

        bool Holds(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(ReadOnlySpan<byte> start) =>
        start.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode.GetString(start)
        : start.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(start)
        : start.StartsWith(Encoding.UTF8.Preamble) ? Encoding.Latin1.GetString(start[3..])
        : Encoding.Latin1.GetString(start);
}
