namespace DcoPortal.Casework.Requests;

/// <summary>
/// Tells the DCO service's inbox, once, when the last service says that it has no advice, or nothing takes the place of what was withdrawn, in the save of that answer.
/// It counts every service's requests in the system scope, which the person who answers may not see, and shows none.
/// </summary>
public sealed class AllNilAlarmHandler(PortalDb db, PortalDbFactory dbs, RequestEmails emails)
{
    /// <summary>How long the alarm waits while the DCO service is about to ask another service.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    /// <summary>Adds the alarm to the caller's save when this answer or closing leaves nothing but nil returns.</summary>
    /// <param name="changed">The request as it is about to be saved.</param>
    /// <param name="ct">Cancels.</param>
    public Task<bool> QueueAsync(AdviceRequest changed, CancellationToken ct) => QueueAsync(changed.AssessmentId, changed, null, ct);

    /// <summary>The same with a delay, for when the DCO service is about to ask another service.</summary>
    /// <param name="changed">The request as it is about to be saved.</param>
    /// <param name="grace">How long the alarm waits, so that asking another service can take it back.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether the alarm was added.</returns>
    public Task<bool> QueueAsync(AdviceRequest changed, TimeSpan grace, CancellationToken ct) => QueueAsync(changed.AssessmentId, changed, grace, ct);

    /// <summary>Takes back, in the caller's save, an alarm that still waits: another service is asked, or the DCO has decided.</summary>
    public async Task WithdrawAsync(Guid assessmentId, CancellationToken ct) =>
        db.Emails.RemoveRange(await emails.WaitingAllNil(assessmentId).ToListAsync(ct));

    /// <summary>Checks again after the save: of two services that answer at the same moment, neither save sees the other's answer.</summary>
    public Task LookAgainAsync(Guid assessmentId, CancellationToken ct) => LookAgainAsync(assessmentId, null, ct);

    /// <summary>The same with a delay, for when the DCO service is about to ask another service.</summary>
    /// <returns>Whether this check added the alarm.</returns>
    public async Task<bool> LookAgainAsync(Guid assessmentId, TimeSpan? grace, CancellationToken ct) =>
        // both services' checks use the same key: the save fails when the other one has added the alarm
        await QueueAsync(assessmentId, null, grace, ct) && await db.TrySaveAsync(ct);

    private async Task<bool> QueueAsync(Guid assessmentId, AdviceRequest? changed, TimeSpan? grace, CancellationToken ct)
    {
        await using var all = dbs.Create(AccessScope.System);
        var assessment = await all.Assessments.AsNoTracking().SingleAsync(a => a.Id == assessmentId, ct);
        if (!assessment.IsOpen) { return false; }
        var rows = await all.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessmentId && r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed).ToListAsync(ct);
        if (changed is not null)
        {
            rows.RemoveAll(r => r.Id == changed.Id);
            if (changed is { Stage: not RequestStage.Closed, Kind: AdviceKind.Statutory }) { rows.Add(changed); }
        }
        if (rows.Count == 0 || !rows.TrueForAll(r => r.HasNoAdvice)) { return false; }
        var last = rows.OrderByDescending(r => r.SubmittedUtc).ThenByDescending(r => r.Id).First();
        if (!AllNil.MustDecide(assessment.AllNilDecidedUtc, last.SubmittedUtc!.Value)) { return false; }
        var key = RequestEmails.AllNilKeyOf(last);
        if (await all.Emails.AnyAsync(e => e.UniqueKey == key, ct)) { return false; }
        var parties = await CaseParties.LoadAsync(all, assessment.LocalAuthorityId, assessment.IcbId, ct);
        emails.QueueAllNil(assessment, last, parties, grace);
        return true;
    }
}
