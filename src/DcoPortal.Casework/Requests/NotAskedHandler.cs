namespace DcoPortal.Casework.Requests;

/// <summary>Says, changes or takes back why those whom the authority named are not asked, at any time.</summary>
public sealed class NotAskedHandler(PortalDb db, Change change, AuditTrail audit, CurrentPerson person, UkClock clock)
{
    /// <summary>Keeps the reasons. The same again changes nothing.</summary>
    /// <param name="reference">The assessment.</param>
    /// <param name="notAsked">The reason for each, or null where they may be asked after all.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many changed. Whoever the family asked for goes back to triage without a reason.</returns>
    public Task<Outcome<int>> HandleAsync(string reference, IReadOnlyDictionary<Guid, string?> notAsked, CancellationToken ct) => change.MakeAsync<int>(async () =>
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } assessment) { return Outcome.NotFound; }
        var named = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id).ToListAsync(ct);
        var changed = NamedUnasked.Keep(assessment, named, notAsked, audit, person.Actor.Name, clock.UtcNow);
        if (changed == 0) { return Outcome.Already.With(0); }
        var prepared = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id && r.Stage == RequestStage.ToSend).ToListAsync(ct);
        foreach (var p in named.Where(p => notAsked.ContainsKey(p.Id) && p.NotAskedReason is not null)) { NamedUnasked.StopPrepared(p, prepared, p.NotAskedReason!, audit, clock.UtcNow); }
        var requests = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct);
        if (NamedUnasked.WithoutReason(assessment, named, requests).Count > 0) { assessment.NamedMore(); }
        return changed;
    }, ct);
}
