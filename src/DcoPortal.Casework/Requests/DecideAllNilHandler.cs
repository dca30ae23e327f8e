using System.Globalization;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>What came of deciding.</summary>
public enum DecideOutcome
{
    /// <summary>Not in scope.</summary>
    NotFound,

    /// <summary>Decided.</summary>
    Done,

    /// <summary>The same was decided already: nothing changed.</summary>
    Already,

    /// <summary>A service was asked or has advice, or the assessment has ended: nothing changed.</summary>
    NotAllNil,

    /// <summary>The assessment was changed after the page was shown: nothing changed.</summary>
    ChangedMeanwhile,
}

/// <summary>Records what the Designated Clinical Officer decides when every service has no advice.</summary>
public sealed class DecideAllNilHandler(PortalDb db, AllNilStandingQuery query, AuditTrail audit, Outbox outbox, AllNilAlarmHandler alarm, CurrentPerson person, UkClock clock)
{
    /// <summary>Decides. The same form again changes nothing.</summary>
    public async Task<DecideOutcome> HandleAsync(string reference, Guid version, AllNilDecision decision, string reason, CancellationToken ct)
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } assessment) { return DecideOutcome.NotFound; }
        reason = reason.Trim();
        var standing = await query.StandingAsync(assessment, ct);
        if (!standing.MustDecide && assessment.AllNil == decision && assessment.AllNilReason == reason) { return DecideOutcome.Already; }
        if (!standing.IsAllNil) { return DecideOutcome.NotAllNil; }
        if (assessment.Version != version) { return DecideOutcome.ChangedMeanwhile; }
        audit.Record(new AllNilDecided(assessment.Keys, assessment.AllNil, decision, reason));
        assessment.DecideAllNil(decision, reason, person.Actor.Name, clock.UtcNow);
        await alarm.WithdrawAsync(assessment.Id, ct);
        if (decision == AllNilDecision.NoHealthNeedsKnown) { await TellAsync(assessment, ct); }
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return DecideOutcome.ChangedMeanwhile;
        }
        return DecideOutcome.Done;
    }

    private async Task TellAsync(Assessment assessment, CancellationToken ct)
    {
        var parties = await CaseParties.LoadAsync(db, assessment.LocalAuthorityId, assessment.IcbId, ct);
        outbox.Queue("all-nil-decided", parties.AuthorityInbox, string.Create(CultureInfo.InvariantCulture, $"all-nil-decided:{assessment.Id:N}:{assessment.AllNilDecidedUtc!.Value.Ticks}"),
            $"/assessments/{assessment.Reference}", new Dictionary<string, string> { ["reference"] = assessment.Reference, ["authority-name"] = parties.AuthorityName, ["contact"] = parties.Contact }, assessment.Keys);
    }
}
