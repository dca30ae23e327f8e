namespace DcoPortal.Casework.Questions;

/// <summary>Counts the open questions on an assessment, for the links that lead to them.</summary>
public sealed class OpenQuestionsQuery(PortalDb db)
{
    /// <summary>How many are open.</summary>
    public Task<int> CountAsync(Guid assessmentId, CancellationToken ct) => db.Questions.Where(q => q.AssessmentId == assessmentId).Waiting(db).CountAsync(ct);
}
