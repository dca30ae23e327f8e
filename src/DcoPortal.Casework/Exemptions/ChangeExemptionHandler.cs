using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Exemptions;

namespace DcoPortal.Casework.Exemptions;

/// <summary>
/// What happens to a recorded exemption: the family is told, the expected date changes, a mistake is withdrawn. Each is safe
/// to say twice. None finds an exemption of the other body: health changes health's, the authority its own.
/// </summary>
public sealed class ChangeExemptionHandler(PortalDb db, Change change, ExcusedRequests excused, AuditTrail audit, UkClock clock)
{
    /// <summary>Records the day the family was told.</summary>
    public Task<Outcome> FamilyToldAsync(Guid id, bool ofHealth, DateOnly on, Guid version, CancellationToken ct) =>
        ChangeAsync(id, ofHealth, version, e => e.Stands && e.FamilyToldOn == on, (e, keys) =>
        {
            audit.Record(new FamilyToldOfExemption(keys, e.AdviceRequestId, e.FamilyToldOn, on));
            e.FamilyToldOf(on, clock.Today);
            return Task.CompletedTask;
        }, ct);

    /// <summary>Changes when the work is now expected.</summary>
    public Task<Outcome> ExpectAsync(Guid id, bool ofHealth, DateOnly? on, Guid version, CancellationToken ct) =>
        ChangeAsync(id, ofHealth, version, e => e.Stands && e.ExpectedOn == on, (e, keys) =>
        {
            audit.Record(new ExemptWorkExpected(keys, e.AdviceRequestId, e.ExpectedOn, on));
            e.Expect(on);
            return Task.CompletedTask;
        }, ct);

    /// <summary>Withdraws what was recorded by mistake. The row stays, and lists no longer count it.</summary>
    public Task<Outcome> WithdrawAsync(Guid id, bool ofHealth, string reason, Guid version, CancellationToken ct) =>
        ChangeAsync(id, ofHealth, version, e => !e.Stands && e.WithdrawnReason == reason, async (e, keys) =>
        {
            var deadline = await ReleaseAsync(e, ct);
            audit.Record(new ExemptionWithdrawn(keys, e.AdviceRequestId, deadline.Due, ExemptionAuditWords.Of(e, deadline), reason));
            e.Withdraw(reason, clock.UtcNow);
        }, ct);

    private Task<Outcome> ChangeAsync(Guid id, bool ofHealth, Guid version, Func<Exemption, bool> isSo, Func<Exemption, CaseKeys, Task> apply, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var exemption = await db.Exemptions.SingleOrDefaultAsync(e => e.Id == id && (e.AdviceRequestId != null) == ofHealth, ct);
        if (exemption is null) { return Outcome.NotFound; }
        if (isSo(exemption)) { return Outcome.Already; }
        await apply(exemption, await KeysAsync(exemption, ct));
        return exemption.Version == version ? Outcome.Done : Outcome.ChangedMeanwhile;
    }, ct);

    // a closed request hides its assessment from the service, so the keys come from the request
    private async Task<CaseKeys> KeysAsync(Exemption e, CancellationToken ct) => e.AdviceRequestId is { } request
        ? await db.AdviceRequests.Where(r => r.Id == request).Select(r => new CaseKeys(r.AssessmentId, r.AssessmentReference, r.LocalAuthorityId, r.IcbId)).SingleAsync(ct)
        : await db.Assessments.Where(a => a.Id == e.AssessmentId).Select(a => new CaseKeys(a.Id, a.Reference, a.LocalAuthorityId, a.IcbId)).SingleAsync(ct);

    /// <summary>The deadline that stands, after the request's mark of an exemption was renewed.</summary>
    private async Task<Deadline> ReleaseAsync(Exemption e, CancellationToken ct)
    {
        if (e.AdviceRequestId is not { } id) { return AuthorityLimits.Find(await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == e.AssessmentId, ct), e.Limit)!.Deadline; }
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id, ct);
        await excused.RenewAsync([request], e, ct);
        // a new version, so that one of two withdrawals in the same moment fails, each of which counts the other's exemption
        db.Entry(request).Property(r => r.Version).IsModified = true;
        return request.Deadline;
    }
}
