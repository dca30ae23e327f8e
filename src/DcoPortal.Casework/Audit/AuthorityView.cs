namespace DcoPortal.Casework.Audit;

/// <summary>
/// What a local authority reads of the work on its requests: that a request was sent, opened, chased, answered, returned or closed.
/// Drafts, quality review and what an answer says stay inside health until the answer is returned.
/// </summary>
internal static class AuthorityView
{
    private static readonly string[] Facts =
    [
        nameof(AdviceRequested), nameof(AskedBefore), nameof(AnsweredBefore), nameof(RecordedAnswerTakenBack), nameof(ReachedAuthorityCorrected), nameof(AdviceRequestOpened), nameof(AdviceChased), nameof(RequestPassedOn), nameof(AdviceSubmitted),
        nameof(NilReturnSubmitted), nameof(AdviceReturned), nameof(RequestClosed), nameof(ClosingTakenBack), nameof(RequestAcknowledged), nameof(AnswerPromised), nameof(LateReasonSaid), nameof(RequestDateCorrected), nameof(ExemptionRecorded),
        nameof(RequestWithdrawn), nameof(RequestReopened), nameof(NewAnswerAsked), nameof(AnswerLeftStanding), nameof(AnswerWithdrawn), nameof(AnswerRestored),
        nameof(ExemptionWithdrawn), nameof(FamilyToldOfExemption), nameof(ExemptWorkExpected),
    ];

    /// <summary>The entries that people of this kind read. Views stay: an authority may know who looked at its record.</summary>
    public static IQueryable<AuditEntry> ShownTo(this IQueryable<AuditEntry> entries, ScopeKind kind) =>
        kind != ScopeKind.LocalAuthority ? entries : entries.Where(e => e.AdviceRequestId == null || e.IsRead || Facts.Contains(e.Fact));

    /// <summary>The sentence as people of this kind read it: an authority is told that an answer was given, not what it says.</summary>
    public static string Sentence(string fact, string sentence, ScopeKind kind) =>
        kind == ScopeKind.LocalAuthority && IsAnswer(fact) ? "Answer submitted to the DCO service" : sentence;

    /// <summary>Whether people of this kind also read the values before and after, and the reason.</summary>
    public static bool ShowsDetail(string fact, ScopeKind kind) => kind != ScopeKind.LocalAuthority || !(IsAnswer(fact) || fact is nameof(LateReasonSaid) or nameof(RequestPassedOn) or nameof(RequestWithdrawn) or nameof(RequestReopened) or nameof(NewAnswerAsked) or nameof(AnswerLeftStanding) or nameof(AnswerWithdrawn) or nameof(AnswerRestored));

    private static bool IsAnswer(string fact) => fact is nameof(AdviceSubmitted) or nameof(NilReturnSubmitted);
}
