using System.Text;
using DcoPortal.Casework.Emails.Sending;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Emails.Bounces;

/// <summary>
/// The folder into which the mail system delivers what comes back to the From address. A report about an email of ours goes
/// to done/, everything else to unknown/, for a person: nothing is guessed and nothing is deleted.
/// </summary>
public sealed partial class BounceFolder(IOptions<EmailOptions> options, IHostEnvironment environment, BounceRecorder recorder, ILogger<BounceFolder> log)
{
    // a report quotes headers or a short email; what is larger is something else
    private const long LargestFile = 1024 * 1024;
    private const int MostAtOnce = 200;
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

    /// <summary>Reads what has arrived.</summary>
    /// <returns>How many emails were found to have bounced.</returns>
    public async Task<int> ReadAsync(CancellationToken ct)
    {
        if (folder is null) { return 0; }
        var bounced = 0;
        // files that are still being written have other names
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderBy(f => f.Name, StringComparer.Ordinal).Take(MostAtOnce).ToList())
        {
            try
            {
                var to = await ReadOneAsync(file, ct);
                if (to is null) { continue; }
                if (to == "done") { bounced++; }
                Move(file, to);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // another portal has just taken it, or it may not be read: the next round sees
                LogNotRead(e.GetType().Name);
            }
        }
        return bounced;
    }

    private async Task<string?> ReadOneAsync(FileInfo file, CancellationToken ct)
    {
        if (file.Length > LargestFile) { return "unknown"; }
        var report = DeliveryReport.Read(await File.ReadAllTextAsync(file.FullName, Encoding.Latin1, ct), options.Value.From);
        return report.Kind switch
        {
            ReportKind.NoFailure => "done",
            ReportKind.Failure => await recorder.RecordAsync(report.EmailId, report.Why, ct) switch
            {
                BounceOutcome.Marked => "done",
                BounceOutcome.NotYetSent => null,
                _ => "unknown",
            },
            _ => "unknown",
        };
    }

    private void Move(FileInfo file, string to)
    {
        var target = Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(folder!, to)).FullName, file.Name);
        File.Move(file.FullName, File.Exists(target) ? $"{target}.{Path.GetRandomFileName()}" : target);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of the bounce folder could not be read or moved: {Error}")]
    private partial void LogNotRead(string error);
}
