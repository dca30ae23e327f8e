namespace DcoPortal.Casework.Emails;

/// <summary>Queues a failed or bounced email again, to the same address or to the present holder of the request.</summary>
public sealed class SendEmailAgainHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock)
{
    /// <summary>Queues the email. One that still waits, was sent or is dealt with stays as it is.</summary>
    public Task<Outcome> HandleAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Emails.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } email) { return Outcome.NotFound; }
        if (email.DismissedUtc is not null || (email.FailedUtc is null && email.BouncedUtc is null)) { return Outcome.Already; }
        if (email.BouncedUtc is null)
        {
            // the email never left: its own row goes on, with a new queue time so that a reminder does not count as stale
            (email.QueuedUtc, email.FailedUtc, email.NextAttemptUtc, email.ClaimedUntilUtc, email.Attempts) = (clock.UtcNow, null, clock.UtcNow, null, 0);
        }
        else
        {
            email.DismissedUtc = clock.UtcNow;
            db.Emails.Add(Copy(email, clock.UtcNow));
        }
        audit.Record(new EmailRetried(email.Id));
        return Outcome.Done;
    }, ct);

    /// <summary>A new email with an id of its own, so that a late bounce report of the first does not mark the second.</summary>
    private static EmailMessage Copy(EmailMessage bounced, DateTime utc) => new()
    {
        Id = Guid.CreateVersion7(),
        // one repeat for each email, however many people click
        UniqueKey = $"again:{bounced.Id:N}",
        Template = bounced.Template,
        To = bounced.To,
        IsForHolder = bounced.IsForHolder,
        Subject = bounced.Subject,
        Body = bounced.Body,
        Path = bounced.Path,
        IcbId = bounced.IcbId,
        LocalAuthorityId = bounced.LocalAuthorityId,
        AssessmentId = bounced.AssessmentId,
        AdviceRequestId = bounced.AdviceRequestId,
        SenderUserId = bounced.SenderUserId,
        RepeatsId = bounced.RepeatsId ?? bounced.Id,
        QueuedUtc = utc,
        NextAttemptUtc = utc,
    };
}
