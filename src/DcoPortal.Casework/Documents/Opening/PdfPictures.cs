using System.IO.Compression;
using UglyToad.PdfPig.Tokens;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Tells a picture in a PDF that is one colour all over. Only what is packed as in a ZIP, or not at all, is looked into; JPEG, fax and other kinds count as pictures.</summary>
internal static class PdfPictures
{
    public static bool IsOneColour(StreamToken picture, PdfPages pages, CancellationToken stop)
    {
        var about = picture.StreamDictionary;
        // a mask cuts writing out of a colour
        if (pages.Find(about, "SMask") is not null || pages.Find(about, "Mask") is not null || PackingOf(about, pages) is not { } isPacked) { return false; }
        var isStencil = pages.Find(about, "ImageMask") is BooleanToken { Data: true };
        var (width, height, colours) = (Number(about, "Width"), Number(about, "Height"), isStencil ? 1 : ColoursOf(pages.Find(about, "ColorSpace"), pages));
        var isShade = Number(about, "BitsPerComponent") == 8 && !(pages.Find(about, "ColorSpace") is ArrayToken { Length: > 0 } space && pages.Resolve(space[0]) is NameToken { Data: "Indexed" });
        var parameters = ParametersOf(about, pages);
        var predictor = parameters is null ? 1 : Math.Max(1, Number(parameters, "Predictor"));
        if (predictor is > 1 and < 10 || OneColour.Of(width, height, (int)(colours * Math.Clamp(isStencil ? 1 : Number(about, "BitsPerComponent"), 0, 16)), predictor >= 10, isShade) is not { } rows) { return false; }
        // rows that were packed as if they were others
        if (predictor >= 10 && (Number(parameters!, "Columns") != width || Math.Max(1, Number(parameters!, "Colors")) != colours)) { return false; }
        using var bytes = new MemoryStream(picture.Data.ToArray());
        try
        {
            if (!isPacked) { return rows.IsAll(bytes, height, stop); }
            using var unpacked = new ZLibStream(bytes, CompressionMode.Decompress);
            return rows.IsAll(unpacked, height, stop);
        }
        catch (InvalidDataException) { return false; }

        long Number(DictionaryToken of, string name) => pages.Find(of, name) is NumericToken number ? Math.Clamp(number.Long, 0, int.MaxValue) : 0;
    }

    // null for what cannot be unpacked here
    private static bool? PackingOf(DictionaryToken about, PdfPages pages) => pages.Find(about, "Filter") switch
    {
        null => false,
        NameToken { Data: "FlateDecode" } => true,
        ArrayToken { Length: 1 } several when pages.Resolve(several[0]) is NameToken { Data: "FlateDecode" } => true,
        _ => null,
    };

    private static DictionaryToken? ParametersOf(DictionaryToken about, PdfPages pages) => pages.Find(about, "DecodeParms") switch
    {
        DictionaryToken one => one,
        ArrayToken { Length: > 0 } several => pages.Resolve(several[0]) as DictionaryToken,
        _ => null,
    };

    private static long ColoursOf(IToken? space, PdfPages pages) => space switch
    {
        NameToken { Data: "DeviceGray" } => 1,
        NameToken { Data: "DeviceRGB" } => 3,
        NameToken { Data: "DeviceCMYK" } => 4,
        ArrayToken { Length: > 1 } of => pages.Resolve(of[0]) switch
        {
            NameToken { Data: "Indexed" or "CalGray" } => 1,
            NameToken { Data: "CalRGB" or "Lab" } => 3,
            NameToken { Data: "ICCBased" } when pages.Resolve(of[1]) is StreamToken profile && pages.Find(profile.StreamDictionary, "N") is NumericToken number => Math.Clamp(number.Long, 0, 4),
            _ => 0,
        },
        _ => 0,
    };
}
