namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Goes through the rows of a picture as they unpack, until two of its pixels differ by more than the noise of a scanner: a sheet fed the wrong way round, or a covered lens, shows one colour all over.</summary>
internal sealed class OneColour
{
    private const long MostOfARow = 1024 * 1024;
    private const long MostPixels = 250_000_000;

    // no eye sees less than this of 256 shades
    private const int Noise = 8;

    private readonly int _pixel;
    private readonly int _bits;
    private readonly bool _isFiltered;
    private readonly byte _tail;
    private readonly bool _isShade;
    private readonly byte[] _least;
    private readonly byte[] _most;
    private readonly byte[] _above;
    private readonly byte[] _row;
    private int _filled;
    private bool _hasFirst;

    private OneColour(int width, int bits, bool isFiltered, bool isShade)
    {
        var (length, spare) = ((int)(((long)width * bits + 7) / 8), (8 - (int)((long)width * bits % 8)) % 8);
        (_bits, _pixel, _isFiltered, _tail) = (bits, Math.Max(1, bits / 8), isFiltered, (byte)(0xFF << spare));
        (_isShade, _least, _most) = (isShade && bits >= 8, new byte[_pixel], new byte[_pixel]);
        Array.Fill(_least, byte.MaxValue);
        (_above, _row) = (new byte[length], new byte[length + (isFiltered ? 1 : 0)]);
    }

    /// <summary>Whether no two pixels differ yet.</summary>
    public bool IsStill { get; private set; } = true;

    private int RowLength => _row.Length;

    /// <summary>Null where the rows are too long, or the pixels of a kind that is not looked at.</summary>
    /// <param name="bits">Of a pixel.</param>
    /// <param name="isFiltered">Whether each row has a byte before it that says how it was packed, as in a PNG.</param>
    /// <param name="isShade">Whether a byte is a shade, of which the next is hardly another, and no number in a list of colours.</param>
    public static OneColour? Of(long width, long height, int bits, bool isFiltered, bool isShade) =>
        width > 0 && height > 0 && width <= MostPixels / height && bits > 0 && (bits is 1 or 2 or 4 || bits % 8 == 0) && width * bits / 8 < MostOfARow ? new((int)width, bits, isFiltered, isShade) : null;

    /// <summary>Whether a whole picture is of one colour; false where it breaks off.</summary>
    public bool IsAll(Stream rows, long height, CancellationToken stop)
    {
        var buffer = new byte[64 * 1024];
        for (var left = height * RowLength; left > 0 && IsStill;)
        {
            stop.ThrowIfCancellationRequested();
            var read = rows.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) { return false; }
            Add(buffer.AsSpan(0, read));
            left -= read;
        }
        return IsStill;
    }

    /// <summary>Adds bytes of the rows, wherever they begin and end.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0 && IsStill)
        {
            var part = bytes[..Math.Min(bytes.Length, _row.Length - _filled)];
            part.CopyTo(_row.AsSpan(_filled));
            _filled += part.Length;
            bytes = bytes[part.Length..];
            if (_filled < _row.Length) { return; }
            _filled = 0;
            if (_isFiltered) { Restore(_row[0], _row.AsSpan(1)); }
            Compare(_isFiltered ? _row.AsSpan(1) : _row);
        }
    }

    private void Compare(Span<byte> row)
    {
        row[^1] &= _tail;
        if (_hasFirst && row.SequenceEqual(_above)) { return; }
        IsStill = _isShade ? IsNearlyEven(row) : !_hasFirst && IsEven(row);
        _hasFirst = true;
        row.CopyTo(_above);
    }

    private bool IsNearlyEven(ReadOnlySpan<byte> row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var at = i % _pixel;
            _least[at] = Math.Min(_least[at], row[i]);
            _most[at] = Math.Max(_most[at], row[i]);
            if (_most[at] - _least[at] >= Noise) { return false; }
        }
        return true;
    }

    // each pixel of the row as the one before it
    private bool IsEven(ReadOnlySpan<byte> row)
    {
        if (_bits >= 8) { return row[_pixel..].SequenceEqual(row[..^_pixel]); }
        var value = row[0] >> (8 - _bits);
        var whole = 0;
        for (var at = 0; at < 8; at += _bits) { whole |= value << at; }
        return row[..^1].IndexOfAnyExcept((byte)whole) < 0 && row[^1] == (whole & _tail);
    }

    // what the packer took from each byte: its neighbours on the left and above (PNG, 9.2)
    private void Restore(byte filter, Span<byte> row)
    {
        for (var i = 0; i < row.Length && filter != 0; i++)
        {
            int left = i < _pixel ? 0 : row[i - _pixel], above = _above[i], corner = i < _pixel ? 0 : _above[i - _pixel];
            row[i] += (byte)(filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, _ => Nearest(left, above, corner) });
        }
    }

    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (byLeft, byAbove, byCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner;
    }
}
