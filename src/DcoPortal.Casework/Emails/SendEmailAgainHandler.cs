namespace DcoPortal.Casework.Emails;

/// <summary>Queues an email that did not arrive again, to the same address, or to who has the request now.</summary>
public sealed class SendEmailAgainHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock)
{
    /// <summary>Queues it. One that waits, was sent or is dealt with is left as it is.</summary>
    public Task<Outcome> HandleAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Emails.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } email) { return Outcome.NotFound; }
        if (email.DismissedUtc is not null || (email.FailedUtc is null && email.BouncedUtc is null)) { return Outcome.Already; }
        if (email.BouncedUtc is null)
        {
            // it never left: the same row of the same event goes on, queued now, so that a reminder is not too old to go
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

    /// <summary>A new email with an id of its own: a late word about the first must not be taken for one about the second.</summary>
    private static EmailMessage Copy(EmailMessage bounced, DateTime utc) => new()
    {
        Id = Guid.CreateVersion7(),
        // once for each email, whoever clicks how often
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
