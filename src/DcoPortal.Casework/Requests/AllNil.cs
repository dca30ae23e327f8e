using System.Linq.Expressions;

namespace DcoPortal.Casework.Requests;

/// <summary>
/// Whether every service asked for statutory advice has none, or had what is withdrawn with nothing in its place: the DCO must then decide (regulation 6(1)(c) has no "unless unknown").
/// An assessment waits until a decision is newer than the last nil return; after "commissioned" it waits until another service is asked.
/// </summary>
internal static class AllNil
{
    public static async Task<bool> IsAsync(PortalDb db, Guid assessmentId, CancellationToken ct)
    {
        var answers = await db.AdviceRequests.NotClosed().Where(r => r.AssessmentId == assessmentId && r.Kind == AdviceKind.Statutory)
            .Select(r => r.NilReason != null || (r.Stage == RequestStage.Returned && !r.AnswerStands && r.UnsettledUtc == null)).ToListAsync(ct);
        return answers.Count > 0 && answers.TrueForAll(nil => nil) && !await HasCarriedAsync(db, assessmentId, ct);
    }

    /// <summary>Which requests were asked and ended without an answer: what their service has, nobody knows. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> Unanswered { get; } =
        r => r.Kind == AdviceKind.Statutory && r.Stage == RequestStage.Closed && r.AskedOn != null;

    /// <summary>Whether another request of a case was closed or withdrawn without an answer.</summary>
    public static Task<bool> HasUnansweredAsync(PortalDb db, Guid assessmentId, CancellationToken ct) => db.AdviceRequests.Where(Unanswered).AnyAsync(r => r.AssessmentId == assessmentId, ct);

    /// <summary>Whether advice came with the case from elsewhere: then not every service has none.</summary>
    public static Task<bool> HasCarriedAsync(PortalDb db, Guid assessmentId, CancellationToken ct) => db.CarriedAnswers.AnyAsync(c => c.AssessmentId == assessmentId && c.NilReason == null && c.WithdrawnUtc == null, ct);

    /// <summary>The open assessments that wait for the decision, or whose commissioned assessment asked no service yet. Translates to SQL.</summary>
    public static IQueryable<Assessment> Waiting(PortalDb db) => db.Assessments.AsNoTracking().Where(a => a.Outcome == null && a.Decision == AssessmentDecision.Assess
        && db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && (r.NilReason != null || (r.Stage == RequestStage.Returned && !r.AnswerStands && r.UnsettledUtc == null)) && r.Stage != RequestStage.Closed
            && (a.AllNilDecidedUtc == null || a.AllNil == AllNilDecision.AssessmentCommissioned || r.SubmittedUtc > a.AllNilDecidedUtc))
        && !db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed && r.NilReason == null && (r.Stage != RequestStage.Returned || r.AnswerStands || r.UnsettledUtc != null))
        && !db.CarriedAnswers.Any(c => c.AssessmentId == a.Id && c.NilReason == null && c.WithdrawnUtc == null));

    /// <summary>Whether the DCO must decide: there is no decision, or a service had no advice after the last one.</summary>
    public static bool MustDecide(DateTime? decidedUtc, DateTime lastNilUtc) => decidedUtc is null || lastNilUtc > decidedUtc;
}
