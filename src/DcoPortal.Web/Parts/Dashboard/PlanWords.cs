using DcoPortal.Casework.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>What figures of plans say. The days by which advice passed its own due date are the most that health explains; the rest is not health's.</summary>
internal static class PlanWords
{
    public static IReadOnlyDictionary<PlanPart, int> Count(IReadOnlyList<PlanCount> plans) => new Dictionary<PlanPart, int>
    {
        [PlanPart.Issued] = plans.Sum(p => p.Count),
        [PlanPart.Late] = plans.Where(p => p.DaysLate > 0).Sum(p => p.Count),
        [PlanPart.LateWithAdviceLate] = plans.Where(p => p is { DaysLate: > 0, HealthDays: > 0 }).Sum(p => p.Count),
        [PlanPart.LateWithAdviceInTime] = plans.Where(p => p is { DaysLate: > 0, HealthDays: <= 0 }).Sum(p => p.Count),
        [PlanPart.LackingAdvice] = plans.Where(p => p.Lacking).Sum(p => p.Count),
    };

    /// <summary>Those that may be shown, each beside what it is part of.</summary>
    public static IEnumerable<PlanPart> Shown(IReadOnlyDictionary<PlanPart, int> of, Func<int, int, bool> mayShow)
    {
        if (of[PlanPart.Issued] == 0 || !mayShow(of[PlanPart.Issued], 0)) { yield break; }
        yield return PlanPart.Issued;
        if (mayShow(of[PlanPart.Issued], of[PlanPart.Late]))
        {
            yield return PlanPart.Late;
            if (of[PlanPart.Late] > 0 && mayShow(of[PlanPart.Late], of[PlanPart.LateWithAdviceLate])) { yield return PlanPart.LateWithAdviceLate; yield return PlanPart.LateWithAdviceInTime; }
        }
        if (mayShow(of[PlanPart.Issued], of[PlanPart.LackingAdvice])) { yield return PlanPart.LackingAdvice; }
    }

    /// <summary>How many of the days late advice explains.</summary>
    public static string? Days(IReadOnlyList<PlanCount> plans)
    {
        var late = plans.Where(p => p.DaysLate > 0).ToList();
        var (days, health) = (late.Sum(p => p.DaysLate * p.Count), late.Sum(p => Math.Min(p.DaysLate, p.HealthDays) * p.Count));
        return days == 0 ? null : $"Late advice explains at most {FigureShare.Number(health)} of the {UkText.Days(days)} by which plans were late: the days by which the last of it passed its own due date.";
    }
}
