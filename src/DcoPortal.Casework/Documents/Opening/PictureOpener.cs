using System.Buffers.Binary;
using System.IO.Compression;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Follows a picture's parts from its first byte to its end: none may be missing, and its size must be one that can be shown.</summary>
internal static class PictureOpener
{
    // the largest cameras of phones have 200 million pixels; more would only fill the reader's memory
    private const long MostPixels = 250_000_000;

    // no page can be read on so few
    private const uint Icon = 48;

    public static byte[] PngSignature { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>False: a picture is not called a scan.</summary>
    public static bool OpenPng(ReadOnlySpan<byte> bytes, CancellationToken stop)
    {
        using var pixels = new MemoryStream();
        long unpacked = 0;
        OneColour? rows = null;
        for (var at = PngSignature.Length; ;)
        {
            if (at + 12 > bytes.Length) { throw new RefusedFileException(OpeningWords.CutOff); }
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var name = bytes.Slice(at + 4, 4);
            if (length > bytes.Length - at - 12) { throw new RefusedFileException(OpeningWords.CutOff); }
            var isFirst = at == PngSignature.Length;
            if (isFirst != name.SequenceEqual("IHDR"u8)) { throw new RefusedFileException(OpeningWords.Damaged); }
            if (isFirst)
            {
                if (length != 13) { throw new RefusedFileException(OpeningWords.Damaged); }
                var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 12)..]));
                CheckSize(width, height);
                var channels = bytes[at + 17] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
                // each row has a byte before it; rows that come in turns are not counted
                unpacked = bytes[at + 20] == 0 ? height * ((((long)width * bytes[at + 16] * channels) + 7) / 8 + 1) : 1;
                rows = bytes[at + 20] == 0 ? OneColour.Of(width, height, bytes[at + 16] * channels, isFiltered: true, isShade: bytes[at + 17] != 3 && bytes[at + 16] == 8) : null;
            }
            if (name.SequenceEqual("IDAT"u8)) { pixels.Write(bytes.Slice(at + 8, (int)length)); }
            if (name.SequenceEqual("IEND"u8))
            {
                CheckPixels(pixels, unpacked, rows, stop);
                return false;
            }
            at += 12 + (int)length;
        }
    }

    /// <summary>False: a picture is not called a scan.</summary>
    public static bool OpenJpeg(ReadOnlySpan<byte> bytes)
    {
        var (hasSize, hasPixels) = (false, false);
        for (var at = 2; ;)
        {
            at = NextMarker(bytes, at);
            var marker = bytes[at + 1];
            at += 2;
            // the end; phones put films and maps behind it
            if (marker == 0xD9) { return hasSize && hasPixels ? false : throw new RefusedFileException(OpeningWords.Damaged); }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8)) { continue; }
            if (at + 2 > bytes.Length) { throw new RefusedFileException(OpeningWords.CutOff); }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2) { throw new RefusedFileException(OpeningWords.Damaged); }
            if (at + length > bytes.Length) { throw new RefusedFileException(OpeningWords.CutOff); }
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 8) { throw new RefusedFileException(OpeningWords.Damaged); }
                CheckSize(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 3)..]));
                hasSize = true;
            }
            hasPixels |= marker == 0xDA;
            at += length;
        }
    }

    // after a header the pixels stand, in which FF is followed by 00 or by a restart; other bytes before a marker are filling
    private static int NextMarker(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var found = bytes[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= bytes.Length) { throw new RefusedFileException(OpeningWords.CutOff); }
            at += found;
            if (bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) { return at; }
            at++;
        }
    }

    private static void CheckPixels(MemoryStream packed, long length, OneColour? rows, CancellationToken stop)
    {
        packed.Position = 0;
        using var pixels = new ZLibStream(packed, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        while (length > 0)
        {
            stop.ThrowIfCancellationRequested();
            var read = pixels.Read(buffer);
            if (read == 0) { throw new RefusedFileException(OpeningWords.Damaged); }
            rows?.Add(buffer.AsSpan(0, (int)Math.Min(read, length)));
            length -= read;
        }
        if (rows is { IsStill: true }) { throw new RefusedFileException(OpeningWords.BlankPages); }
    }

    private static void CheckSize(uint width, uint height)
    {
        if (width == 0 || height == 0) { throw new RefusedFileException(OpeningWords.Damaged); }
        if ((long)width * height > MostPixels) { throw new RefusedFileException(OpeningWords.TooManyPixels); }
        if (width <= Icon && height <= Icon) { throw new RefusedFileException(OpeningWords.TooFewPixels); }
    }
}
