namespace DcoPortal.Casework.Documents.Upload;

/// <summary>A file that a person uploads, or that the demo makes.</summary>
/// <param name="FileName">Its name as it was sent: nobody has cleaned it yet.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="OpenReadStream">Opens it, from its beginning.</param>
public sealed record UploadedFile(string FileName, long Length, Func<Stream> OpenReadStream)
{
    /// <summary>Copies it.</summary>
    public async Task CopyToAsync(Stream target, CancellationToken ct)
    {
        await using var content = OpenReadStream();
        await content.CopyToAsync(target, ct);
    }
}
