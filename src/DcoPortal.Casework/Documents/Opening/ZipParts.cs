using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>The parts of a zipped document, each unpacked once to nowhere and counted before any is read: what an archive says of its sizes is not believed. An archive within it stays shut.</summary>
internal sealed class ZipParts : IDisposable
{
    private const int MostParts = 5000;
    private const long MostUnpacked = 300L * 1024 * 1024;
    // text packs to a twentieth; a small file may hold what it likes up to here
    private const int MostRatio = 100;
    private const long UnpackedAnyhow = 20L * 1024 * 1024;
    private const int MostDepth = 1000;

    private readonly ZipArchive _archive;
    private readonly CancellationToken _stop;

    public ZipParts(byte[] bytes, CancellationToken stop)
    {
        _stop = stop;
        CheckEnd(bytes);
        _archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        try { CheckParts(bytes.Length); }
        catch
        {
            _archive.Dispose();
            throw;
        }
    }

    public IEnumerable<string> Names => _archive.Entries.Select(e => e.FullName);

    public bool Has(string name) => _archive.GetEntry(name) is not null;

    public void Dispose() => _archive.Dispose();

    /// <summary>A part's text, of which the first megabyte is read; null when there is no such part.</summary>
    public string? Text(string name)
    {
        if (_archive.GetEntry(name) is not { } entry) { return null; }
        using var stream = entry.Open();
        var bytes = new byte[Math.Clamp(entry.Length, 0, 1024 * 1024)];
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    /// <summary>A part's bytes, which were counted before; null when there is no such part.</summary>
    public byte[]? Bytes(string name)
    {
        if (_archive.GetEntry(name) is not { } entry) { return null; }
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Goes through a part's elements and text from its beginning to its end. No definition and nothing outside of it is read.</summary>
    public void Read(string name, Action<XmlReader> each)
    {
        var entry = _archive.GetEntry(name) ?? throw new RefusedFileException(OpeningWords.Damaged);
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = MostUnpacked });
        for (var count = 0; reader.Read(); count++)
        {
            if ((count & 0xFFF) == 0) { _stop.ThrowIfCancellationRequested(); }
            if (reader.Depth > MostDepth) { throw new RefusedFileException(OpeningWords.TooMuch); }
            each(reader);
        }
    }

    // the list of parts stands at the end of an archive: without it the file was cut off
    private static void CheckEnd(ReadOnlySpan<byte> bytes)
    {
        var at = bytes[^Math.Min(bytes.Length, 22 + ushort.MaxValue)..].LastIndexOf("PK\x05\x06"u8);
        if (at < 0) { throw new RefusedFileException(OpeningWords.CutOff); }
    }

    private void CheckParts(long fileLength)
    {
        if (_archive.Entries.Count > MostParts) { throw new RefusedFileException(OpeningWords.TooMuch); }
        var most = Math.Min(MostUnpacked, Math.Max(UnpackedAnyhow, fileLength * MostRatio));
        var buffer = new byte[64 * 1024];
        long unpacked = 0;
        foreach (var entry in _archive.Entries)
        {
            if (entry.IsEncrypted) { throw new RefusedFileException(OpeningWords.Password); }
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                _stop.ThrowIfCancellationRequested();
                if ((unpacked += read) > most) { throw new RefusedFileException(OpeningWords.TooMuch); }
            }
        }
    }
}
