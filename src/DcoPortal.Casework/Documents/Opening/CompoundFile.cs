using System.Buffers.Binary;
using System.Text;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>The file within a file that Office used before 2007: streams, each a chain of sectors. Every chain is at most as long as the file.</summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const uint LastSector = 0xFFFFFFFA;

    private readonly byte[] _bytes;
    private readonly int _sector;
    private readonly uint _smallCutoff;
    private readonly uint[] _next;
    private readonly Dictionary<string, (uint Start, uint Length)> _streams = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, uint Start, uint Length)> _all = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private byte[] _small = [];
    private uint[] _nextSmall = [];

    /// <summary>Reads the table of sectors and the list of streams.</summary>
    public CompoundFile(byte[] bytes)
    {
        _bytes = bytes;
        if (bytes.Length < HeaderLength) { throw new RefusedFileException(OpeningWords.CutOff); }
        if (At16(30) is not (9 or 12)) { throw new RefusedFileException(OpeningWords.Damaged); }
        _sector = 1 << At16(30);
        _smallCutoff = At32(56);
        _next = Table(FatSectors());
        ReadList(Chain(At32(48), _next).SelectMany(s => Sector(s)).ToArray());
    }

    /// <summary>Whether there is a stream or a folder of this name, however deep.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>A stream's bytes, or null.</summary>
    public byte[]? Stream(string name) => _streams.TryGetValue(name, out var found) ? Content(found) : null;

    /// <summary>Every stream of a name, in whatever folder.</summary>
    public IEnumerable<byte[]> Streams(string name) => _all.Where(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(s => Content((s.Start, s.Length)));

    private byte[] Content((uint Start, uint Length) found)
    {
        if (found.Length > _bytes.Length) { throw new RefusedFileException(OpeningWords.CutOff); }
        var content = new MemoryStream();
        if (found.Length < _smallCutoff)
        {
            foreach (var s in Chain(found.Start, _nextSmall).Where(s => (s + 1L) * 64 <= _small.Length)) { content.Write(_small, (int)s * 64, 64); }
        }
        else
        {
            foreach (var s in Chain(found.Start, _next)) { content.Write(Sector(s)); }
        }
        return content.Length >= found.Length ? content.GetBuffer()[..(int)found.Length] : throw new RefusedFileException(OpeningWords.CutOff);
    }

    private int At16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint At32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));

    // the last sector of a file may be short; one that begins behind its end was cut off
    private byte[] Sector(uint number)
    {
        var at = (number + 1L) * _sector;
        if (at >= _bytes.Length) { throw new RefusedFileException(OpeningWords.CutOff); }
        var sector = new byte[_sector];
        _bytes.AsSpan((int)at, (int)Math.Min(_sector, _bytes.Length - at)).CopyTo(sector);
        return sector;
    }

    // the header names the first 109 sectors of the table, and a chain of its own the rest
    private IEnumerable<uint> FatSectors()
    {
        var count = Math.Min(At32(44), (uint)(_bytes.Length / _sector) + 1);
        for (var i = 0; i < 109 && count > 0; i++, count--) { yield return At32(76 + (i * 4)); }
        var more = At32(68);
        while (count > 0 && more < LastSector)
        {
            var sector = Sector(more);
            for (var i = 0; i < (_sector / 4) - 1 && count > 0; i++, count--) { yield return BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(i * 4)); }
            more = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(_sector - 4));
        }
    }

    private uint[] Table(IEnumerable<uint> sectors)
    {
        var table = new List<uint>();
        foreach (var sector in sectors.Select(Sector))
        {
            for (var i = 0; i < _sector; i += 4) { table.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(i))); }
        }
        return [.. table];
    }

    private static IEnumerable<uint> Chain(uint start, uint[] next)
    {
        var left = next.Length;
        for (var s = start; s < LastSector; s = next[s])
        {
            if (s >= next.Length || left-- == 0) { throw new RefusedFileException(OpeningWords.CutOff); }
            yield return s;
        }
    }

    private void ReadList(byte[] list)
    {
        for (var at = 0; at + EntryLength <= list.Length; at += EntryLength)
        {
            var entry = list.AsSpan(at, EntryLength);
            var kind = entry[66];
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
            if (kind == 0 || nameLength is < 2 or > 64) { continue; }
            var name = Encoding.Unicode.GetString(entry[..(nameLength - 2)]);
            var (start, length) = (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
            _names.Add(name);
            if (kind == 2)
            {
                _streams.TryAdd(name, (start, length));
                _all.Add((name, start, length));
            }
            if (kind == 5)
            {
                _small = [.. Chain(start, _next).SelectMany(Sector)];
                _nextSmall = Table(Chain(At32(60), _next));
            }
        }
    }
}
