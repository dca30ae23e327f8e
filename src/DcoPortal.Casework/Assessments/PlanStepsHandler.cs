using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Assessments;

/// <summary>The days of the authority's steps to the plan.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="PlanNeededOn">The day it decided that a plan is needed, or null (Europe/London).</param>
/// <param name="DraftServedOn">The day the draft was served, or null (Europe/London).</param>
/// <param name="Reason">Why a recorded day is changed or taken back, or null.</param>
/// <param name="Version">The assessment as the person saw it, or null to take it as it is.</param>
public sealed record PlanSteps(string Reference, DateOnly? PlanNeededOn, DateOnly? DraftServedOn, string? Reason = null, Guid? Version = null);

/// <summary>
/// Records, corrects and takes back that a plan is needed and that its draft was served. No date of the law moves. Of a case that the
/// DCO service recorded for the authority it records these steps too, and the authority is told.
/// </summary>
public sealed class PlanStepsHandler(PortalDb db, Change change, AuditTrail audit, AssessmentEmails emails, OtherSide otherSide, AccessScope scope, UkClock clock)
{
    /// <summary>Why the DCO service may not record the steps of a case that it did not record.</summary>
    public const string OwnSteps = "The authority logged this itself, and records its own steps to the plan.";

    /// <summary>Records both days. The same days twice change nothing.</summary>
    public Task<Outcome> HandleAsync(PlanSteps steps, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == steps.Reference, ct) is not { } assessment) { return Outcome.NotFound; }
        var isByHealth = scope.Kind == ScopeKind.DcoService;
        if (isByHealth && !assessment.IsRecordedByHealth) { return Outcome.Refused(OwnSteps); }
        var authority = isByHealth ? await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct) : null;
        var facts = assessment.Plan(steps.PlanNeededOn, steps.DraftServedOn, clock.Today, steps.Reason.BlankToNull(), authority);
        if (facts.Count == 0) { return Outcome.Already; }
        if (steps.Version is { } seen && seen != assessment.Version) { return Outcome.ChangedMeanwhile; }
        foreach (var fact in facts) { audit.Record(fact); }
        if (isByHealth)
        {
            // what the DCO service recorded is the authority's to check
            var (to, by) = await otherSide.OfAsync(assessment, ct);
            emails.DetailsCorrected(assessment, to, by, Guid.CreateVersion7());
        }
        return Outcome.Done;
    }, ct);
}
