using System.Globalization;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Assessments;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Advice.Shared;
using DcoPortal.Web.Platform.Emails;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>
/// Tells the DCO service's inbox when the last service has said that it has no advice: in the save that makes it so, once.
/// It looks at every service's requests, which the person who answers may not see: it counts them and shows none.
/// </summary>
public sealed class AllNilAlarmHandler(PortalDb db, PortalDbFactory dbs, Outbox outbox)
{
    /// <summary>Adds the email to the caller's save when this answer or this closing leaves nothing but nil returns.</summary>
    /// <param name="changed">The request as it is about to be saved.</param>
    /// <param name="ct">Cancels.</param>
    public async Task QueueAsync(AdviceRequest changed, CancellationToken ct) => await QueueAsync(changed.AssessmentId, changed, ct);

    /// <summary>Looks once more after the save: of two services that answer at the same moment neither sees the other's answer before.</summary>
    public async Task LookAgainAsync(Guid assessmentId, CancellationToken ct)
    {
        if (!await QueueAsync(assessmentId, null, ct)) { return; }
        try { await db.SaveChangesAsync(ct); }
        // the other of the two has told already: the key is the same
        catch (DbUpdateException) { db.ChangeTracker.Clear(); }
    }

    private async Task<bool> QueueAsync(Guid assessmentId, AdviceRequest? changed, CancellationToken ct)
    {
        await using var all = dbs.Create(AccessScope.System);
        var assessment = await all.Assessments.AsNoTracking().SingleAsync(a => a.Id == assessmentId, ct);
        if (!assessment.IsOpen) { return false; }
        var rows = await all.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessmentId && r.Kind == AdviceKind.Statutory && r.ClosedUtc == null).ToListAsync(ct);
        if (changed is not null)
        {
            rows.RemoveAll(r => r.Id == changed.Id);
            if (changed is { ClosedUtc: null, Kind: AdviceKind.Statutory }) { rows.Add(changed); }
        }
        if (rows.Count == 0 || !rows.TrueForAll(r => r.SubmittedUtc is not null && r.NilReason is not null)) { return false; }
        var last = rows.OrderByDescending(r => r.SubmittedUtc).ThenByDescending(r => r.Id).First();
        if (!AllNil.MustDecide(assessment.AllNilDecidedUtc, last.SubmittedUtc!.Value)) { return false; }
        // named by the answer that came last: it is the same whoever looks, and new when another service says the same later
        var key = string.Create(CultureInfo.InvariantCulture, $"all-nil:{last.Id:N}:{last.SentBackCount}");
        if (await all.Emails.AnyAsync(e => e.UniqueKey == key, ct)) { return false; }
        var parties = await CaseParties.LoadAsync(all, assessment.LocalAuthorityId, assessment.IcbId, ct);
        outbox.Queue("all-nil", parties.Contact, key, $"/assessments/{assessment.Reference}/all-nil",
            new Dictionary<string, string> { ["reference"] = assessment.Reference, ["authority-name"] = parties.AuthorityName }, assessment.Keys);
        return true;
    }
}
