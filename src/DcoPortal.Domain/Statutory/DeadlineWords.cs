using System.Globalization;
using DcoPortal.Domain.Text;

namespace DcoPortal.Domain.Statutory;

// the words of Deadline.Explain, kept apart so that the record holds only arithmetic
internal static class DeadlineWords
{
    public static string Explain(Deadline deadline, DateOnly? today) => deadline.HasLapsed(null) ? $"{From(deadline)} {StandingWords.Lapsed(deadline, null)}"
        : string.Join(' ', (List<string>)[From(deadline), WhoseDuty(deadline), .. Beside(deadline), .. ActBy(deadline, today), .. Excuse(deadline), .. Open(deadline), Next(deadline)]);

    public static string Explain(Deadline deadline, DateOnly today, DateOnly? doneOn, IReadOnlyCollection<RecordedExemption> exemptions)
    {
        ArgumentNullException.ThrowIfNull(exemptions);
        List<string> sentences = [From(deadline)];
        // finished work is explained by its count and whether it was in time, so the duty and the day to act by are left out; so is a duty that has ended
        var isOwed = deadline.KeptOn(doneOn) is null && !deadline.HasLapsed(doneOn);
        if (isOwed) { sentences.AddRange([WhoseDuty(deadline), .. Beside(deadline), .. ActBy(deadline, today)]); }
        sentences.Add(StandingWords.Of(deadline, today, doneOn));
        if (deadline.Comments is { HasBegun: true } comments && doneOn <= comments.Until) { sentences.Add($"It was sent before the family's time to comment had ended, which ran to the end of {Day(comments.Until)}."); }
        var late = StandingWords.IsLate(deadline, today, doneOn);
        if (exemptions.Count > 0)
        {
            sentences.AddRange(exemptions.OrderBy(e => e.RecordedOn).ThenBy(e => e.Paragraph, StringComparer.Ordinal).Select(Recorded));
            sentences.Add(late
                ? "The date does not move: the exemption excuses lateness only so far as it made keeping to the limit impractical."
                : "The date does not move.");
        }
        else if (late && deadline.Rule.Exemptions != ExemptionList.None)
        {
            sentences.Add("No exemption is recorded.");
        }

        sentences.AddRange(Open(deadline));
        if (isOwed) { sentences.Add(Next(deadline)); }
        return string.Join(' ', sentences);
    }

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Days(int count) => count == 1 ? "1 day" : $"{count.ToString(CultureInfo.InvariantCulture)} days";

    public static string From(Deadline deadline)
    {
        var (rule, limit) = (deadline.Rule, deadline.Rule.Limit);
        var start = $"{Day(deadline.Anchor)}, {ClockEvents.DayOf(rule.StartsFrom)} ({rule.Citation}).";
        return limit switch
        {
            { Unit: TimeUnit.DayOfYear } => $"{limit.Words.Capitalised()} in the year of {start}",
            { IsSameDay: true } => $"On {start}",
            { Counting: CountingConvention.BeginningWith } => $"{limit.Words} beginning with {start}",
            { Counting: CountingConvention.Before } => $"{limit.Words} before {start}",
            _ => $"{limit.Words} from {start}",
        };
    }

    private static string WhoseDuty(Deadline deadline)
    {
        var (rule, due) = (deadline.Rule, Day(deadline.Due));
        var holder = DutyHolders.NameOf(rule.Holder);
        var sentence = rule switch
        {
            { IsStatutory: false } => $"The target for {holder} to {rule.Duty} is {due}",
            { IsLeastTime: true } => $"{holder.Capitalised()} must {rule.Duty} at least until the end of {due}",
            { IsRight: true } => $"{holder.Capitalised()} can {rule.Duty} until {rule.Hour}{due}",
            { OnlyIf: { } condition } => $"If {condition}, {holder} must {rule.Duty} by {due}",
            { Limit.IsSameDay: true } => $"{holder.Capitalised()} must {rule.Duty} on {due}",
            _ => $"{holder.Capitalised()} must {rule.Duty} by {due}",
        };
        return Why(deadline) is { } why ? $"{sentence}: {why}." : $"{sentence}.";
    }

