using System.IO.Compression;
using System.Net;
using System.Text;

namespace DcoPortal.Benchmarks.Portal;

/// <summary>What came back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Took">From asking to the last byte.</param>
/// <param name="Body">The bytes as they were sent.</param>
/// <param name="Redirect">Where it leads, or null.</param>
internal sealed record Answer(HttpStatusCode Status, TimeSpan Took, byte[] Body, string? Redirect)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>How many bytes a proxy in front would send: the portal leaves gzip to it.</summary>
    public int Zipped()
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) { zip.Write(Body); }
        return (int)bytes.Length;
    }
}
