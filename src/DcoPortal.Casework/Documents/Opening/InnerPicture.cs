namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Whether a picture inside a zipped document can be shown.</summary>
internal static class InnerPicture
{
    // what Word draws, by its first bytes: a metafile of Windows, plain or packed, and an enhanced one
    private static readonly byte[][] Metafiles = [[0xD7, 0xCD, 0xC6, 0x9A], [1, 0, 9, 0], [2, 0, 9, 0], [0x1F, 0x8B]];

    /// <summary>Why it cannot be shown, as what is refused says it; null where it can.</summary>
    public static string? ProblemOf(ZipParts parts, string name, CancellationToken stop)
    {
        if (parts.Bytes(name) is not { Length: > 0 } bytes) { return OpeningWords.PictureMissing; }
        try
        {
            switch (FileSignature.Of(bytes))
            {
                case FileKind.Png: PictureOpener.OpenPng(bytes, stop); break;
                case FileKind.Jpeg: PictureOpener.OpenJpeg(bytes); break;
                case FileKind.Heic or FileKind.Avif or FileKind.WebPage or FileKind.WebArchive or FileKind.Pdf or FileKind.Rtf: return OpeningWords.PictureMissing;
                case FileKind.Unknown when !MayBe(Path.GetExtension(name).ToLowerInvariant(), bytes): return OpeningWords.PictureMissing;
            }
            return null;
        }
        catch (RefusedFileException e) { return e.Message is OpeningWords.BlankPages or OpeningWords.TooFewPixels ? OpeningWords.BlankPages : OpeningWords.PictureMissing; }
        catch (InvalidDataException) { return OpeningWords.PictureMissing; }
    }

    /// <summary>Whether it is missing or breaks off: a blank one, or one as small as a rule of a letter, is shown as what it is.</summary>
    public static bool IsLost(ZipParts parts, string name, CancellationToken stop) => ProblemOf(parts, name, stop) == OpeningWords.PictureMissing;

    private static bool MayBe(string extension, byte[] bytes) => extension switch
    {
        ".png" or ".jpg" or ".jpeg" or ".gif" or ".tif" or ".tiff" => false,
        ".emf" => (bytes.Length > 44 && bytes.AsSpan(40, 4).SequenceEqual(" EMF"u8)) || bytes.AsSpan().StartsWith(Metafiles[^1]),
        ".wmf" or ".emz" or ".wmz" => Array.Exists(Metafiles, m => bytes.AsSpan().StartsWith(m)) || (bytes.Length > 44 && bytes.AsSpan(40, 4).SequenceEqual(" EMF"u8)),
        ".bmp" => bytes.AsSpan().StartsWith("BM"u8),
        _ => true,
    };
}
