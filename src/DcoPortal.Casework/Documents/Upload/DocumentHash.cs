using System.Security.Cryptography;

namespace DcoPortal.Casework.Documents.Upload;

/// <summary>The fingerprint kept with each document.</summary>
public static class DocumentHash
{
    /// <summary>The SHA-256 of the rest of <paramref name="content"/> as 64 lower-case hexadecimal digits, read in pieces. A seekable stream is put back to where it was.</summary>
    public static async Task<string> Sha256Async(Stream content, CancellationToken ct)
    {
        var start = content.CanSeek ? content.Position : 0;
        var hash = await SHA256.HashDataAsync(content, ct);
        if (content.CanSeek)
            content.Position = start;
        return Convert.ToHexStringLower(hash);
    }
}
