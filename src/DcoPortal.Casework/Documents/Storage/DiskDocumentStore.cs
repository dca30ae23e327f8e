namespace DcoPortal.Casework.Documents.Storage;

/// <summary>Documents as files that only the portal's own user can read, in folders by the key's first two characters.</summary>
internal sealed class DiskDocumentStore(string root) : IDocumentStore
{
    public async Task SaveAsync(string key, Stream content, CancellationToken ct)
    {
        var path = PathOf(key);
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Guarded(() => CreateFolder(Path.GetDirectoryName(path)!));
            if (File.Exists(path))
                throw new InvalidOperationException($"A document is already stored under {key}.");
            await WriteAsync(temporary, content, ct);
            Guarded(() => File.Move(temporary, path, overwrite: false));
        }
        finally
        {
            DeleteQuietly(temporary);
        }
    }

    public Task<Stream> OpenAsync(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        try
        {
            return Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DocumentNotFoundException(key, missing);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            throw new DocumentStoreUnavailableException(away);
        }
    }

    public Task DeleteAsync(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        Guarded(() =>
        {
            if (File.Exists(path))
                File.Delete(path);
        });
        return Task.CompletedTask;
    }

    public async Task CheckAsync(CancellationToken ct)
    {
        var probe = Path.Combine(root, $"check-{Path.GetRandomFileName()}.tmp");
        try
        {
            Guarded(() => CreateFolder(root));
            await WriteAsync(probe, new MemoryStream(new byte[4096]), ct);
        }
        finally
        {
            DeleteQuietly(probe);
        }
    }

    /// <summary>Linux reports 28 (no space) or 122 (quota), Windows 0x80070070 (disk full).</summary>
    internal static bool IsFull(IOException problem) => problem.HResult is 28 or 122 or unchecked((int)0x80070070);

    private string PathOf(string key) => Path.Combine(root, DocumentKey.Checked(key)[..2], key);

    private static async Task WriteAsync(string path, Stream content, CancellationToken ct)
    {
        FileStream file = null!;
        Guarded(() => file = new FileStream(path, NewFile()));
        try
        {
            var buffer = new byte[128 * 1024];
            // only a failed write is the store's fault: an upload that breaks off keeps its own exception
            while (await content.ReadAsync(buffer, ct) is var count and > 0)
                await GuardedAsync(() => file.WriteAsync(buffer.AsMemory(0, count), ct));
            Guarded(() => file.Flush(flushToDisk: true));
        }
        finally
        {
            await file.DisposeAsync();
        }
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    // on Windows the folder's inherited rights decide
    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            System.IO.Directory.CreateDirectory(path);
        else
            System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Translated(problem);
        }
    }

    private static async Task GuardedAsync(Func<ValueTask> work)
    {
        try
        {
            await work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Translated(problem);
        }
    }

    private static DocumentStoreUnavailableException Translated(Exception problem) => problem is IOException io && IsFull(io)
        ? new DocumentStoreFullException(io)
        : new DocumentStoreUnavailableException(problem);

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // the caller reports the error that led to this clean-up, not that the clean-up failed
        }
    }
}
