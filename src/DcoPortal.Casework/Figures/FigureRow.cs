using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>
/// One request as figures count it: days and codes, no name and no reference. It never leaves this folder. A year has many, so what no cut asks for is not read, and days are
/// numbers, as <see cref="DateOnly.DayNumber"/> has them: most of the time went to making texts.
/// </summary>
internal sealed class FigureRow
{
    public Guid Provider { get; init; }
    public Guid Service { get; init; }
    public int Received { get; init; }
    public int Due { get; init; }
    public int? Asked { get; init; }
    public int? Opened { get; init; }
    public int? Answered { get; init; }
    public Became Became { get; init; }
    public int? BecameAt { get; init; }
    public int? CaseEnded { get; init; }
    public bool IsInstead { get; init; }
    public ExemptionGround? Ground { get; init; }
    public ReplyCode? Nil { get; init; }
    public LateReason? Reason { get; init; }

    // of what is open
    public RequestStage? Stage { get; init; }

    // where a cut asks for it
    public Guid? Authority { get; init; }
    public Guid? Board { get; init; }

    // of the case, or null where it cannot be seen
    public int? Decided { get; init; }
    public string? Need { get; init; }
    public ClockEvent? StartedBy { get; init; }
    public int Age { get; init; }

    public DateOnly ReceivedOn => DateOnly.FromDayNumber(Received);
    public DateOnly DueOn => DateOnly.FromDayNumber(Due);
    public DateOnly? AskedOn => On(Asked);
    public DateOnly? OpenedOn => On(Opened);
    public DateOnly? AnsweredOn => On(Answered);
    public DateOnly? BecameOn => On(BecameAt);
    public DateOnly? DecidedOn => On(Decided);

    /// <summary>How it counts.</summary>
    public AdviceOutcome Outcome(DateOnly today) => AdviceOutcomes.Of(new AdviceFacts(AdviceKind.Statutory, DueOn, Became, BecameOn, Ground, On(CaseEnded), IsInstead), today);

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
        FigureCut.Authority => Authority!.Value,
        _ => Board!.Value,
    };

    private static DateOnly? On(int? day) => day is { } number ? DateOnly.FromDayNumber(number) : null;
}
