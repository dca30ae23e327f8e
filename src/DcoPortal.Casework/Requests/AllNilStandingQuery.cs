namespace DcoPortal.Casework.Requests;

/// <summary>Reads whether an assessment waits for the DCO because every service has no advice.</summary>
public sealed class AllNilStandingQuery(PortalDb db)
{
    /// <summary>For people who see every service's answers: whether the DCO must decide, and the last decision.</summary>
    public async Task<AllNilStanding> StandingAsync(Assessment a, CancellationToken ct)
    {
        var answers = await db.AdviceRequests.AsNoTracking().NotClosed().Where(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory)
            .Select(r => new { r.SubmittedUtc, IsNil = r.NilReason != null || (r.Stage == RequestStage.Returned && !r.AnswerStands && r.UnsettledUtc == null) }).ToListAsync(ct);
        var isAllNil = a.IsOpen && answers.Count > 0 && answers.TrueForAll(r => r.IsNil) && !await AllNil.HasCarriedAsync(db, a.Id, ct);
        return await OfAsync(a, ct, isAllNil, isAllNil && AllNil.MustDecide(a.AllNilDecidedUtc, answers.Max(r => r.SubmittedUtc!.Value))) with { HasUnanswered = isAllNil && await AllNil.HasUnansweredAsync(db, a.Id, ct) };
    }

    /// <summary>The last decision alone, for people who do not see every service's answers.</summary>
    public async Task<AllNilStanding> OfAsync(Assessment a, CancellationToken ct, bool isAllNil = false, bool mustDecide = false) => Of(a, isAllNil, mustDecide) with
    {
        OvertakenOn = a.AllNilDecidedUtc is not { } decided ? null
            : await db.ReturnedAnswers.Where(r => r.AssessmentId == a.Id && r.NilReason == null && r.WithdrawnUtc == null && r.ReturnedUtc > decided).MinAsync(r => (DateOnly?)r.ReturnedOn, ct),
    };

    private static AllNilStanding Of(Assessment a, bool isAllNil, bool mustDecide) =>
        new(a.Reference, isAllNil, mustDecide, a.AllNil, a.AllNilDecidedUtc is { } at ? UkClock.DateOf(at) : null, a.AllNilDecidedByName, a.AllNilReason);
}
