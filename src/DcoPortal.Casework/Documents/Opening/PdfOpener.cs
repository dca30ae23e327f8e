using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Opens a PDF as a reader does: its structure and its pages, page by page until enough is seen of its text. Fonts and pictures are not drawn.</summary>
internal static class PdfOpener
{
    private const int Deepest = 100;

    /// <summary>Opens it.</summary>
    public static Opened Open(byte[] bytes, CancellationToken stop)
    {
        CheckEnds(bytes);
        using var pdf = Parse(bytes, stop);
        var pages = new PdfPages(pdf.Structure.TokenScanner, pdf.Structure.FilterProvider, stop);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        if (pages.Find(catalog, "Collection") is DictionaryToken) { throw new RefusedFileException(OpeningWords.Portfolio); }
        if (new PdfAttachments(pages, stop).AreIn(catalog)) { throw new RefusedFileException(OpeningWords.AttachedInside); }
        if (pages.Find(catalog, "AcroForm") is DictionaryToken form && pages.Find(form, "XFA") is not null
            && (pages.Find(catalog, "NeedsRendering") is BooleanToken { Data: true } || pages.Find(form, "Fields") is not ArrayToken { Length: > 0 }))
        {
            throw new RefusedFileException(OpeningWords.AdobeForm);
        }
        pages.Read(catalog);
        if (pages.Count == 0) { throw new RefusedFileException(OpeningWords.NoPages); }
        if (pages.Lack(catalog)) { throw new RefusedFileException(OpeningWords.PagesMissing); }
        if (pages.AreBroken) { throw new RefusedFileException(OpeningWords.Damaged); }
        return new(pages.AreScans(), pages.Text, pages.Notice);
    }

    private static PdfDocument Parse(byte[] bytes, CancellationToken stop)
    {
        try
        {
            return PdfDocument.Open(new StoppableStream(bytes, stop), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = Deepest, FilterProvider = new PdfFilters(stop) });
        }
        // a document that may only not be printed or copied opens without a password, here as everywhere
        catch (PdfDocumentEncryptedException) { throw new RefusedFileException(OpeningWords.Password); }
        catch (Exception e) when (e is not OperationCanceledException && bytes.AsSpan().IndexOf("/Adobe.PubSec"u8) >= 0) { throw new RefusedFileException(OpeningWords.Certificate); }
    }

    // a PDF is read from its end, where it says where everything is; mail systems and scanners put a few bytes behind that
    private static void CheckEnds(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(" obj"u8) < 0) { throw new RefusedFileException(OpeningWords.NoPages); }
        var end = bytes.TrimEnd("\0\r\n\t "u8);
        end = end[^Math.Min(end.Length, 2048)..];
        if (end.LastIndexOf("%%EOF"u8) < 0 && end.LastIndexOf("startxref"u8) < 0) { throw new RefusedFileException(OpeningWords.CutOff); }
    }
}
