using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Requests;

/// <summary>
/// The cases whose statutory time for health's advice runs while nobody in health is asked, and somebody still is to be: nobody ever was, whoever was is asked no more, another is
/// to be asked instead, or every service that answered has none. The one rule of triage, the case, the lists, the homes, the figures and the feeds.
/// </summary>
public static class UnaskedCases
{
    /// <summary>Translates to SQL.</summary>
    public static IQueryable<Assessment> Of(PortalDb db) =>
        db.Assessments.AsNoTracking().Where(a => a.Outcome == null && a.Decision == AssessmentDecision.Assess && a.AdviceRequestReceivedOn != null
            && (AllNil.Waiting(db).Any(n => n.Id == a.Id)
                || (a.TriagedUtc == null && db.AdviceRequests.Where(LackingAdvice.NotReplaced).Any(r => r.AssessmentId == a.Id))
                || (!db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed)
                    && (a.TriagedUtc == null || db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.AskedOn != null))
                    && !db.CarriedAnswers.Any(c => c.AssessmentId == a.Id && c.WithdrawnUtc == null)
                    // health answered before the case was recorded here, through whichever service
                    && !db.InvolvedProfessionals.Any(p => p.AssessmentId == a.Id && p.AnsweredOn != null))));
}
