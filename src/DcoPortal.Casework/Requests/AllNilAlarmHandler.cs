namespace DcoPortal.Casework.Requests;

/// <summary>
/// Tells the DCO service's inbox when the last service has said that it has no advice: in the save that makes it so, once.
/// It looks at every service's requests, which the person who answers may not see: it counts them and shows none.
/// </summary>
public sealed class AllNilAlarmHandler(PortalDb db, PortalDbFactory dbs, RequestEmails emails)
{
    /// <summary>How long the email waits when somebody else is about to be asked.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    /// <summary>Adds the email to the caller's save when this answer or this closing leaves nothing but nil returns.</summary>
    /// <param name="changed">The request as it is about to be saved.</param>
    /// <param name="ct">Cancels.</param>
    public Task<bool> QueueAsync(AdviceRequest changed, CancellationToken ct) => QueueAsync(changed.AssessmentId, changed, null, ct);

    /// <summary>The same, for when somebody else is about to be asked.</summary>
    /// <param name="changed">The request as it is about to be saved.</param>
    /// <param name="grace">How long the email waits, so that asking somebody else can take it back.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it was added.</returns>
    public Task<bool> QueueAsync(AdviceRequest changed, TimeSpan grace, CancellationToken ct) => QueueAsync(changed.AssessmentId, changed, grace, ct);

    /// <summary>Takes back, in the caller's save, an email that still waits: somebody else is asked, or the decision is made.</summary>
    public async Task WithdrawAsync(Guid assessmentId, CancellationToken ct) =>
        db.Emails.RemoveRange(await emails.WaitingAllNil(assessmentId).ToListAsync(ct));

    /// <summary>Looks once more after the save: of two services that answer at the same moment neither sees the other's answer before.</summary>
    public Task LookAgainAsync(Guid assessmentId, CancellationToken ct) => LookAgainAsync(assessmentId, null, ct);

    /// <summary>The same, for when somebody else is about to be asked.</summary>
    /// <returns>Whether the email was added by this look.</returns>
    public async Task<bool> LookAgainAsync(Guid assessmentId, TimeSpan? grace, CancellationToken ct) =>
        // the save is lost when the other of the two has told already: the key is the same
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
        if (rows.Count == 0 || !rows.TrueForAll(r => r.NilReason is not null)) { return false; }
        var last = rows.OrderByDescending(r => r.SubmittedUtc).ThenByDescending(r => r.Id).First();
        if (!AllNil.MustDecide(assessment.AllNilDecidedUtc, last.SubmittedUtc!.Value)) { return false; }
        var key = RequestEmails.AllNilKeyOf(last);
        if (await all.Emails.AnyAsync(e => e.UniqueKey == key, ct)) { return false; }
        var parties = await CaseParties.LoadAsync(all, assessment.LocalAuthorityId, assessment.IcbId, ct);
        emails.QueueAllNil(assessment, last, parties, grace);
        return true;
    }
}
