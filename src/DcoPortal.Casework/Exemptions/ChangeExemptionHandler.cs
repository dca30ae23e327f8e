using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Exemptions;

namespace DcoPortal.Casework.Exemptions;

/// <summary>
/// What happens to a recorded exemption: the family is told, the expected date changes, a mistake is withdrawn. Each is safe
/// to say twice. None finds an exemption of the other body: health changes health's, the authority its own.
/// </summary>
public sealed class ChangeExemptionHandler(PortalDb db, Change change, ExcusedRequests excused, ExpectedAnswers expected, AuditTrail audit, UkClock clock)
{
    /// <summary>Records the day the family was told.</summary>
    public Task<Outcome> FamilyToldAsync(Guid id, bool ofHealth, DateOnly on, Guid version, CancellationToken ct) =>
        ChangeAsync(id, ofHealth, version, (e, _) => e.Stands && e.FamilyToldOn == on, (e, _, keys) =>
        {
            audit.Record(new FamilyToldOfExemption(keys, e.AdviceRequestId, e.FamilyToldOn, on));
            e.FamilyToldOf(on, clock.Today);
            return Task.CompletedTask;
        }, ct);

    /// <summary>Changes when the work is now expected; of a request that waits for its answer, that day is promised.</summary>
    public Task<Outcome> ExpectAsync(Guid id, bool ofHealth, DateOnly? on, Guid version, CancellationToken ct) =>
        ChangeAsync(id, ofHealth, version, (e, request) => e.Stands && e.ExpectedOn == on && (request is null || request.PromisedOn == on || !request.Can(RequestMove.Promise)), async (e, request, keys) =>
        {
            if (e.ExpectedOn != on) { audit.Record(new ExemptWorkExpected(keys, e.AdviceRequestId, e.ExpectedOn, on)); }
            if (on is null && request?.PromisedOn == e.ExpectedOn) { request?.TakePromiseOut(); }
            e.Expect(on);
            if (request is not null) { await expected.PromiseAsync(request, on, ct); }
        }, ct);

    /// <summary>Withdraws what was recorded by mistake. The row stays, and lists no longer count it.</summary>
    public Task<Outcome> WithdrawAsync(Guid id, bool ofHealth, string reason, Guid version, CancellationToken ct) =>
        ChangeAsync(id, ofHealth, version, (e, _) => !e.Stands && e.WithdrawnReason == reason, async (e, request, keys) =>
        {
            var deadline = request?.Deadline ?? await OfAuthorityAsync(e, ct);
            if (request is not null) { await ReleaseAsync(request, e, ct); }
            audit.Record(new ExemptionWithdrawn(keys, e.AdviceRequestId, deadline.Due, ExemptionAuditWords.Of(e, deadline), reason));
            e.Withdraw(reason, clock.UtcNow);
        }, ct);

    private Task<Outcome> ChangeAsync(Guid id, bool ofHealth, Guid version, Func<Exemption, AdviceRequest?, bool> isSo, Func<Exemption, AdviceRequest?, CaseKeys, Task> apply, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var exemption = await db.Exemptions.SingleOrDefaultAsync(e => e.Id == id && (e.AdviceRequestId != null) == ofHealth, ct);
        if (exemption is null) { return Outcome.NotFound; }
        var request = ofHealth ? await db.AdviceRequests.SingleAsync(r => r.Id == exemption.AdviceRequestId, ct) : null;
        if (isSo(exemption, request)) { return Outcome.Already; }
        // a closed request hides its assessment from the service, so the keys come from the request
        var keys = request?.Keys ?? await db.Assessments.Where(a => a.Id == exemption.AssessmentId).Select(a => new CaseKeys(a.Id, a.Reference, a.LocalAuthorityId, a.IcbId)).SingleAsync(ct);
        await apply(exemption, request, keys);
        return exemption.Version == version ? Outcome.Done : Outcome.ChangedMeanwhile;
    }, ct);

    private async Task<Deadline> OfAuthorityAsync(Exemption e, CancellationToken ct) =>
        AuthorityLimits.Find(await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == e.AssessmentId, ct), e.Limit)!.Deadline;

    /// <summary>Renews the request's mark of an exemption.</summary>
    private async Task ReleaseAsync(AdviceRequest request, Exemption e, CancellationToken ct)
    {
        await excused.RenewAsync([request], e, ct);
        // a new version, so that one of two withdrawals in the same moment fails, each of which counts the other's exemption
        db.Entry(request).Property(r => r.Version).IsModified = true;
    }
}
