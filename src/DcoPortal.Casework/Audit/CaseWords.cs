namespace DcoPortal.Casework.Audit;

/// <summary>
/// Who reads the words of a case in the trail. What was before and after, and the reason, may hold a name, a family's wish or what a
/// clinician typed: whoever may open no case reads what happened, who did it, when, and the reference.
/// </summary>
internal static class CaseWords
{
    /// <summary>The entries as people of this kind read them. Filter and order first: nobody finds by words that they may not read.</summary>
    public static IQueryable<AuditEntry> WordsFor(this IQueryable<AuditEntry> entries, ScopeKind kind) => OpensCases(kind) ? entries : entries.Select(e => new AuditEntry
    {
        Id = e.Id,
        ActionId = e.ActionId,
        AtUtc = e.AtUtc,
        Fact = e.Fact,
        Sentence = e.Sentence,
        Before = e.AssessmentId == null && e.AdviceRequestId == null ? e.Before : null,
        After = e.AssessmentId == null && e.AdviceRequestId == null ? e.After : null,
        Reason = e.AssessmentId == null && e.AdviceRequestId == null ? e.Reason : null,
        IsRead = e.IsRead,
        UserId = e.UserId,
        ActorName = e.ActorName,
        ActorRole = e.ActorRole,
        ActorOrganisation = e.ActorOrganisation,
        AssessmentId = e.AssessmentId,
        AssessmentReference = e.AssessmentReference,
        AdviceRequestId = e.AdviceRequestId,
        LocalAuthorityId = e.LocalAuthorityId,
        IcbId = e.IcbId,
    });

    private static bool OpensCases(ScopeKind kind) => kind is ScopeKind.LocalAuthority or ScopeKind.DcoService or ScopeKind.HealthService or ScopeKind.System;
}
