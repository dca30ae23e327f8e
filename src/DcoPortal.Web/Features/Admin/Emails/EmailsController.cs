using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Bounces;
using DcoPortal.Casework.Emails.Templates;
using DcoPortal.Casework.Jobs;

namespace DcoPortal.Web.Features.Admin.Emails;

/// <summary>The filters of the emails page.</summary>
public sealed class EmailFilters
{
    /// <summary>Part of an address, or of the name of a kind.</summary>
    public string? Q { get; set; }

    /// <summary>queued, sent, failed, bounced, not-needed, or undelivered: failed or bounced and not dealt with.</summary>
    public string? Status { get; set; }
}

/// <summary>One email of the outbox.</summary>
public sealed record EmailRow(Guid Id, string Template, string To, string? Reference, DateTime QueuedUtc, DateTime? SentUtc, DateTime? FailedUtc, DateTime? BouncedUtc, DateTime? DismissedUtc, int Attempts, string? LastError)
{
    /// <summary>The kind of email in words.</summary>
    public string Kind => EmailTemplates.LabelOf(Template);

    /// <summary>What became of it.</summary>
    public EmailStanding Standing => EmailStandings.Of(SentUtc, FailedUtc, BouncedUtc, DismissedUtc);
}

/// <summary>The list page.</summary>
public sealed record EmailsPage(ListPage<EmailRow> List, EmailFilters Filters, bool ShowsBodies, OutboxBacklog Backlog, IReadOnlyList<JobReport> Jobs, int UnknownBounces, bool MayTest);

/// <summary>The text of one email, in demo mode.</summary>
public sealed record EmailText(Guid Id, string To, string Subject, string Body);

/// <summary>The outbox in scope, newest first.</summary>
public sealed class EmailsQuery(PortalDb db, BounceFolder folder, BounceMailbox mailbox, IEnumerable<IScheduledJob> jobs, UkClock clock)
{
    private const int PageSize = 50;

    /// <summary>One page.</summary>
    public async Task<ListPage<EmailRow>> RunAsync(EmailFilters filters, int page, CancellationToken ct)
    {
        var emails = db.Emails.AsNoTracking();
        emails = filters.Status switch
        {
            "queued" => emails.Where(e => e.SentUtc == null && e.FailedUtc == null && e.DismissedUtc == null),
            "sent" => emails.Where(e => e.SentUtc != null && e.BouncedUtc == null),
            "failed" => emails.Where(e => e.FailedUtc != null),
            "bounced" => emails.Where(e => e.BouncedUtc != null),
            "not-needed" => emails.Where(EmailStandings.NotNeeded),
            "undelivered" => emails.Where(EmailStandings.Undelivered),
            _ => emails,
        };
        if (DirectoryFilters.Pattern(filters.Q) is { } q)
        {
            var kinds = EmailTemplates.Labelled(filters.Q!.Trim());
            emails = emails.Where(e => EF.Functions.Like(e.To, q, "\\") || EF.Functions.Like(e.Template, q, "\\") || kinds.Contains(e.Template));
        }
        var total = await emails.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        // reads the page's ids first: otherwise the database looks up a reference for every email that the page skips
        var ids = await emails.OrderByDescending(e => e.QueuedUtc).ThenByDescending(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize).Select(e => e.Id).ToListAsync(ct);
        if (ids.Count == 0) { return new([], page, PageSize, total); }
        // the audit trail has the reference, and reading it there shows no child's record
        var rows = await db.Emails.AsNoTracking().Where(e => ids.Contains(e.Id)).OrderByDescending(e => e.QueuedUtc).ThenByDescending(e => e.Id)
            .Select(e => new EmailRow(e.Id, e.Template, e.To, db.AuditEntries.Where(a => a.AssessmentId != null && a.AssessmentId == e.AssessmentId).Select(a => a.AssessmentReference).FirstOrDefault(),
                e.QueuedUtc, e.SentUtc, e.FailedUtc, e.BouncedUtc, e.DismissedUtc, e.Attempts, e.LastError)).ToListAsync(ct);
        return new(rows, page, PageSize, total);
    }

    /// <summary>When each morning's job was last done.</summary>
    public Task<IReadOnlyList<JobReport>> JobsAsync(CancellationToken ct) => JobReport.ReadAsync(db, jobs, clock, ct);

    /// <summary>How many emails wait, and when the sender last ran.</summary>
    public Task<OutboxBacklog> BacklogAsync(CancellationToken ct) => OutboxBacklog.ReadAsync(db, ct);

    /// <summary>How many returned messages match no email.</summary>
    public async Task<int> UnknownBouncesAsync(CancellationToken ct) => (folder.UnknownCount() ?? 0) + (await mailbox.UnknownCountAsync(db, ct) ?? 0);

    /// <summary>The text of one email, or null.</summary>
    public Task<EmailText?> TextAsync(Guid id, CancellationToken ct) =>
        db.Emails.AsNoTracking().Where(e => e.Id == id).Select(e => new EmailText(e.Id, e.To, e.Subject, e.Body)).SingleOrDefaultAsync(ct);
}

/// <summary>The emails that the portal sent or failed to send.</summary>
[Area("Admin")]
public sealed class EmailsController(EmailsQuery query, SavedFilters saved, IConfiguration configuration, CurrentPerson person) : Controller
{
    private const string List = "emails";

    private bool ShowsBodies => configuration.GetValue<bool>("Demo:Enabled");

    /// <summary>The list. A status in the address wins over the saved filters.</summary>
    [HttpGet("/admin/emails"), Allow(Permission.ViewEmails)]
    public async Task<IActionResult> Index(string? status, CancellationToken ct, int page = 1)
    {
        var filters = status is null ? await saved.LoadAsync<EmailFilters>(List, ct) : new EmailFilters { Status = status };
        return View(new EmailsPage(await query.RunAsync(filters, page, ct), filters, ShowsBodies, await query.BacklogAsync(ct), await query.JobsAsync(ct), await query.UnknownBouncesAsync(ct), person.May(Permission.SendTestEmail)));
    }

    /// <summary>Keeps or clears the filters.</summary>
    [HttpPost("/admin/emails"), Allow(Permission.ViewEmails)]
    public async Task<IActionResult> Filter(EmailFilters filters, bool clear, CancellationToken ct)
    {
        await (clear ? saved.ClearAsync(List, ct) : saved.SaveAsync(List, filters, ct));
        return LocalRedirect(Addresses.AdminEmails);
    }

    /// <summary>The text of one email: in demo mode only, because a real one may hold a person's secret link.</summary>
    [HttpGet("/admin/emails/{id:guid}"), Allow(Permission.ViewEmails)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => ShowsBodies && await query.TextAsync(id, ct) is { } email ? View(email) : NotFound();
}
