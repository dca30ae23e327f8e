using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Finds a file inside a PDF that most programs do not show beside its pages: attached to the whole, to a page, or to a comment. A covering note would arrive without its report.</summary>
internal sealed class PdfAttachments(PdfPages pages, CancellationToken stop)
{
    private const int Deepest = 40;

    // comments that are a file, or a recording of what somebody says
    private static readonly HashSet<string> Carriers = ["FileAttachment", "Sound", "Movie", "RichMedia"];

    private readonly HashSet<IndirectReference> _seen = [];

    public bool AreIn(DictionaryToken catalog) => HasNamed(catalog) || HasAssociated(catalog) || AreOn(pages.Find(catalog, "Pages"), 0);

    private bool HasNamed(DictionaryToken catalog) => pages.Find(catalog, "Names") is DictionaryToken names && pages.Find(names, "EmbeddedFiles") is DictionaryToken files
        && (pages.Find(files, "Names") is ArrayToken { Length: > 0 } || pages.Find(files, "Kids") is ArrayToken { Length: > 0 });

    private bool HasAssociated(DictionaryToken of) => pages.Find(of, "AF") switch
    {
        ArrayToken several => several.Data.Select(pages.Resolve).OfType<DictionaryToken>().Any(HoldsFile),
        DictionaryToken one => HoldsFile(one),
        _ => false,
    };

    private bool HoldsFile(DictionaryToken file) => pages.Find(file, "EF") is DictionaryToken;

    private bool AreOn(IToken? token, int depth)
    {
        stop.ThrowIfCancellationRequested();
        if (depth > Deepest || token is not DictionaryToken node) { return false; }
        if (pages.Find(node, "Kids") is ArrayToken kids) { return kids.Data.Where(IsFirst).Any(k => AreOn(pages.Resolve(k), depth + 1)); }
        return HasAssociated(node) || (pages.Find(node, "Annots") is ArrayToken notes && notes.Data.Where(IsFirst).Select(pages.Resolve).OfType<DictionaryToken>().Any(IsCarrier));
    }

    private bool IsCarrier(DictionaryToken note) => (pages.Find(note, "Subtype") is NameToken kind && Carriers.Contains(kind.Data)) || HasAssociated(note);

    private bool IsFirst(IToken token) => token is not IndirectReferenceToken reference || _seen.Add(reference.Data);
}
