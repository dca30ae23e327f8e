using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Goes through a PDF's pages, each page and each thing on it once, to learn whether they hold text, pictures or drawings.</summary>
internal sealed class PdfPages(IPdfTokenScanner scanner, ILookupFilterProvider filters, CancellationToken stop)
{
    private const int Deepest = 40;

    private readonly HashSet<IndirectReference> _seen = [];
    private bool _hasText;
    private bool _hasPictures;
    private bool _hasDrawings;
    // something is there that this cannot read, and the reader's program may
    private bool _hasOther;

    /// <summary>How many pages were looked at.</summary>
    public int Count { get; private set; }

    public bool AreBlank => !(_hasText || _hasPictures || _hasDrawings || _hasOther);

    /// <summary>Whether there is something on them, and nothing of it could be read.</summary>
    public bool AreBroken => _hasOther && !(_hasText || _hasPictures || _hasDrawings);

    public bool AreScans => _hasPictures && !_hasText && !_hasOther;

    /// <summary>Goes from the catalog to each page, until one has text.</summary>
    public void Read(DictionaryToken catalog) => ReadNode(Find(catalog, "Pages"), null, 0);

    /// <summary>What a dictionary holds under a name, wherever in the file it stands; null when nothing.</summary>
    public IToken? Find(DictionaryToken dictionary, string name) => dictionary.Data.TryGetValue(name, out var token) ? Resolve(token) : null;

    /// <summary>What a reference leads to; null when nothing.</summary>
    public IToken? Resolve(IToken? token)
    {
        for (var hops = 0; token is IndirectReferenceToken reference && hops < 10; hops++) { token = scanner.Get(reference.Data)?.Data; }
        return token is NullToken or IndirectReferenceToken ? null : token;
    }

    private bool IsFirst(IToken token) => token is not IndirectReferenceToken reference || _seen.Add(reference.Data);

    private void ReadNode(IToken? token, DictionaryToken? resources, int depth)
    {
        stop.ThrowIfCancellationRequested();
        if (_hasText || depth > Deepest || token is not DictionaryToken node) { return; }
        var own = Find(node, "Resources") as DictionaryToken ?? resources;
        if (Find(node, "Kids") is ArrayToken kids)
        {
            foreach (var kid in kids.Data.Where(IsFirst)) { ReadNode(Resolve(kid), own, depth + 1); }
            return;
        }
        Count++;
        try { ReadPage(node, own); }
        catch (Exception e) when (e is not (OperationCanceledException or RefusedFileException)) { _hasOther = true; }
    }

    private void ReadPage(DictionaryToken page, DictionaryToken? resources)
    {
        var contents = Find(page, "Contents");
        foreach (var part in contents is ArrayToken parts ? parts.Data.Select(Resolve) : [contents]) { ReadContent(part as StreamToken, resources, 0); }
        // typed into a form or beside a scan
        if (Find(page, "Annots") is not ArrayToken notes) { return; }
        foreach (var note in notes.Data.Where(IsFirst).Select(Resolve).OfType<DictionaryToken>())
        {
            if (Find(note, "AP") is not DictionaryToken looks) { continue; }
            var normal = Find(looks, "N");
            foreach (var look in normal is DictionaryToken states ? states.Data.Values.Select(Resolve) : [normal]) { ReadForm(look as StreamToken, resources, 0); }
        }
    }

    private void ReadForm(StreamToken? form, DictionaryToken? resources, int depth)
    {
        if (form is not null) { ReadContent(form, Find(form.StreamDictionary, "Resources") as DictionaryToken ?? resources, depth + 1); }
    }

    private void ReadContent(StreamToken? content, DictionaryToken? resources, int depth)
    {
        stop.ThrowIfCancellationRequested();
        if (content is null || _hasText || depth > Deepest) { return; }
        Memory<byte> bytes;
        try { bytes = content.Decode(filters, scanner); }
        catch (Exception e) when (e is not (OperationCanceledException or RefusedFileException))
        {
            _hasOther = true;
            return;
        }
        var marks = PdfMarks.Read(bytes.Span, stop);
        _hasText |= marks.HasText;
        _hasPictures |= marks.HasPictures;
        _hasDrawings |= marks.HasDrawings;
        if (resources is null || Find(resources, "XObject") is not DictionaryToken objects) { return; }
        foreach (var name in marks.Drawn)
        {
            if (!objects.Data.TryGetValue(name, out var drawn)) { continue; }
            var isFirst = IsFirst(drawn);
            if (isFirst && Resolve(drawn) is StreamToken shown)
            {
                if (Find(shown.StreamDictionary, "Subtype") is NameToken { Data: "Image" }) { _hasPictures = true; }
                else { ReadForm(shown, resources, depth); }
            }
        }
    }
}
