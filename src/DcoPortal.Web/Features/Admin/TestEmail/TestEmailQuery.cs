using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Sending;
using Microsoft.Extensions.Options;

namespace DcoPortal.Web.Features.Admin.TestEmail;

/// <summary>One test email and what became of it.</summary>
public sealed record TestResult(DateTime QueuedUtc, string To, DateTime? SentUtc, DateTime? FailedUtc, DateTime? BouncedUtc, DateTime? NextAttemptUtc, string? LastError)
{
    /// <summary>What became of the email.</summary>
    public EmailStanding Standing => EmailStandings.Of(SentUtc, FailedUtc, BouncedUtc, null);
}

/// <summary>How emails leave this portal, and the administrator's own last tests.</summary>
public sealed record TestEmailPage(string OwnAddress, EmailOptions Options, IReadOnlyList<TestResult> Results);

/// <summary>Reads the page.</summary>
public sealed class TestEmailQuery(PortalDb db, IOptions<EmailOptions> options, CurrentPerson person)
{
    private const int Shown = 5;

    /// <summary>The page.</summary>
    public async Task<TestEmailPage> PageAsync(CancellationToken ct)
    {
        var me = person.Scope.UserId;
        var own = await db.Users.AsNoTracking().Where(u => u.Id == me).Select(u => u.Email!).SingleAsync(ct);
        var results = await db.Emails.AsNoTracking().Where(e => e.SenderUserId == me && e.Template == AccountEmails.TestTemplate)
            .OrderByDescending(e => e.QueuedUtc).ThenByDescending(e => e.Id).Take(Shown)
            .Select(e => new TestResult(e.QueuedUtc, e.To, e.SentUtc, e.FailedUtc, e.BouncedUtc, e.NextAttemptUtc, e.LastError)).ToListAsync(ct);
        return new(own, options.Value, results);
    }
}
