using System.Text;
using DcoPortal.Casework.Emails.Sending;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Emails.Bounces;

/// <summary>
/// The folder into which the mail system delivers what comes back to the From address. A report about an email of ours goes
/// to done/, everything else to unknown/, for a person: nothing is guessed and nothing is deleted.
/// </summary>
public sealed partial class BounceFolder(IOptions<EmailOptions> options, IHostEnvironment environment, ReportReader reader, ILogger<BounceFolder> log)
{
    private const int MostCounted = 1000;

    private readonly string? folder = FolderOf(options.Value, environment);

    /// <summary>The configured folder's full path, or null.</summary>
    public static string? FolderOf(EmailOptions options, IHostEnvironment environment) =>
        string.IsNullOrWhiteSpace(options.Bounces.Folder) ? null : Path.Combine(environment.ContentRootPath, options.Bounces.Folder);

    /// <summary>How many messages a person should look at (counted to 1,000), or null when no folder is configured.</summary>
    public int? UnknownCount()
    {
        if (folder is null) { return null; }
        var unknown = new DirectoryInfo(Path.Combine(folder, "unknown"));
        return unknown.Exists ? unknown.EnumerateFiles().Take(MostCounted).Count() : 0;
    }

    /// <summary>Reads the reports that have arrived.</summary>
    /// <returns>How many emails were found to have bounced.</returns>
    public async Task<int> ReadAsync(CancellationToken ct)
    {
        if (folder is null) { return 0; }
        var bounced = 0;
        // files that are still being written have other names
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderBy(f => f.Name, StringComparer.Ordinal).Take(ReportReader.MostAtOnce).ToList())
        {
            try
            {
                var fate = await ReadOneAsync(file, ct);
                if (fate == ReportFate.Bounced) { bounced++; }
                if (fate != ReportFate.Wait) { Move(file, fate == ReportFate.Unknown ? "unknown" : "done"); }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // another instance has just moved this file, or it cannot be read now: the next round tries again
                LogNotRead(e.GetType().Name);
            }
        }
        return bounced;
    }

    private async Task<ReportFate> ReadOneAsync(FileInfo file, CancellationToken ct)
    {
        if (file.Length > ReportReader.Largest) { return ReportFate.Unknown; }
        await using var message = file.OpenRead();
        return await reader.ReadAsync(message, ct);
    }

    private void Move(FileInfo file, string to)
    {
        var target = Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(folder!, to)).FullName, file.Name);
        File.Move(file.FullName, File.Exists(target) ? $"{target}.{Path.GetRandomFileName()}" : target);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of the bounce folder could not be read or moved: {Error}")]
    private partial void LogNotRead(string error);
}
