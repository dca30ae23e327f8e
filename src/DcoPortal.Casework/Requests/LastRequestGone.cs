namespace DcoPortal.Casework.Requests;

/// <summary>Puts a case into triage again when the last request of it is closed or withdrawn without an answer, once it is decided the last for statutory advice, or somebody else is to be asked: no other list would have it.</summary>
public sealed class LastRequestGone(PortalDb db, AuditTrail audit, UkClock clock)
{
    /// <summary>Looks, in the caller's save, whether anything but this request is asked of health.</summary>
    /// <param name="request">The request that ends.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="asksAnother">Whether somebody else is to be asked instead: until that is done the case waits in triage.</param>
    /// <returns>What takes it out of triage again with the closing; null when nothing changed.</returns>
    public async Task<JustRecorded?> LookAsync(AdviceRequest request, CancellationToken ct, bool asksAnother = false)
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct) is not { } assessment) { return null; }
        // early information asks nobody for advice
        var isDecided = assessment.Decision == AssessmentDecision.Assess;
        if (!asksAnother && await db.AdviceRequests.Where(r => r.AssessmentId == request.AssessmentId && r.Id != request.Id && (!isDecided || r.Kind == AdviceKind.Statutory)).NotClosed().AnyAsync(ct)) { return null; }
        var before = assessment.State;
        if (asksAnother) { assessment.NamedMore(); }
        else { assessment.NobodyIsAsked(); }
        // what the service answered says whom
        if (asksAnother && request.NilReason == ReplyCode.WrongService) { await SuggestedInstead.NameOfAnswerAsync(db, request, audit, ct); }
        return assessment.State == before ? null : assessment.Recorded(before, clock.UtcNow);
    }
}
