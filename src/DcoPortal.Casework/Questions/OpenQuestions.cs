using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Questions;

/// <summary>Which questions wait for somebody: once the case goes on elsewhere, an answer on the record here would reach nobody.</summary>
internal static class OpenQuestions
{
    /// <summary>Those that wait for an answer or for who asked to close them.</summary>
    public static IQueryable<CaseQuestion> Waiting(this IQueryable<CaseQuestion> questions, PortalDb db) =>
        questions.Where(q => q.ClosedUtc == null && !db.CaseTransfers.Any(t => t.FromId == q.AssessmentId && t.State == TransferState.Taken));

    /// <summary>Those that were closed, or whose case goes on elsewhere.</summary>
    public static IQueryable<CaseQuestion> Settled(this IQueryable<CaseQuestion> questions, PortalDb db) =>
        questions.Where(q => q.ClosedUtc != null || db.CaseTransfers.Any(t => t.FromId == q.AssessmentId && t.State == TransferState.Taken));
}
