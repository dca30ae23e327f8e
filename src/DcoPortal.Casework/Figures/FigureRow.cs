using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>One request as figures count it: days and codes, no name and no reference. It never leaves this folder.</summary>
internal sealed class FigureRow
{
    public Guid Provider { get; init; }
    public Guid Service { get; init; }
    public Guid Authority { get; init; }
    public Guid Board { get; init; }
    public DateOnly ReceivedOn { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly? AskedOn { get; init; }
    public DateOnly? OpenedOn { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public Became Became { get; init; }
    public DateOnly? BecameOn { get; init; }
    public DateOnly? CaseEndedOn { get; init; }
    public bool IsInstead { get; init; }
    public ExemptionGround? Ground { get; init; }
    public ReplyCode? Nil { get; init; }
    public LateReason? Reason { get; init; }
    public RequestStage Stage { get; init; }

    // of the case, or null where it cannot be seen
    public DateOnly? DecidedOn { get; init; }
    public string? Need { get; init; }
    public ClockEvent? StartedBy { get; init; }
    public int Age { get; init; }

    /// <summary>How it counts.</summary>
    public AdviceOutcome Outcome(DateOnly today) => AdviceOutcomes.Of(new AdviceFacts(AdviceKind.Statutory, DueOn, Became, BecameOn, Ground, CaseEndedOn, IsInstead), today);

    /// <summary>The row of a cut by what the case says.</summary>
    public string Key(FigureCut cut) => cut switch
    {
        FigureCut.Need => string.IsNullOrEmpty(Need) ? FigureFilters.None : Need,
        FigureCut.Age => Age < 0 ? FigureFilters.None : $"{(AgeGroup)Age}",
        _ => StartedBy is { } start ? $"{AssessmentStarts.RouteOf(start)}" : FigureFilters.None,
    };

    /// <summary>The row of a cut by organisation.</summary>
    public Guid Organisation(FigureCut cut) => cut switch
    {
        FigureCut.Provider => Provider,
        FigureCut.Service => Service,
        FigureCut.Authority => Authority,
        _ => Board,
    };
}
