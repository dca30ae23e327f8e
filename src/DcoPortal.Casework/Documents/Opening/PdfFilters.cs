using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>What PdfPig unpacks streams with, within limits: a few bytes can ask for gigabytes, and pictures are never unpacked.</summary>
internal sealed class PdfFilters(CancellationToken stop) : IFilterProvider
{
    private const int MostOfOne = 64 * 1024 * 1024;
    private const long MostOfAll = 512L * 1024 * 1024;
    // one row of a table or picture that was packed with a predictor
    private const long MostOfARow = 1024 * 1024;

    private long _left = MostOfAll;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Limited(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Limited(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Limited(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Limited(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new LimitedFilter(this, f))];

    private void Check(IFilter filter, Memory<byte> input, DictionaryToken dictionary, int index)
    {
        stop.ThrowIfCancellationRequested();
        var parameters = DecodeParameterResolver.GetFilterParameters(dictionary, index);
        var size = filter switch
        {
            FlateFilter => Inflated(input),
            LzwFilter => LzwLength.Of(input.Span, Number("EarlyChange", 1) != 0, MostOfOne),
            RunLengthFilter => input.Length * 64L,
            Ascii85Filter => input.Length * 4L,
            AsciiHexDecodeFilter => input.Length,
            _ => throw new NotSupportedException("This kind of stream is not unpacked."),
        };
        if (size > MostOfOne || (_left -= size) < 0 || Number("Columns", 1) * Number("Colors", 1) * Number("BitsPerComponent", 8) / 8 > MostOfARow) { throw new RefusedFileException(OpeningWords.TooMuch); }

        long Number(string name, long otherwise) => parameters.Data.TryGetValue(name, out var token) && token is NumericToken number ? Math.Clamp(number.Long, 0, int.MaxValue) : otherwise;
    }

    private long Inflated(Memory<byte> input)
    {
        if (input.Length <= 2) { return 0; }
        using var packed = new MemoryStream(input.ToArray(), 2, input.Length - 2);
        using var unpacked = new DeflateStream(packed, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        long size = 0;
        try
        {
            for (int read; size <= MostOfOne && (read = unpacked.Read(buffer)) > 0; size += read) { stop.ThrowIfCancellationRequested(); }
        }
        // as far as it goes: the reader makes the same of it
        catch (InvalidDataException) { }
        return size;
    }

    private sealed class LimitedFilter(PdfFilters limits, IFilter filter) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            limits.Check(filter, input, streamDictionary, filterIndex);
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
