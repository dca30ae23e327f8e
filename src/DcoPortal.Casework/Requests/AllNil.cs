namespace DcoPortal.Casework.Requests;

/// <summary>
/// Whether every service asked for statutory advice said that it has none: then the DCO must decide (regulation 6(1)(c) has no "unless unknown").
/// An assessment waits for that decision while none is newer than the last nil return; one that was decided to be commissioned waits until a service is asked.
/// </summary>
internal static class AllNil
{
    public static async Task<bool> IsAsync(PortalDb db, Guid assessmentId, CancellationToken ct)
    {
        var answers = await db.AdviceRequests.NotClosed().Where(r => r.AssessmentId == assessmentId && r.Kind == AdviceKind.Statutory)
            .Select(r => r.NilReason != null).ToListAsync(ct);
        return answers.Count > 0 && answers.TrueForAll(nil => nil);
    }

    /// <summary>The open assessments that wait for the decision, or for what it commissioned. Translates to SQL: the open ones of a board, each with a look at its own requests.</summary>
    public static IQueryable<Assessment> Waiting(PortalDb db) => db.Assessments.AsNoTracking().Where(a => a.Outcome == null && a.Decision == AssessmentDecision.Assess
        && db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed && r.NilReason != null
            && (a.AllNilDecidedUtc == null || a.AllNil == AllNilDecision.AssessmentCommissioned || r.SubmittedUtc > a.AllNilDecidedUtc))
        && !db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed && r.NilReason == null));

    /// <summary>Whether a decision has to be made: there is none, or a service said so after it.</summary>
    public static bool MustDecide(DateTime? decidedUtc, DateTime lastNilUtc) => decidedUtc is null || lastNilUtc > decidedUtc;
}
