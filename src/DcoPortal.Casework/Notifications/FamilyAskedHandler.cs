using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Notifications;

/// <summary>Marks that the family reasonably asked for the advice of somebody named (regulation 6(1)(h)), or takes the mark off. Who was not asked waits in triage again.</summary>
public sealed class FamilyAskedHandler(PortalDb db, Change change, AuditTrail audit, AssessmentEmails emails, OtherSide otherSide)
{
    /// <summary>Marks, or takes the mark off. A second click changes nothing.</summary>
    /// <returns>Who it is, in words.</returns>
    public Task<Outcome<string>> HandleAsync(string reference, Guid involvedId, bool asked, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } assessment) { return Outcome.NotFound; }
        if (await db.InvolvedProfessionals.SingleOrDefaultAsync(p => p.Id == involvedId && p.AssessmentId == assessment.Id, ct) is not { } named) { return Outcome.NotFound; }
        if (named.MarkFamilyAsked(assessment.Keys, asked) is not { } fact) { return Outcome.Already.With(named.Words); }
        audit.Record(fact);
        var requests = asked ? await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct) : [];
        if (asked && named.AnsweredOn is null && !requests.Exists(r => NamedUnasked.Asks(assessment, r, named))) { assessment.NamedMore(); }
        var (to, by) = await otherSide.OfAsync(assessment, ct);
        emails.DetailsCorrected(assessment, to, by, Guid.CreateVersion7());
        return named.Words;
    }, ct);
}
