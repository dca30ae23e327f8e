namespace DcoPortal.Casework.Documents.Opening;

/// <summary>How long a stream of codes (ISO 32000-1, 7.4.4) gets when it is unpacked, found without unpacking it: some old PDFs are packed so.</summary>
internal static class LzwLength
{
    private const int Clear = 256;
    private const int End = 257;
    private const int Longest = 4096;

    /// <param name="isEarly">Whether codes get longer one code early, as they do unless the stream says otherwise.</param>
    /// <param name="most">Where to stop counting.</param>
    public static long Of(ReadOnlySpan<byte> packed, bool isEarly, long most)
    {
        var lengths = new int[Longest];
        var (next, width, last, bits, held) = (End + 1, 9, 0, 0, 0u);
        long total = 0;
        foreach (var one in packed)
        {
            (held, bits) = ((held << 8) | one, bits + 8);
            if (bits < width) { continue; }
            bits -= width;
            var code = (int)((held >> bits) & ((1u << width) - 1));
            if (code == End || total > most) { break; }
            if (code == Clear)
            {
                (next, width, last) = (End + 1, 9, 0);
                continue;
            }
            var length = code < Clear ? 1 : code < next ? lengths[code] : last + 1;
            if (last > 0 && next < Longest) { lengths[next++] = last + 1; }
            (last, total) = (length, total + length);
            width = (next + (isEarly ? 1 : 0)) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
        }
        return total;
    }
}
