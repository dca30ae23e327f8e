using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Which of the plans of a period a figure counts.</summary>
public enum PlanPart
{
    /// <summary>All that were issued.</summary>
    Issued,

    /// <summary>Those issued after the authority's own limit.</summary>
    Late,

    /// <summary>Of the late ones, those for which health advice came after its own due date, or not before the plan.</summary>
    LateWithAdviceLate,

    /// <summary>Of the late ones, the others.</summary>
    LateWithAdviceInTime,

    /// <summary>Those that lack advice that was asked for, or have none of health at all.</summary>
    LackingAdvice,
}

/// <summary>What figures of plans count of one plan.</summary>
public sealed class PlanFacts
{
    /// <summary>The assessment.</summary>
    public Guid Id { get; init; }

    /// <summary>Days after the plan's own limit; nought or less is in time.</summary>
    public int DaysLate { get; init; }

    /// <summary>Days by which the latest advice passed its own due date.</summary>
    public int HealthDays { get; init; }

    /// <summary>Whether the plan lacks advice that was asked for, or has none of health at all.</summary>
    public bool Lacking { get; init; }
}

/// <summary>The list behind a figure of plans: assessments whose plan was issued in a period.</summary>
public sealed record PlanList
{
    /// <summary>The period in which the plans were issued.</summary>
    public required FigurePeriod Period { get; init; }

    /// <summary>Which of them.</summary>
    public PlanPart Part { get; init; }

    /// <summary>What the figures are about.</summary>
    public FigureFilters Of { get; init; } = new();

    /// <summary>What the list shows, in words.</summary>
    public string Words => $"Showing only {Part.Label().ToLower(UkText.Culture)}, {Period.Name}{(Of.Any ? ", of the figures that you chose" : "")}.";

    /// <summary>The assessments of the list.</summary>
    public IQueryable<Assessment> Apply(IQueryable<Assessment> assessments, PortalDb db)
    {
        if (Part == PlanPart.Issued) { return Issued(assessments, db); }
        var facts = Facts(assessments, db);
        var ids = Part switch
        {
            PlanPart.Late => facts.Where(p => p.DaysLate > 0),
            PlanPart.LateWithAdviceLate => facts.Where(p => p.DaysLate > 0 && p.HealthDays > 0),
            PlanPart.LateWithAdviceInTime => facts.Where(p => p.DaysLate > 0 && p.HealthDays <= 0),
            _ => facts.Where(p => p.Lacking),
        };
        return assessments.Where(a => ids.Select(p => p.Id).Contains(a.Id));
    }

    /// <summary>The facts of each plan. Advice that came after the plan, or never, held it up no longer than to the day of the plan, and what the law excuses was late all the same. What was asked instead of what is counted makes nothing late.</summary>
    public IQueryable<PlanFacts> Facts(IQueryable<Assessment> assessments, PortalDb db)
    {
        var (asked, lacking) = (Of.Apply(db.AdviceRequests, db), NoMedicalAdvice.Lacking(db));
        var (given, carried, named) = NoMedicalAdvice.HaveSome(db);
        return from a in Issued(assessments, db)
               select new PlanFacts
               {
                   Id = a.Id,
                   DaysLate = a.FinalPlanDueOn == null ? 0 : a.OutcomeOn!.Value.DayNumber - a.FinalPlanDueOn.Value.DayNumber,
                   HealthDays = asked.Where(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.InsteadOfId == null
                       && (r.Became == Became.Nothing || ((r.Became == Became.Advice || r.Became == Became.Closed || r.Became == Became.Withdrawn) && r.BecameOn > r.DueOn)) && r.DueOn < a.OutcomeOn)
                       .Max(r => (int?)(r.BecameOn == null || r.BecameOn > a.OutcomeOn ? a.OutcomeOn!.Value.DayNumber - r.DueOn.DayNumber : r.BecameOn!.Value.DayNumber - r.DueOn.DayNumber)) ?? 0,
                   Lacking = lacking.Any(r => r.AssessmentId == a.Id) || !(given.Any(id => id == a.Id) || carried.Any(id => id == a.Id) || named.Any(id => id == a.Id)),
               };
    }

    private IQueryable<Assessment> Issued(IQueryable<Assessment> assessments, PortalDb db)
    {
        var (from, to) = (Period.From, Period.To);
        var plans = assessments.Where(a => a.OutcomeOn >= from && a.OutcomeOn <= to && a.Outcome == AssessmentOutcome.PlanIssued);
        if (Of.Authority is { } authority) { plans = plans.Where(a => a.LocalAuthorityId == authority); }
        if (Of.Board is { } board) { plans = plans.Where(a => a.IcbId == board); }
        if (Of with { Authority = null, Board = null } is { Any: true } rest)
        {
            var asked = rest.Apply(db.AdviceRequests, db);
            plans = plans.Where(a => asked.Any(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory));
        }
        return plans;
    }
}
