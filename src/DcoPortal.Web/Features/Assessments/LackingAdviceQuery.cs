using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Features.Assessments;

/// <summary>Advice that a plan lacks.</summary>
/// <param name="Service">The service that was asked.</param>
/// <param name="Provider">Its provider's short name.</param>
/// <param name="Town">The town where it is based, or empty.</param>
/// <param name="DueOn">The due date (Europe/London).</param>
/// <param name="ByFamily">Whether the family asked for it.</param>
/// <param name="IsAnswered">Whether an answer is with the DCO service, and the authority has not had it.</param>
/// <param name="CameOn">The day it came after the plan, or null (Europe/London).</param>
public sealed record LackingLine(string Service, string Provider, string Town, DateOnly DueOn, bool ByFamily, bool IsAnswered, DateOnly? CameOn)
{
    /// <summary>In words, with the law under which it was asked for.</summary>
    public string Words => $"{Service}, {ServicePlace.Of(Provider, Town)} ({LackingAdvice.Paragraph(ByFamily)}), due {UkText.LongDate(DueOn)}{(IsAnswered ? ": answered, and not returned to the authority yet" : CameOn is { } on ? $": it came on {UkText.LongDate(on)}, after the plan" : "")}";
}

/// <summary>Which advice of regulation 6(1) a plan lacks, or would lack if it were issued now.</summary>
public sealed class LackingAdviceQuery(PortalDb db)
{
    /// <summary>Of a case with or without a plan.</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="planOn">The day of the plan; null where it would be issued now (Europe/London).</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<LackingLine>> OfAsync(Guid assessmentId, DateOnly? planOn, CancellationToken ct)
    {
        var lacking = planOn is { } day ? LackingAdvice.Of(day) : LackingAdvice.OfPlanNow;
        return await (
            from r in db.AdviceRequests.AsNoTracking().Where(lacking)
                .Union(db.AdviceRequests.AsNoTracking().Where(r => r.Kind == AdviceKind.Statutory && (((r.Stage == RequestStage.ToCheck || r.Stage == RequestStage.ToReturn) && r.ReturnedOn == null) || (r.Became == Became.Advice && r.BecameOn > planOn))))
            where r.AssessmentId == assessmentId
            join s in db.Services on r.ServiceId equals s.Id
            join p in db.Providers on r.ProviderId equals p.Id
            orderby r.DueOn, s.Name, r.Id
            select new LackingLine(s.Name, p.ShortName, s.Town, r.DueOn, r.RequestedByFamily, r.ReturnedOn == null && (r.Stage == RequestStage.ToCheck || r.Stage == RequestStage.ToReturn), r.Became == Became.Advice ? r.BecameOn : null)).ToListAsync(ct);
    }
}
