using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Assessments;

/// <summary>
/// An assessment is open again: what happened while it was ended brought no ended case to triage. Health's time runs, so somebody looks whether
/// all who are to be asked are asked.
/// </summary>
public sealed class OpenAgain(PortalDb db)
{
    /// <summary>Puts it into triage, in the caller's save, where somebody is left to be asked.</summary>
    /// <param name="assessment">The assessment, open again.</param>
    /// <param name="endedUtc">When its end was recorded, UTC; null where nobody knows.</param>
    /// <param name="ct">Cancels.</param>
    public async Task LookAsync(Assessment assessment, DateTime? endedUtc, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Decision != AssessmentDecision.Assess) { return; }
        // tracked, so that those which this save opens again are open here
        var requests = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct);
        var named = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id && p.IsCurrent && p.AnsweredOn == null && p.NotAskedReason == null).ToListAsync(ct);
        if (named.Exists(p => !requests.Exists(r => NamedUnasked.Asks(assessment, r, p)))) { assessment.NamedMore(); }
        var statutory = requests.FindAll(r => r.Kind == AdviceKind.Statutory);
        var closed = statutory.FindAll(r => r.Stage == RequestStage.Closed && r.AskedOn is not null && r.ClosedUtc >= endedUtc);
        if (closed.Exists(r => r.IsForAnother && !r.IsReplaced)) { assessment.NamedMore(); }
        else if (closed.Count > 0 && !statutory.Exists(r => r.Stage != RequestStage.Closed)) { assessment.NobodyIsAsked(); }
    }
}
