using System.Net.Security;
using DcoPortal.Casework.Emails.Sending;
using DcoPortal.Casework.Jobs;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Emails.Bounces;

/// <summary>
/// The mailbox of the From address, read over IMAP. A report about an email of ours goes to the mailbox's folder "done",
/// everything else to "unknown", for a person: nothing is guessed and nothing is deleted.
/// </summary>
public sealed class BounceMailbox(IOptions<EmailOptions> options, PortalDbFactory dbs, ReportReader reader, UkClock clock, RemoteCertificateValidationCallback? trust = null)
{
    /// <summary>The job's row: one portal reads, whatever their number. Its count is that of the messages in "unknown".</summary>
    public const string JobName = "bounce-mailbox";

    // a little under the worker's minute, so that no round is left out
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(55);
    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(5);

    private readonly ImapOptions settings = options.Value.Bounces.Imap;

    /// <summary>How many messages a person should look at, or null when no mailbox is configured.</summary>
    public async Task<int?> UnknownCountAsync(PortalDb db, CancellationToken ct) =>
        settings.Host is null ? null : await db.Jobs.Where(j => j.Name == JobName).Select(j => j.LastCount).SingleOrDefaultAsync(ct);

    /// <summary>Reads what has arrived, unless an instance of the portal did so in the last minute.</summary>
    /// <returns>How many emails were found to have bounced.</returns>
    public async Task<int> ReadAsync(CancellationToken ct)
    {
        if (settings.Host is null) { return 0; }
        await using var db = dbs.Create(AccessScope.System);
        var known = await UnknownCountAsync(db, ct);
        if (!await JobSpacing.TryTakeAsync(db, JobName, clock.UtcNow, Every, known ?? 0, ct)) { return 0; }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(LongestRound);
        var (bounced, unknown) = await ReadMailboxAsync(limit.Token);
        await db.Jobs.Where(j => j.Name == JobName).ExecuteUpdateAsync(s => s.SetProperty(j => j.LastCount, unknown), ct);
        return bounced;
    }

    private async Task<(int Bounced, int Unknown)> ReadMailboxAsync(CancellationToken ct)
    {
        using var client = new ImapClient { ServerCertificateValidationCallback = trust, CheckCertificateRevocation = false };
        // a password never travels in clear text
        await client.ConnectAsync(settings.Host!, settings.Port, settings.Port == ImapOptions.PortOfTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, ct);
        await client.AuthenticateAsync(settings.User!, settings.Password!, ct);
        var inbox = await client.GetFolderAsync(settings.Folder, ct);
        var (done, unknown) = (await BesideAsync(client, "done", ct), await BesideAsync(client, "unknown", ct));
        await inbox.OpenAsync(FolderAccess.ReadWrite, ct);
        var bounced = await SortAsync(inbox, done, unknown, ct);
        await unknown.StatusAsync(StatusItems.Count, ct);
        await client.DisconnectAsync(quit: true, ct);
        return (bounced, unknown.Count);
    }

    private async Task<int> SortAsync(IMailFolder inbox, IMailFolder done, IMailFolder unknown, CancellationToken ct)
    {
        var uids = await inbox.SearchAsync(SearchQuery.NotDeleted, ct);
        var bounced = 0;
        foreach (var message in await inbox.FetchAsync([.. uids.Take(ReportReader.MostAtOnce)], MessageSummaryItems.UniqueId | MessageSummaryItems.Size, ct))
        {
            var fate = await ReadOneAsync(inbox, message, ct);
            if (fate == ReportFate.Bounced) { bounced++; }
            if (fate != ReportFate.Wait) { await inbox.MoveToAsync(message.UniqueId, fate == ReportFate.Unknown ? unknown : done, ct); }
        }
        return bounced;
    }

    private async Task<ReportFate> ReadOneAsync(IMailFolder inbox, IMessageSummary message, CancellationToken ct)
    {
        if (message.Size > ReportReader.Largest) { return ReportFate.Unknown; }
        await using var text = await inbox.GetStreamAsync(message.UniqueId, "", ct);
        return await reader.ReadAsync(text, ct);
    }

    private static async Task<IMailFolder> BesideAsync(ImapClient client, string name, CancellationToken ct)
    {
        var top = client.GetFolder(client.PersonalNamespaces[0]);
        var there = (await top.GetSubfoldersAsync(subscribedOnly: false, ct)).FirstOrDefault(f => f.Name == name);
        return there ?? await top.CreateAsync(name, isMessageFolder: true, ct) ?? throw new IOException("The mail server made no folder.");
    }
}
