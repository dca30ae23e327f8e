using System.Linq.Expressions;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Features.Assessments;

/// <summary>Which advice of regulation 6(1) a plan lacks, or would lack if it were issued now.</summary>
public sealed class LackingAdviceQuery(PortalDb db)
{
    /// <summary>Of a case with or without a plan.</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="planOn">The day of the plan; null where it would be issued now (Europe/London).</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PlanLacks> OfAsync(Guid assessmentId, DateOnly? planOn, CancellationToken ct) =>
        new(await LinesAsync(assessmentId, planOn is { } day ? LackingAdvice.Of(day) : LackingAdvice.OfPlanNow, ct), await WhyNoneAsync(assessmentId, ct));

    private async Task<IReadOnlyList<LackingLine>> LinesAsync(Guid assessmentId, Expression<Func<AdviceRequest, bool>> lacking, CancellationToken ct) => await (
        from r in db.AdviceRequests.AsNoTracking().Where(lacking)
        where r.AssessmentId == assessmentId
        join s in db.Services on r.ServiceId equals s.Id
        join p in db.Providers on r.ProviderId equals p.Id
        orderby r.DueOn, s.Name, r.Id
        select new LackingLine(s.Name, p.ShortName, s.Town, r.RequestedByFamily, r.ReturnedOn == null && (r.Stage == RequestStage.ToCheck || r.Stage == RequestStage.ToReturn),
            r.ReturnedOn != null && !r.AnswerStands ? r.ReturnedOn : null, new AdviceFacts(r.Kind, r.DueOn, r.Became, r.BecameOn, r.ExcusedBy))).ToListAsync(ct);

    // what is asked and open may still come, and is a line of its own
    private async Task<string?> WhyNoneAsync(Guid assessmentId, CancellationToken ct)
    {
        var asked = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessmentId && r.Kind == AdviceKind.Statutory).Select(r => new { WasAsked = r.AskedOn != null, r.Became }).ToListAsync(ct);
        if (asked.Exists(r => r.Became is Became.Advice or Became.NilReturn || r is { WasAsked: true, Became: Became.Nothing }) || await CameOtherwiseAsync(assessmentId, ct)) { return null; }
        return asked.Exists(r => r.WasAsked) ? "every request to health was closed or withdrawn without an answer" : "nobody in health was asked";
    }

    private async Task<bool> CameOtherwiseAsync(Guid assessmentId, CancellationToken ct) =>
        await db.CarriedAnswers.AnyAsync(c => c.AssessmentId == assessmentId, ct) || await db.InvolvedProfessionals.AnyAsync(p => p.AssessmentId == assessmentId && p.AnsweredOn != null, ct);
}
