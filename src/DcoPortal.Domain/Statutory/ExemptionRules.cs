using System.Globalization;

namespace DcoPortal.Domain.Statutory;

/// <summary>Which exemption is open for which deadline, on which facts (SI 2014/1530 regulations 5(4), 8(2), 10(4), 13(3), 27(3), 44(3) and 45(7)).</summary>
public static class ExemptionRules
{
    /// <summary>The ground in plain words, without a capital.</summary>
    public static string NameOf(ExemptionGround ground) => ground switch
    {
        ExemptionGround.SchoolClosed => "school or college closed",
        ExemptionGround.EarlyYearsProviderClosed => "early-years provider closed",
        ExemptionGround.ExceptionalCircumstances => "exceptional circumstances",
        ExemptionGround.AbsentFromArea => "absent from the area",
        ExemptionGround.MissedAppointment => "missed appointment",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    /// <summary>The grounds that may be relied on for a deadline, with the facts each needs, in the order of the Regulations. Empty for a local target.</summary>
    /// <param name="deadline">The deadline that is or will be missed.</param>
    public static IReadOnlyList<ListedGround> GroundsFor(Deadline deadline) => ExemptionLists.GroundsOf(deadline.Rule.Exemptions);

    /// <summary>The ground as a rule's list has it, or null when it is not on the list.</summary>
    public static ListedGround? Listed(StatutoryRule rule, ExemptionGround ground) =>
        ExemptionLists.GroundsOf(rule.Exemptions).FirstOrDefault(g => g.Ground == ground);

    /// <summary>The paragraph that lists a ground for a kind of deadline on the ordinary route, or null when none does.</summary>
    public static string? ParagraphFor(DeadlineKind kind, ExemptionGround ground) =>
        StatutoryRules.All.FirstOrDefault(r => r.Kind == kind) is { } rule ? Listed(rule, ground)?.Paragraph : null;

    /// <summary>Tests a ground against its facts: the first of the two limbs.</summary>
    /// <param name="deadline">The deadline that is or will be missed. Its period runs from its anchor to its due date, both included.</param>
    /// <param name="ground">The listed reason relied on.</param>
    /// <param name="facts">The facts that this ground depends on.</param>
    /// <exception cref="ArgumentException">The facts are of another kind than the ground needs.</exception>
    public static ExemptionVerdict Check(Deadline deadline, ExemptionGround ground, ExemptionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(facts);
        if (Listed(deadline.Rule, ground) is not { } listed) return NotListed(deadline.Rule, ground);

        var (open, reason) = (ground, facts) switch
        {
            (ExemptionGround.SchoolClosed or ExemptionGround.EarlyYearsProviderClosed, ClosureFacts f) => Closure(deadline, f),
            (ExemptionGround.ExceptionalCircumstances, CircumstancesFacts f) => Circumstances(deadline, listed, f),
            (ExemptionGround.AbsentFromArea, AbsenceFacts f) => Absence(deadline, listed, f),
            (ExemptionGround.MissedAppointment, MissedAppointmentFacts f) => Appointment(deadline, f),
            _ => throw new ArgumentException($"{facts.GetType().Name} are not the facts of {ground}.", nameof(facts)),
        };
        var seen = ExemptionLists.IsConfirmed(deadline.Rule.Exemptions) ? "" : $" {StatutoryRule.Unconfirmed}";
        return new(open, listed.Paragraph, (open ? $"{reason} It excuses lateness only if it made the time limit impractical (regulation {listed.Paragraph})." : reason) + seen);
    }

    /// <summary>Judges both limbs from what a person typed, and says why the exemption may be relied on or not.</summary>
    /// <param name="deadline">The deadline that is or will be missed.</param>
    /// <param name="ground">The reason chosen.</param>
    /// <param name="answers">What was typed; facts of other grounds are ignored.</param>
    public static ExemptionJudgement Judge(Deadline deadline, ExemptionGround ground, ExemptionAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(answers);
        var hasSecondLimb = !string.IsNullOrWhiteSpace(answers.ImpracticalBecause);
        if (Listed(deadline.Rule, ground) is not { } listed)
        {
            var refused = NotListed(deadline.Rule, ground);
            return new(false, refused, [], hasSecondLimb, refused.Reason);
        }

        if (answers.FactsOf(listed) is not { } facts)
        {
            const string Ask = "Some of the facts that this reason turns on are missing.";
            return new(false, new(false, listed.Paragraph, Ask), answers.MissingOf(listed), hasSecondLimb, Ask);
        }

        var verdict = Check(deadline, ground, facts);
        return verdict.IsAvailable && !hasSecondLimb
            ? new(false, verdict, [], false, "The facts meet the reason. Say also why it made keeping to the time limit impractical: the reason alone is not enough.")
            : new(verdict.IsAvailable, verdict, [], hasSecondLimb, verdict.Reason);
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

    private static ExemptionVerdict NotListed(StatutoryRule rule, ExemptionGround ground) => new(false, null, (rule, ground) switch
    {
        ({ IsStatutory: false }, _) => "This is a local target, not a legal limit, so no exemption applies to it.",
        ({ Exemptions: ExemptionList.None }, _) => "No exemption is listed for this time limit.",
        ({ Exemptions: ExemptionList.HealthAdvice }, _) => "School and early-years closures never excuse health: regulation 8(2) has no such ground.",
        (_, ExemptionGround.MissedAppointment) => "A missed appointment excuses health only: it is not on the local authority's list.",
        _ => "This ground is not listed for this time limit.",
    });

    // both ends of the window count: a reading in favour of the late body, so that it says so on those two days
    private static (bool, string) Closure(Deadline d, ClosureFacts f)
    {
        var closed = f.ReopensOn.DayNumber - f.ClosedFrom.DayNumber;
        if (closed < ExemptionLists.FourWeeksInDays)
            return (false, $"The closure lasted {DeadlineWords.Days(Math.Max(closed, 0))}; only one of 4 weeks or more counts.");
        DateOnly from = f.ClosedFrom.AddDays(-7), until = f.ReopensOn.AddDays(-7);
        var window = $"the window of {DeadlineWords.Day(from)} to {DeadlineWords.Day(until)}";
        var asked = $"Advice was asked for on {DeadlineWords.Day(f.AdviceAskedOn)}";
        if (f.AdviceAskedOn < from || f.AdviceAskedOn > until) { return (false, $"{asked}, outside {window}."); }
        // what was asked for after the time limit, or of a school open again before it, held nothing up
        if (f.AdviceAskedOn > d.Due) { return (false, $"{asked}, inside {window}, but after the time limit had ended on {DeadlineWords.Day(d.Due)}."); }
        // what an order or a new assessment takes up may have been asked for before; nothing is asked for a request that has not come
        if (f.AdviceAskedOn < d.Anchor && d.Rule.StartsFrom == ClockEvent.RequestReceived) { return (false, $"{asked}, inside {window}, but before the request came on {DeadlineWords.Day(d.Anchor)}: it was not asked for this assessment."); }
        if (f.ReopensOn < d.Anchor) { return (false, $"{asked}, inside {window}, but the closure was over before the time limit began on {DeadlineWords.Day(d.Anchor)}."); }
        return (true, $"{asked}, inside {window}.{(f.AdviceAskedOn == from || f.AdviceAskedOn == until ? EdgeCounts : "")}");
    }

    private static (bool, string) Circumstances(Deadline d, ListedGround listed, CircumstancesFacts f)
    {
        if (f.Until < f.From) return (false, "The circumstances end before they begin.");
        if (f.From > d.Due || f.Until < d.Anchor)
            return (false, $"The circumstances fall outside the period of {Period(d)}.");
        return listed.MustBePersonal && !f.ArePersonal
            ? (false, "For the local authority the circumstances must be personal to the child, parent or young person.")
            : (true, $"The circumstances fall inside the period of {Period(d)}.{(f.Until == d.Anchor ? EdgeCounts : "")}");
    }

    private static (bool, string) Absence(Deadline d, ListedGround listed, AbsenceFacts f)
    {
        var first = Math.Max(f.FirstDay.DayNumber, d.Anchor.DayNumber);
        var last = Math.Min(f.LastDay.DayNumber, d.Due.DayNumber);
        var inside = Math.Max(0, last - first + 1);
        var words = $"{DeadlineWords.Days(inside)} of the absence fall inside the period of {Period(d)}";
        var needsFirstDay = inside == listed.ShortestAbsenceDays && f.FirstDay <= d.Anchor;
        return inside >= listed.ShortestAbsenceDays ? (true, $"{words}.{(needsFirstDay ? EdgeCounts : "")}") : (false, $"{words}; it takes {listed.ShortestAbsenceDays.ToString(CultureInfo.InvariantCulture)} or more in a row.");
    }

    private static (bool, string) Appointment(Deadline d, MissedAppointmentFacts f)
    {
        if (f.NotKeptBy == AppointmentNotKeptBy.Service)
            return (false, "The service cancelled the appointment, so the child did not fail to keep it.");
        return f.AppointmentOn >= d.Anchor && f.AppointmentOn <= d.Due
            ? (true, $"The appointment missed on {DeadlineWords.Day(f.AppointmentOn)} is inside the period of {Period(d)}.{(f.AppointmentOn == d.Anchor ? EdgeCounts : "")}")
            : (false, $"The appointment missed on {DeadlineWords.Day(f.AppointmentOn)} is outside the period of {Period(d)}.");
    }

    private const string EdgeCounts = " That the first or last day itself counts is a reading: the Regulations do not say.";

    private static string Period(Deadline d) => $"{DeadlineWords.Day(d.Anchor)} to {DeadlineWords.Day(d.Due)}";
}