    private static string? Why(Deadline deadline)
    {
        var limit = deadline.Rule.Limit;
        return limit.Unit switch
        {
            _ when limit.IsSameDay => null,
            TimeUnit.DayOfYear => $"the regulation says {limit.Words}, so that day itself is too late",
            TimeUnit.WorkingDays => First(limit, "weekends and bank holidays are not counted") + Projected(deadline.Due),
            TimeUnit.TribunalWorkingDays => First(limit, "weekends, bank holidays, 25 December to 1 January and all of August are not counted") + Projected(deadline.Due),
            TimeUnit.Months => limit.Counting switch
            {
                CountingConvention.BeginningWith => "that first day counts, so the last month ends on the day before it",
                CountingConvention.Before => "counted back to the same day of the month, or to its last day where it has no such day",
                _ => "a month runs to the same day of the next, or to its last day where it has no such day",
            },
            _ => limit.Counting switch
            {
                CountingConvention.BeginningWith => "that first day counts, and so do weekends and holidays",
                CountingConvention.Before => "counted back from that day, weekends and holidays included",
                _ => "that first day is left out; weekends and holidays count",
            },
        };
    }

    private static string First(TimeLimit limit, string others) => limit.Counting switch
    {
        CountingConvention.BeginningWith => $"that first day counts if it is a working day; {others}",
        CountingConvention.Before => $"counted back from that day, which is left out; {others}",
        _ => $"that first day is left out; {others}",
    };

    private static string Projected(DateOnly date) => EnglandBankHolidays.StatusOf(date.Year) switch
    {
        BankHolidayStatus.Projected => $" (the bank holidays of {date.Year.ToString(CultureInfo.InvariantCulture)} are not published yet and are worked out)",
        BankHolidayStatus.NotHeld => $" (the bank holidays of {date.Year.ToString(CultureInfo.InvariantCulture)} are not known here)",
        _ => "",
    };

    private static IEnumerable<string> Beside(Deadline deadline)
    {
        if (deadline.GaveWay is { } other)
        {
            var which = deadline.Rule.WhenSeveral == WhenSeveral.LaterCounts ? "later" : "earlier";
            yield return other.Rule.Limit.IsSameDay ? $"It is the {which} of two dates: {Span(other)} is {Day(other.Due)}." : $"It is the {which} of two dates: {Span(other)} would end on {Day(other.Due)}.";
        }

        if (deadline.OrLater is { } awaited) { yield return $"If it is later, another date counts: {awaited.Span}. That day is not known here."; }
        if (deadline.CarefulDate is { } careful)
        {
            yield return $"The careful reading counts from {Day(deadline.CarefulFrom!.Value)}, {ClockEvents.DayOf(deadline.Rule.CarefulFrom!.Value)}{(deadline.SafeDate is null ? $", and ended on {Day(careful)}" : $": the safe date is {Day(careful)}")}.";
        }
        else if (deadline.CarefulFrom is null && deadline.Rule.CarefulFrom is { } earlier) { yield return $"The careful reading counts from {ClockEvents.DayOf(earlier)}, which is earlier."; }

        if (deadline.CalendarDate != deadline.Due)
        {
            yield return $"By the calendar the time ends on {Day(deadline.CalendarDate)}, {WhyItRuns(deadline.CalendarDate)}, so the Tribunal's Rules give until {Day(deadline.Due)}{Projected(deadline.Due)}.";
            yield return $"The safe date is {Day(deadline.CalendarDate)}.";
            if (deadline.Printed is { } printed) { yield return $"Some guides print {Day(printed)}."; }
        }
        else if (deadline.Printed is { } safe)
        {
            yield return $"Some guides print {Day(safe)}: that is the safe date.";
        }

        if (deadline.LocalDue is { } local) { yield return $"The local authority counts the first day and aims for {Day(local)}: a local date, not law."; }
    }

