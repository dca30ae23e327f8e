namespace DcoPortal.Casework.Questions;

/// <summary>Counts the open questions on an assessment, for the links that lead to them.</summary>
public sealed class OpenQuestionsQuery(PortalDb db)
{
    /// <summary>How many are open.</summary>
    public Task<int> CountAsync(Guid assessmentId, CancellationToken ct) => db.Questions.CountAsync(q => q.AssessmentId == assessmentId && q.ClosedUtc == null, ct);
}
