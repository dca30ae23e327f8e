using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Features.Assessments;

/// <summary>Which advice of regulation 6(1) a plan lacks, or would lack if it were issued now.</summary>
public sealed class LackingAdviceQuery(PortalDb db)
{
    /// <summary>Of a case with or without a plan.</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PlanLacks> OfAsync(Guid assessmentId, CancellationToken ct) =>
        new(await LinesAsync(assessmentId, ct), await WhyNoneAsync(assessmentId, ct));

    /// <summary>Of a case as a plan would find it today: what is not answered is closed by the plan, so that no advice comes of it.</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PlanLacks> IfIssuedNowAsync(Guid assessmentId, CancellationToken ct)
    {
        var lacks = await OfAsync(assessmentId, ct);
        return lacks.WhyNone is null && !await NoMedicalAdvice.HasSomeAsync(db, assessmentId, ct, unanswered: false) ? lacks with { WhyNone = "no advice has been returned yet" } : lacks;
    }

    private async Task<IReadOnlyList<LackingLine>> LinesAsync(Guid assessmentId, CancellationToken ct) => await (
        from r in db.AdviceRequests.AsNoTracking()
        where r.AssessmentId == assessmentId && (NoMedicalAdvice.Lacking(db).Any(l => l.Id == r.Id) || ToReplace(db).Any(l => l.Id == r.Id))
        join s in db.Services on r.ServiceId equals s.Id
        join p in db.Providers on r.ProviderId equals p.Id
        orderby r.DueOn, s.Name, r.Id
        select new LackingLine(s.Name, p.ShortName, s.Town, r.RequestedByFamily, r.ReturnedOn == null && (r.Stage == RequestStage.ToCheck || r.Stage == RequestStage.ToReturn),
            r.ReturnedOn != null && !r.AnswerStands ? r.ReturnedOn : null, new AdviceFacts(r.Kind, r.DueOn, r.Became, r.BecameOn, r.ExcusedBy, r.CaseEndedOn, r.InsteadOfId != null))
        {
            WasAsked = r.AskedOn != null,
            CameAlongOn = NoMedicalAdvice.CameAlongFrom(db).Where(c => c.AssessmentId == assessmentId && c.ServiceId == s.Id).Max(c => (DateOnly?)c.ReturnedOn),
        }).ToListAsync(ct);

    // before its due date too: somebody chose that another be asked, and nobody is
    private static IQueryable<AdviceRequest> ToReplace(PortalDb db) => db.AdviceRequests.Where(LackingAdvice.NotReplaced).Where(r => db.Assessments.Any(a => a.Id == r.AssessmentId && a.Outcome == null && a.TriagedUtc == null));

    /// <summary>Why there is no medical advice at all; null where there is some, or what is asked and open may still come, which is a line of its own.</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<string?> WhyNoneAsync(Guid assessmentId, CancellationToken ct)
    {
        if (await NoMedicalAdvice.HasSomeAsync(db, assessmentId, ct)) { return null; }
        var requests = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessmentId && (r.AskedOn != null || r.ReturnedOn != null))
            .Select(r => new { r.Kind, r.Became, HasAdvice = r.AnswerStands && r.NilReason == null }).ToListAsync(ct);
        var early = EarlyInformation.Of(requests.Where(r => r.Kind == AdviceKind.EarlyInformation).Select(r => (true, r.HasAdvice)));
        return NoMedicalAdvice.Why([.. requests.Where(r => r.Kind == AdviceKind.Statutory).Select(r => r.Became)], early);
    }
}
