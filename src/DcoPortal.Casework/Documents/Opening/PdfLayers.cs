using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Which layers of a PDF are switched off as it opens (ISO 32000-1, 8.11): what stands on them is not seen.</summary>
internal sealed class PdfLayers
{
    private readonly PdfPages _pages;
    private readonly HashSet<IndirectReference> _off = [];
    private readonly HashSet<IndirectReference> _on = [];
    private readonly bool _areOff;

    public PdfLayers(PdfPages pages, DictionaryToken catalog)
    {
        _pages = pages;
        if (pages.Find(catalog, "OCProperties") is not DictionaryToken layers || pages.Find(layers, "D") is not DictionaryToken usual) { return; }
        _areOff = pages.Find(usual, "BaseState") is NameToken { Data: "OFF" };
        _off.UnionWith(Listed(usual, "OFF"));
        _on.UnionWith(Listed(usual, "ON"));
    }

    /// <summary>Whether a layer, or a group of them, is switched off.</summary>
    public bool IsOff(IToken? token)
    {
        if (token is IndirectReferenceToken layer && (_off.Contains(layer.Data) || _on.Contains(layer.Data))) { return _off.Contains(layer.Data); }
        if (_pages.Resolve(token) is not DictionaryToken about) { return false; }
        if (_pages.Find(about, "Type") is not NameToken { Data: "OCMD" }) { return _areOff; }
        about.Data.TryGetValue("OCGs", out var one);
        var several = _pages.Resolve(one) is ArrayToken list ? list.Data : one is null ? [] : [one];
        return several.Count > 0 && _pages.Find(about, "P") switch
        {
            NameToken { Data: "AllOn" } => several.Any(IsLayerOff),
            NameToken { Data: "AllOff" or "AnyOff" } => false,
            _ => several.All(IsLayerOff),
        };
    }

    // a group within a group is none
    private bool IsLayerOff(IToken token) => token is IndirectReferenceToken layer && (_off.Contains(layer.Data) || (_areOff && !_on.Contains(layer.Data)));

    private IEnumerable<IndirectReference> Listed(DictionaryToken usual, string name) => _pages.Find(usual, name) is ArrayToken list ? list.Data.OfType<IndirectReferenceToken>().Select(r => r.Data) : [];
}
