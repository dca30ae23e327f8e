namespace DcoPortal.Casework.Requests;

/// <summary>The cases of which health's advice is still awaited: somebody is asked and has not answered, nobody is asked, or another service is to be asked instead.</summary>
public static class HealthAwaited
{
    /// <summary>Translates to SQL. A case is asked for by its key, because the others are many.</summary>
    public static IQueryable<Assessment> Of(PortalDb db) => db.Assessments.AsNoTracking().Where(a => a.Outcome == null && a.Decision == AssessmentDecision.Assess && a.AdviceRequestReceivedOn != null
        && (db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.EndedUtc == null && r.ReturnedOn == null)
            || UnaskedCases.Of(db).Any(u => u.Id == a.Id)));
}
