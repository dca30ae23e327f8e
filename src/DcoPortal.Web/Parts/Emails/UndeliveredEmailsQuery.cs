using DcoPortal.Casework.Emails;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Parts.Emails;

/// <summary>One email and what became of it. Its text is not part of it.</summary>
public sealed record EmailFate(Guid Id, string Subject, string To, Guid? AdviceRequestId, DateTime QueuedUtc, DateTime? SentUtc, DateTime? FailedUtc, DateTime? BouncedUtc, DateTime? DismissedUtc, int Attempts, string? LastError)
{
    /// <summary>What became of it.</summary>
    public EmailStanding Standing => EmailStandings.Of(SentUtc, FailedUtc, BouncedUtc, DismissedUtc);

    /// <summary>Whether it failed or bounced and nobody has dealt with it.</summary>
    public bool IsUndelivered => DismissedUtc is null && Standing is EmailStanding.Failed or EmailStanding.Bounced;

    /// <summary>When and why it did not arrive.</summary>
    public string Why => Standing == EmailStanding.Bounced
        ? $"Bounced on {UkText.LongDate(UkClock.DateOf(BouncedUtc!.Value))}. {LastError}"
        : $"Not sent after {UkText.Count(Attempts, "try", "tries")}. {LastError}";
}

/// <summary>The emails in the person's scope that did not arrive: those of the own board, or of the own actions.</summary>
public sealed class UndeliveredEmailsQuery(PortalDb db)
{
    /// <summary>Most that one page names.</summary>
    public const int Most = 10;

    /// <summary>How many wait to be dealt with.</summary>
    public Task<int> CountAsync(CancellationToken ct) => db.Emails.CountAsync(EmailStandings.Undelivered, ct);

    /// <summary>The part of a worklist, or none when all arrived.</summary>
    /// <param name="seeAll">Where the rest is, or null.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<HomeSection>> SectionAsync(string? seeAll, CancellationToken ct)
    {
        var rows = await ReadAsync(db.Emails.Where(EmailStandings.Undelivered), ct);
        if (rows.Count == 0) { return []; }
        return [new("Emails that did not arrive", [.. rows.Take(Most).Select(e => new HomeItem(Addresses.Email(e.Id), e.Subject, $"to {e.To}") { Words = e.Why })], "") { SeeAll = seeAll, HasMore = rows.Count > Most }];
    }

    /// <summary>Those about one request.</summary>
    public Task<List<EmailFate>> OfRequestAsync(Guid adviceRequestId, CancellationToken ct) =>
        ReadAsync(db.Emails.Where(EmailStandings.Undelivered).Where(e => e.AdviceRequestId == adviceRequestId), ct);

    /// <summary>One email, whatever became of it, or null when there is none in scope.</summary>
    public async Task<EmailFate?> FindAsync(Guid id, CancellationToken ct) => (await ReadAsync(db.Emails.Where(e => e.Id == id), ct)).SingleOrDefault();

    private static Task<List<EmailFate>> ReadAsync(IQueryable<EmailMessage> emails, CancellationToken ct) => emails.AsNoTracking()
        .OrderByDescending(e => e.QueuedUtc).ThenByDescending(e => e.Id).Take(Most + 1)
        .Select(e => new EmailFate(e.Id, e.Subject, e.To, e.AdviceRequestId, e.QueuedUtc, e.SentUtc, e.FailedUtc, e.BouncedUtc, e.DismissedUtc, e.Attempts, e.LastError)).ToListAsync(ct);
}
