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
    private const int MostLinks = 1000;
    // beyond the words that are read, pages are only looked at: so many, and so much of what is packed in them
    private const int MostPages = 300;
    // what is drawn with less of its colour lets through what is under it
    private const double Solid = 0.9;
    private const long MostLookedAt = 64L * 1024 * 1024;

    private readonly HashSet<IndirectReference> _seen = [];
    private readonly PdfWords _words = new();
    private readonly PdfGaps _gaps = new();
    private readonly PdfBlackBoxes _boxes = new();
    private long _lookedAt;
    private PdfFonts? _fonts;
    private PdfLayers? _layers;
    private bool _hasPictures;
    // pictures of one colour, which may be the ground of something
    private bool _hasBlankPictures;
    private int _drawings;
    // something is there that this cannot read, and the reader's program may
    private bool _hasOther;
    private bool _hasComments;

    /// <summary>How many pages were looked at.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is something on them, and nothing of it could be read.</summary>
    public bool AreBroken => _hasOther && !(_words.AreAny || _hasPictures || _drawings > 0);

    /// <summary>What of them shows nothing, and what can be read beside them, in a few words; null where there is nothing to say.</summary>
    public string? Notice => OpeningWords.Notice(_gaps.Words, _hasComments ? OpeningWords.HasComments : null, _boxes.HideWords ? OpeningWords.HasBlackedOut : null);

    /// <summary>Their text, as far as it was read.</summary>
    public string Text => _words.Text;

    /// <summary>Whether they have pictures and no text; refuses pages on which nobody sees anything, or nothing but a link.</summary>
    public bool AreScans()
    {
        var hasText = _words.Check(_hasPictures || _hasOther, _drawings, _hasBlankPictures);
        return _hasPictures && !hasText && !_hasOther;
    }

    /// <summary>Whether there should be more of them than the file holds.</summary>
    public bool Lack(DictionaryToken catalog) => Find(catalog, "Pages") is DictionaryToken root && Find(root, "Count") is NumericToken said && said.Long > CountOf(root, [], 0);

    /// <summary>Goes from the catalog to each page, until enough of their text is seen.</summary>
    public void Read(DictionaryToken catalog)
    {
        _layers = new(this, catalog);
        ReadNode(Find(catalog, "Pages"), default, 0);
    }

    /// <summary>What a stream holds when it is unpacked.</summary>
    public Memory<byte> Unpack(StreamToken stream) => stream.Decode(filters, scanner);

    /// <summary>What a dictionary holds under a name, wherever in the file it stands; null when nothing.</summary>
    public IToken? Find(DictionaryToken dictionary, string name) => dictionary.Data.TryGetValue(name, out var token) ? Resolve(token) : null;

    /// <summary>What a reference leads to; null when nothing.</summary>
    public IToken? Resolve(IToken? token)
    {
        for (var hops = 0; token is IndirectReferenceToken reference && hops < 10; hops++) { token = scanner.Get(reference.Data)?.Data; }
        return token is NullToken or IndirectReferenceToken ? null : token;
    }

    private bool IsFirst(IToken token) => token is not IndirectReferenceToken reference || _seen.Add(reference.Data);

    private long CountOf(DictionaryToken node, HashSet<IndirectReference> seen, int depth)
    {
        stop.ThrowIfCancellationRequested();
        if (Find(node, "Kids") is not ArrayToken kids) { return 1; }
        long count = 0;
        foreach (var kid in kids.Data)
        {
            if (depth > Deepest || Resolve(kid) is not DictionaryToken below || (Find(below, "Kids") is not null && kid is IndirectReferenceToken reference && !seen.Add(reference.Data))) { continue; }
            count += CountOf(below, seen, depth + 1);
        }
        return count;
    }

    private void ReadNode(IToken? token, Given above, int depth)
    {
        stop.ThrowIfCancellationRequested();
        if (IsEnough || depth > Deepest || token is not DictionaryToken node) { return; }
        var own = new Given(Find(node, "Resources") as DictionaryToken ?? above.Resources, BoxOf(node, "MediaBox") ?? above.Media, BoxOf(node, "CropBox") ?? above.Crop);
        if (Find(node, "Kids") is ArrayToken kids)
        {
            foreach (var kid in kids.Data.Where(IsFirst)) { ReadNode(Resolve(kid), own, depth + 1); }
            return;
        }
        Count++;
        _gaps.Begin();
        _boxes.Begin();
        try { ReadPage(node, own); }
        catch (RefusedFileException) when (_words.AreEnough)
        {
            // it was read far enough to be taken
            _lookedAt = long.MaxValue;
            _gaps.Shows();
        }
        catch (Exception e) when (e is not (OperationCanceledException or RefusedFileException)) { Lose(); }
        _gaps.End();
        _boxes.End();
    }

    // of a long report the last pages are taken as they are
    private bool IsEnough => _words.AreEnough && (Count >= MostPages || _lookedAt > MostLookedAt);

    private void Lose()
    {
        _hasOther = true;
        _gaps.Loses();
    }

    private PdfWords.Box? BoxOf(DictionaryToken of, string name)
    {
        if (Find(of, name) is not ArrayToken { Length: 4 } corners) { return null; }
        var at = corners.Data.Select(Resolve).OfType<NumericToken>().Select(n => (float)n.Double).ToList();
        return at.Count < 4 ? null : new(Math.Min(at[0], at[2]), Math.Min(at[1], at[3]), Math.Max(at[0], at[2]), Math.Max(at[1], at[3]));
    }

    // what a press on it opens is another file, or a page of the web
    private bool LeadsOut(DictionaryToken note) => Find(note, "Subtype") is NameToken { Data: "Link" } && Find(note, "A") is DictionaryToken action && Find(action, "S") is NameToken { Data: "URI" or "Launch" or "GoToR" };

    private List<PdfWords.Box> LinksOf(DictionaryToken page) => Find(page, "Annots") is not ArrayToken notes ? []
        : [.. notes.Data.Take(MostLinks).Select(Resolve).OfType<DictionaryToken>().Where(LeadsOut).Select(n => BoxOf(n, "Rect")).OfType<PdfWords.Box>()];

    private void ReadPage(DictionaryToken page, Given given)
    {
        var (contents, resources, pen) = (Find(page, "Contents"), given.Resources, PenOf(given.Resources, _boxes.Fill));
        _words.Begin(given.Crop ?? given.Media, LinksOf(page));
        // each part of a page goes on where the one before it ended
        foreach (var part in contents is ArrayToken parts ? parts.Data.Select(Resolve) : [contents]) { ReadContent(part as StreamToken, resources, pen, 0); }
        // said to be there, and not in the file
        if (contents is null && page.Data.ContainsKey("Contents")) { _gaps.Loses(); }
        // typed into a form or beside a scan
        if (Find(page, "Annots") is not ArrayToken notes) { return; }
        foreach (var note in notes.Data.Where(IsFirst).Select(Resolve).OfType<DictionaryToken>())
        {
            _hasComments |= IsComment(note);
            if (IsBlack(note) && BoxOf(note, "Rect") is { } over) { _boxes.Fill(over, true); }
            if (Find(note, "AP") is not DictionaryToken looks) { continue; }
            var normal = Find(looks, "N");
            foreach (var look in normal is DictionaryToken states ? states.Data.Values.Select(Resolve) : [normal]) { ReadForm(look as StreamToken, resources, 0); }
        }
    }

    // what opens beside the page; words typed onto it are seen
    private bool IsComment(DictionaryToken note) => Find(note, "Subtype") is NameToken { Data: "Text" or "Highlight" or "Underline" or "StrikeOut" or "Squiggly" or "Caret" or "Popup" }
        && Find(note, "Contents") is IDataToken<string> { Data: var words } && !string.IsNullOrWhiteSpace(words);

    // drawn over words with the tools of a reader, which can be moved away
    private bool IsBlack(DictionaryToken note) => Find(note, "Subtype") is NameToken { Data: "Square" or "Polygon" or "Redact" or "Highlight" or "FreeText" } kind
        && Find(note, kind.Data is "Highlight" or "FreeText" ? "C" : "IC") is ArrayToken colour && PdfPen.IsDark([.. colour.Data.Select(Resolve).OfType<NumericToken>().Select(n => (float)n.Double)], isGrey: true)
        && !(Find(note, "CA") is NumericToken { Double: < Solid });

    private void ReadForm(StreamToken? form, DictionaryToken? resources, int depth)
    {
        if (form is null) { return; }
        var own = Find(form.StreamDictionary, "Resources") as DictionaryToken ?? resources;
        ReadContent(form, own, PenOf(own), depth + 1);
    }

    private PdfPen PenOf(DictionaryToken? resources, Action<PdfWords.Box, bool>? filled = null) => new()
    {
        Filled = filled ?? ((_, _) => { }),
        IsClear = name => resources is not null && Find(resources, "ExtGState") is DictionaryToken settings && Find(settings, name) is DictionaryToken set && Find(set, "ca") is NumericToken { Double: < Solid },
        IsLayerOff = name => resources is not null && Find(resources, "Properties") is DictionaryToken layers && layers.Data.TryGetValue(name, out var layer) && _layers!.IsOff(layer),
    };

    private void ReadContent(StreamToken? content, DictionaryToken? resources, PdfPen pen, int depth)
    {
        stop.ThrowIfCancellationRequested();
        if (content is null || IsEnough || depth > Deepest) { return; }
        Memory<byte> bytes;
        try { bytes = Unpack(content); }
        catch (Exception e) when (e is not (OperationCanceledException or RefusedFileException))
        {
            Lose();
            return;
        }
        if (_words.AreEnough) { _lookedAt += bytes.Length; }
        // rubbish unpacks to nothing, or to no operators
        if (content.Data.Length > 0 && (!HoldsText(bytes.Span) || PdfLostPictures.IsNotPacked(content, this))) { _gaps.Loses(); }
        _fonts ??= new(this, stop);
        var marks = PdfMarks.Read(bytes.Span, pen, (codes, hand) => Write(codes, hand, resources, depth == 0), stop);
        _hasPictures |= marks.HasPictures;
        _drawings += marks.Drawings;
        if (marks.HasPictures || marks.Drawings > 0) { _gaps.Shows(); }
        foreach (var name in marks.Drawn) { Draw(name, resources, depth); }
    }

    private void Draw(string name, DictionaryToken? resources, int depth)
    {
        if (resources is null || Find(resources, "XObject") is not DictionaryToken objects || !objects.Data.TryGetValue(name, out var drawn) || Resolve(drawn) is not StreamToken shown)
        {
            _gaps.LosesPicture();
            return;
        }
        // what was drawn before shows here what it showed there
        if (!IsFirst(drawn)) { _gaps.Shows(); }
        else if (shown.StreamDictionary.Data.TryGetValue("OC", out var layer) && _layers!.IsOff(layer)) { _gaps.Loses(); }
        else if (Find(shown.StreamDictionary, "Subtype") is NameToken { Data: "Image" }) { ReadPicture(shown); }
        else { ReadForm(shown, resources, depth); }
    }

    private static bool HoldsText(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, 200)];
        var odd = 0;
        foreach (var value in start) { odd += value is < 9 or > 126 ? 1 : 0; }
        return !content.IsEmpty && odd * 3 < start.Length;
    }

    // false when enough is seen
    private bool Write(byte[]? codes, PdfPen pen, DictionaryToken? resources, bool isOnPage)
    {
        if (codes is null)
        {
            if (!_words.AreEnough) { _words.Space(); }
        }
        else if (_words.AreEnough)
        {
            // two codes make a letter in many fonts
            if (isOnPage) { _boxes.Write(pen, (codes.Length + 1) / 2); }
            TakeNote(pen, isOnPage);
        }
        else
        {
            var words = _fonts!.Words(resources, pen.Font, codes);
            if (isOnPage) { _boxes.Write(pen, Math.Max(words.Length, 1)); }
            // there are letters, whatever they are said to be
            _words.Add(string.IsNullOrWhiteSpace(words) ? "?" : words, pen, isOnPage);
            TakeNote(pen, isOnPage);
        }
        return !IsEnough;
    }

    private void TakeNote(PdfPen pen, bool isOnPage)
    {
        if (_words.AreSeen(pen, isOnPage)) { _gaps.Shows(); }
        else { _gaps.Loses(); }
    }

    private void ReadPicture(StreamToken picture)
    {
        if (PdfLostPictures.Has(picture, this, stop))
        {
            _gaps.LosesPicture();
            _hasPictures = true;
        }
        else if (PdfPictures.IsOneColour(picture, this, stop)) { _hasBlankPictures = true; }
        else
        {
            _hasPictures = true;
            _gaps.Shows();
        }
    }

    /// <summary>What a page has from those above it in the tree.</summary>
    private readonly record struct Given(DictionaryToken? Resources, PdfWords.Box? Media, PdfWords.Box? Crop);
}
