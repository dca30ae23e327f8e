namespace DcoPortal.Domain.Statutory;

/// <summary>Which exemption is open for which deadline, on which facts (SI 2014/1530 regulations 5(4), 8(2), 10(4) and 13(3)).</summary>
public static class ExemptionRules
{
    /// <summary>Four weeks, the shortest closure or absence that counts, in days.</summary>
    public const int FourWeeksInDays = 28;

    /// <summary>The ground in plain words, without a capital.</summary>
    public static string NameOf(ExemptionGround ground) => ground switch
    {
        ExemptionGround.SchoolClosed => "school or college closed",
        ExemptionGround.EarlyYearsProviderClosed => "early-years provider closed",
        ExemptionGround.ExceptionalCircumstances => "exceptional circumstances",
        ExemptionGround.AbsentFromArea => "absent from the area for 4 weeks or more",
        ExemptionGround.MissedAppointment => "missed appointment",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    /// <summary>The paragraph that lists a ground for a deadline, or null when none does.</summary>
    public static string? ParagraphFor(DeadlineKind kind, ExemptionGround ground) => kind switch
    {
        DeadlineKind.DecisionToAssess => Letter(ground) is { } l ? $"5(4)({l})" : null,
        DeadlineKind.NoPlanNotice => Letter(ground) is { } l ? $"10(4)({l})" : null,
        DeadlineKind.FinalPlan => Letter(ground) is { } l ? $"13(3) with 10(4)({l})" : null,
        DeadlineKind.HealthAdvice => ground switch
        {
            ExemptionGround.ExceptionalCircumstances => "8(2)(a)",
            ExemptionGround.AbsentFromArea => "8(2)(b)",
            ExemptionGround.MissedAppointment => "8(2)(c)",
            _ => null,
        },
        _ => null,
    };

    /// <summary>The grounds listed for a deadline, in the order of the Regulations. Empty for a local target.</summary>
    public static IReadOnlyList<ExemptionGround> GroundsFor(DeadlineKind kind) =>
        [.. Enum.GetValues<ExemptionGround>().Where(g => ParagraphFor(kind, g) is not null)];

    /// <summary>Tests a ground against its facts.</summary>
    /// <param name="deadline">The deadline that is or will be missed. Its period runs from its anchor to its due date, both included.</param>
    /// <param name="ground">The listed reason relied on.</param>
    /// <param name="facts">The facts that this ground turns on.</param>
    /// <exception cref="ArgumentException">The facts are of another kind than the ground needs.</exception>
    public static ExemptionVerdict Check(Deadline deadline, ExemptionGround ground, ExemptionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(facts);
        if (!deadline.Rule.IsStatutory) return new(false, null, "This is a local target, not a legal limit, so no exemption applies to it.");
        if (ParagraphFor(deadline.Kind, ground) is not { } paragraph) return new(false, null, NotListed(deadline.Kind, ground));

        var (open, reason) = (ground, facts) switch
        {
            (ExemptionGround.SchoolClosed or ExemptionGround.EarlyYearsProviderClosed, ClosureFacts f) => Closure(f),
            (ExemptionGround.ExceptionalCircumstances, CircumstancesFacts f) => Circumstances(deadline, f),
            (ExemptionGround.AbsentFromArea, AbsenceFacts f) => Absence(deadline, f),
            (ExemptionGround.MissedAppointment, MissedAppointmentFacts f) => Appointment(deadline, f),
            _ => throw new ArgumentException($"{facts.GetType().Name} are not the facts of {ground}.", nameof(facts)),
        };
        return new(open, paragraph, open ? $"{reason} It excuses lateness only if it made the time limit impractical (regulation {paragraph})." : reason);
    }

    /// <summary>Reasons that are on no list: never available, for any deadline.</summary>
    /// <param name="reason">The reason given.</param>
    public static ExemptionVerdict Check(UnlistedReason reason)
    {
        var words = reason switch
        {
            UnlistedReason.ClinicianAbsent => "A clinician's absence",
            UnlistedReason.Vacancy => "A vacancy",
            UnlistedReason.Backlog => "A backlog",
            UnlistedReason.WaitingList => "A waiting list",
            UnlistedReason.NoReferral => "The lack of a referral",
            UnlistedReason.PapersNotSent => "Papers not being sent",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
        return new(false, null, $"{words} is on no list of exemptions in the Regulations.");
    }

    private static char? Letter(ExemptionGround ground) => ground switch
    {
        ExemptionGround.SchoolClosed => 'a',
        ExemptionGround.EarlyYearsProviderClosed => 'b',
        ExemptionGround.ExceptionalCircumstances => 'c',
        ExemptionGround.AbsentFromArea => 'd',
        _ => null,
    };

    private static string NotListed(DeadlineKind kind, ExemptionGround ground) => (kind, ground) switch
    {
        (DeadlineKind.HealthAdvice, _) => "School and early-years closures never excuse health: regulation 8(2) has no such ground.",
        (_, ExemptionGround.MissedAppointment) => "A missed appointment excuses health only: it is not on the local authority's list.",
        _ => "This ground is not listed for this time limit.",
    };

    // both ends of the window count: the safe reading of "from" and "ending"
    private static (bool, string) Closure(ClosureFacts f)
    {
        var closed = f.ReopensOn.DayNumber - f.ClosedFrom.DayNumber;
        if (closed < FourWeeksInDays)
            return (false, $"The closure lasted {DeadlineWords.Days(Math.Max(closed, 0))}; only one of 4 weeks or more counts.");
        DateOnly from = f.ClosedFrom.AddDays(-7), until = f.ReopensOn.AddDays(-7);
        var window = $"the window of {DeadlineWords.Day(from)} to {DeadlineWords.Day(until)}";
        return f.AdviceAskedOn >= from && f.AdviceAskedOn <= until
            ? (true, $"Advice was asked for on {DeadlineWords.Day(f.AdviceAskedOn)}, inside {window}.")
            : (false, $"Advice was asked for on {DeadlineWords.Day(f.AdviceAskedOn)}, outside {window}.");
    }

    private static (bool, string) Circumstances(Deadline d, CircumstancesFacts f)
    {
        if (f.Until < f.From || f.From > d.Due || f.Until < d.Anchor)
            return (false, $"The circumstances fall outside the period of {Period(d)}.");
        return d.Kind != DeadlineKind.HealthAdvice && !f.ArePersonal
            ? (false, "For the local authority the circumstances must be personal to the child, parent or young person.")
            : (true, $"The circumstances fall inside the period of {Period(d)}.");
    }

    private static (bool, string) Absence(Deadline d, AbsenceFacts f)
    {
        var first = Math.Max(f.FirstDay.DayNumber, d.Anchor.DayNumber);
        var last = Math.Min(f.LastDay.DayNumber, d.Due.DayNumber);
        var inside = Math.Max(0, last - first + 1);
        var words = $"{DeadlineWords.Days(inside)} of the absence fall inside the period of {Period(d)}";
        return inside >= FourWeeksInDays ? (true, words + ".") : (false, words + "; it takes 28 or more in a row.");
    }

    private static (bool, string) Appointment(Deadline d, MissedAppointmentFacts f)
    {
        if (f.NotKeptBy == AppointmentNotKeptBy.Service)
            return (false, "The service cancelled the appointment, so the child did not fail to keep it.");
        return f.AppointmentOn >= d.Anchor && f.AppointmentOn <= d.Due
            ? (true, $"The appointment missed on {DeadlineWords.Day(f.AppointmentOn)} is inside the period of {Period(d)}.")
            : (false, $"The appointment missed on {DeadlineWords.Day(f.AppointmentOn)} is outside the period of {Period(d)}.");
    }

    private static string Period(Deadline d) => $"{DeadlineWords.Day(d.Anchor)} to {DeadlineWords.Day(d.Due)}";
}
