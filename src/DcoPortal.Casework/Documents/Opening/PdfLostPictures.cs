using System.IO.Compression;
using UglyToad.PdfPig.Tokens;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Tells a picture in a PDF that breaks off, or is rubbish. Only the usual packings are looked into; others count as whole.</summary>
internal static class PdfLostPictures
{
    public static bool Has(StreamToken picture, PdfPages pages, CancellationToken stop)
    {
        var bytes = picture.Data.Span;
        return PackingOf(picture.StreamDictionary, pages) switch
        {
            "DCTDecode" => IsLostJpeg(bytes),
            "JPXDecode" => !bytes.StartsWith<byte>([0xFF, 0x4F, 0xFF, 0x51]) && !bytes.StartsWith<byte>([0, 0, 0, 0x0C, 0x6A, 0x50]),
            "FlateDecode" => IsLostFlate(picture.Data.ToArray(), RowsOf(picture.StreamDictionary, pages), stop),
            _ => bytes.IsEmpty,
        };
    }

    /// <summary>Whether a stream is said to be packed, and does not begin as what is packed so.</summary>
    public static bool IsNotPacked(StreamToken stream, PdfPages pages) =>
        PackingOf(stream.StreamDictionary, pages) == "FlateDecode" && stream.Data.Span is var bytes && (bytes.Length < 2 || (bytes[0] & 0x0F) != 8 || ((bytes[0] << 8) + bytes[1]) % 31 != 0);

    private static string? PackingOf(DictionaryToken about, PdfPages pages) => pages.Find(about, "Filter") switch
    {
        NameToken one => one.Data,
        ArrayToken { Length: 1 } several => (pages.Resolve(several[0]) as NameToken)?.Data,
        _ => null,
    };

    private static bool IsLostJpeg(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith<byte>([0xFF, 0xD8])) { return true; }
        try { return PictureOpener.OpenJpeg(bytes); }
        catch (RefusedFileException e) { return e.Message is OpeningWords.CutOff or OpeningWords.Damaged; }
    }

    // half of the rows that it must have at least, of one bit and one colour
    private static long RowsOf(DictionaryToken about, PdfPages pages) =>
        pages.Find(about, "Width") is NumericToken width && pages.Find(about, "Height") is NumericToken height ? Math.Clamp(width.Long, 0, 100_000) / 8 * Math.Clamp(height.Long, 0, 100_000) / 2 : 0;

    private static bool IsLostFlate(byte[] bytes, long least, CancellationToken stop)
    {
        using var packed = new MemoryStream(bytes);
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        long length = 0;
        try
        {
            for (int read; (read = unpacked.Read(buffer)) > 0 && length < least + 1; length += read) { stop.ThrowIfCancellationRequested(); }
        }
        catch (InvalidDataException) { return true; }
        return length == 0 || length < least;
    }
}
