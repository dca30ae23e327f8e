using DcoPortal.Casework.Emails;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Parts.Emails;

/// <summary>One email and what became of it, without its text.</summary>
public sealed record EmailFate(Guid Id, string Subject, string To, Guid? AdviceRequestId, DateTime QueuedUtc, DateTime? SentUtc, DateTime? FailedUtc, DateTime? BouncedUtc, DateTime? DismissedUtc, int Attempts, string? LastError)
{
    /// <summary>What became of the email.</summary>
    public EmailStanding Standing => EmailStandings.Of(SentUtc, FailedUtc, BouncedUtc, DismissedUtc);

    /// <summary>Whether the email failed or bounced and the failure was not dealt with.</summary>
    public bool IsUndelivered => DismissedUtc is null && Standing is EmailStanding.Failed or EmailStanding.Bounced;

    /// <summary>When and why it did not arrive.</summary>
    public string Why => Standing == EmailStanding.Bounced
        ? $"Bounced on {UkText.LongDate(UkClock.DateOf(BouncedUtc!.Value))}. {LastError}"
        : $"Not sent after {UkText.Count(Attempts, "try", "tries")}. {LastError}";
}

/// <summary>The emails in the person's scope that did not arrive: a board's for its DCO service, otherwise those of the person's own actions.</summary>
public sealed class UndeliveredEmailsQuery(PortalDb db)
{
    /// <summary>The most emails that one page names.</summary>
    public const int Most = 10;

    /// <summary>The heading of their part of a worklist.</summary>
    public const string Heading = "Emails that did not arrive";

    /// <summary>How many failures wait to be dealt with.</summary>
    public Task<int> CountAsync(CancellationToken ct) => db.Emails.CountAsync(EmailStandings.Undelivered, ct);

    /// <summary>The part of a worklist, or none when all arrived.</summary>
    /// <param name="seeAll">The address of the whole list, or null.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<HomeSection>> SectionAsync(string? seeAll, CancellationToken ct)
    {
        var undelivered = db.Emails.AsNoTracking().Where(EmailStandings.Undelivered);
        var rows = await undelivered.OrderByDescending(e => e.QueuedUtc).ThenByDescending(e => e.Id).Take(Most)
            .Select(e => new { e.Id, e.Subject, e.To, e.AdviceRequestId, e.QueuedUtc, e.SentUtc, e.FailedUtc, e.BouncedUtc, e.DismissedUtc, e.Attempts, e.LastError, Total = undelivered.Count() }).ToListAsync(ct);
        return rows.Count == 0 ? [] :
            [new(Heading, [.. rows.Select(e => Item(new(e.Id, e.Subject, e.To, e.AdviceRequestId, e.QueuedUtc, e.SentUtc, e.FailedUtc, e.BouncedUtc, e.DismissedUtc, e.Attempts, e.LastError)))], "") { SeeAll = seeAll, Total = rows[0].Total }];
    }

    private static HomeItem Item(EmailFate e) => new(Addresses.Email(e.Id), e.Subject, $"to {e.To}")
    {
        ToDo = e.Standing == EmailStanding.Bounced ? "Correct an email address" : "Send an email again",
        Button = e.Standing == EmailStanding.Bounced ? "Correct" : "Send",
        Who = e.To,
        Since = (e.BouncedUtc ?? e.FailedUtc) is { } at ? UkClock.DateOf(at) : null,
        Words = e.Why,
    };

    /// <summary>The undelivered emails about one request.</summary>
    public Task<List<EmailFate>> OfRequestAsync(Guid adviceRequestId, CancellationToken ct) =>
        ReadAsync(db.Emails.Where(EmailStandings.Undelivered).Where(e => e.AdviceRequestId == adviceRequestId), ct);

    /// <summary>One email, delivered or not, or null when none is in scope.</summary>
    public async Task<EmailFate?> FindAsync(Guid id, CancellationToken ct) => (await ReadAsync(db.Emails.Where(e => e.Id == id), ct)).SingleOrDefault();

    private static Task<List<EmailFate>> ReadAsync(IQueryable<EmailMessage> emails, CancellationToken ct) => emails.AsNoTracking()
        .OrderByDescending(e => e.QueuedUtc).ThenByDescending(e => e.Id).Take(Most + 1)
        .Select(e => new EmailFate(e.Id, e.Subject, e.To, e.AdviceRequestId, e.QueuedUtc, e.SentUtc, e.FailedUtc, e.BouncedUtc, e.DismissedUtc, e.Attempts, e.LastError)).ToListAsync(ct);
}