    private static string Span(Deadline deadline)
    {
        var start = $"{Day(deadline.Anchor)}, {ClockEvents.DayOf(deadline.Rule.StartsFrom)},";
        return deadline.Rule.Limit switch
        {
            // the day is its own date, and is said once
            { IsSameDay: true } => ClockEvents.DayOf(deadline.Rule.StartsFrom),
            { Counting: CountingConvention.BeginningWith } => $"{deadline.Rule.Limit.Words} beginning with {start}",
            _ => $"{deadline.Rule.Limit.Words} from {start}",
        };
    }

    private static string WhyItRuns(DateOnly calendarDate) => calendarDate.Month switch
    {
        8 => "which is in August",
        _ when TribunalCalendar.IsRecess(calendarDate) => "which is between 25 December and 1 January",
        _ => "which is not a working day",
    };

    private static IEnumerable<string> ActBy(Deadline deadline, DateOnly? today)
    {
        // once the date itself is over, nobody can act by a day before it
        if (deadline.Rule.IsLeastTime || today > deadline.Due) { yield break; }
        if (deadline.Comments is { } time && deadline.CannotBeKept)
        {
            yield return time.HasBegun ? $"The family has until the end of {Day(time.Until)} to comment, so this date cannot be kept any more." : $"The family must have {time.Length} for the draft, which it does not have: this date cannot be kept any more.";
        }
        else if (deadline.ActBy != deadline.Strictest)
        {
            yield return today > deadline.ActBy ? $"{Day(deadline.Strictest)} is not a working day: {Day(deadline.ActBy)} was the last one before it." : $"{Day(deadline.Strictest)} is not a working day, so act by {Day(deadline.ActBy)}.";
        }
        else if (deadline.Comments is { HasBegun: true } comments && !EnglandBankHolidays.IsWorkingDay(deadline.Strictest))
        {
            yield return $"{Day(deadline.Strictest)} is not a working day, and before {Day(comments.Until.AddDays(1))} the family still has time to comment.";
        }
    }

    private static IEnumerable<string> Excuse(Deadline deadline)
    {
        if (ExemptionLists.RegulationOf(deadline.Rule.Exemptions) is { } regulation)
            yield return $"An exemption (regulation {regulation}) never moves the date: it only answers whether lateness is excused.{(deadline.Rule.IsConfirmed && !ExemptionLists.IsConfirmed(deadline.Rule.Exemptions) ? " We have not seen the text of that regulation." : "")}";
    }

    // what a careful reader must know besides the count
    private static IEnumerable<string> Open(Deadline deadline)
    {
        if (deadline.Rule.Besides is { } besides) { yield return besides; }
        foreach (var relaxation in Relaxation.Of(deadline)) { yield return relaxation.Words; }
        if (!deadline.Rule.IsConfirmed) { yield return StatutoryRule.Unconfirmed; }
    }

    private static string Next(Deadline deadline) => $"Next: {deadline.Rule.Next}.";

    private static string Recorded(RecordedExemption exemption) =>
        $"Exemption recorded on {Day(exemption.RecordedOn)}: {Ground(exemption)} (regulation {exemption.Paragraph}).";

    private static string Ground(RecordedExemption exemption) => exemption.Facts switch
    {
        MissedAppointmentFacts f => $"appointment missed on {Day(f.AppointmentOn)}",
        AbsenceFacts f => $"absent from the area from {Day(f.FirstDay)} to {Day(f.LastDay)}",
        ClosureFacts f => $"advice asked for on {Day(f.AdviceAskedOn)}, of a school or provider closed from {Day(f.ClosedFrom)} and open again on {Day(f.ReopensOn)}",
        _ => ExemptionRules.NameOf(exemption.Ground),
    };
}
