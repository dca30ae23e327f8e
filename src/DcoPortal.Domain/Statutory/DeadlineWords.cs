using System.Globalization;
using DcoPortal.Domain.Text;

namespace DcoPortal.Domain.Statutory;

// the words of Deadline.Explain, kept apart so that the record holds only arithmetic
internal static class DeadlineWords
{
    public static string Explain(Deadline deadline) =>
        string.Join(' ', (List<string>)[From(deadline), WhoseDuty(deadline), .. Beside(deadline), .. ActBy(deadline), .. Excuse(deadline), Next(deadline)]);

    public static string Explain(Deadline deadline, DateOnly today, DateOnly? doneOn, IReadOnlyCollection<RecordedExemption> exemptions)
    {
        ArgumentNullException.ThrowIfNull(exemptions);
        List<string> sentences = [From(deadline)];
        // finished work is explained by its count and whether it was in time, so the duty and the day to act by are left out
        if (doneOn is null) { sentences.AddRange([WhoseDuty(deadline), .. Beside(deadline), .. ActBy(deadline)]); }
        sentences.Add(Standing(deadline, today, doneOn));
        var late = !deadline.Rule.IsLeastTime && (doneOn ?? today) > deadline.Due;
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

        if (doneOn is null) { sentences.Add(Next(deadline)); }
        return string.Join(' ', sentences);
    }

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Days(int count) => count == 1 ? "1 day" : $"{count.ToString(CultureInfo.InvariantCulture)} days";

    private static string From(Deadline deadline)
    {
        var (rule, limit) = (deadline.Rule, deadline.Rule.Limit);
        var start = $"{Day(deadline.Anchor)}, {ClockEvents.DayOf(rule.StartsFrom)} ({rule.Citation}).";
        return (limit.Length, limit.Counting) switch
        {
            (0, _) => $"On {start}",
            (_, CountingConvention.BeginningWith) => $"{limit.Words} beginning with {start}",
            (_, CountingConvention.Before) => $"{limit.Words} before {start}",
            _ => $"{limit.Words} from {start}",
        };
    }

    private static string WhoseDuty(Deadline deadline)
    {
        var rule = deadline.Rule;
        var holder = DutyHolders.NameOf(rule.Holder);
        var by = rule.IsLeastTime ? $"at least until the end of {Day(deadline.Due)}" : $"by {Day(deadline.Due)}";
        var sentence = rule.IsStatutory
            ? $"{holder.Capitalised()} must {rule.Duty} {by}"
            : $"The target for {holder} to {rule.Duty} is {Day(deadline.Due)}";
        return Why(deadline) is { } why ? $"{sentence}: {why}." : $"{sentence}.";
    }

    private static string? Why(Deadline deadline)
    {
        var limit = deadline.Rule.Limit;
        if (limit.Length == 0) { return null; }
        return limit.Unit switch
        {
            TimeUnit.WorkingDays => First(limit, "weekends and bank holidays are not counted") + Projected(deadline.Due),
            TimeUnit.TribunalWorkingDays => First(limit, "weekends, bank holidays, 25 December to 1 January and all of August are not counted") + Projected(deadline.Due),
            TimeUnit.Months => "a month runs to the same day of the next, or to its last day where it has no such day",
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
            yield return $"It is the {which} of two dates: {other.Rule.Limit.Words} from {Day(other.Anchor)}, {ClockEvents.DayOf(other.Rule.StartsFrom)}, would be {Day(other.Due)}.";
        }

        if (deadline.SafeDate is { } safe) { yield return $"Some guides print {Day(safe)}: that is the safe date."; }
        if (deadline.LocalDue is { } local) { yield return $"The local authority counts the first day and aims for {Day(local)}: a local date, not law."; }
    }

    private static IEnumerable<string> ActBy(Deadline deadline)
    {
        var strictest = deadline.LocalDue ?? deadline.SafeDate ?? deadline.Due;
        if (!deadline.Rule.IsLeastTime && deadline.ActBy != strictest)
            yield return $"{Day(strictest)} is not a working day, so act by {Day(deadline.ActBy)}.";
    }

    private static IEnumerable<string> Excuse(Deadline deadline)
    {
        if (ExemptionLists.RegulationOf(deadline.Rule.Exemptions) is { } regulation)
            yield return $"An exemption (regulation {regulation}) never moves the date: it only answers whether lateness is excused.";
    }

    private static string Standing(Deadline deadline, DateOnly today, DateOnly? doneOn)
    {
        if (doneOn is { } done)
        {
            var over = done.DayNumber - deadline.Due.DayNumber;
            if (deadline.Rule.IsLeastTime) { return over > 0 ? $"Done on {Day(done)}, after the time that must be given." : $"Done on {Day(done)}, before the end of the time that must be given."; }
            return over > 0 ? $"Done on {Day(done)}, {Days(over)} late." : $"Done in time on {Day(done)}.";
        }

        var left = deadline.DaysLeft(today);
        if (deadline.Rule.IsLeastTime) { return left < 0 ? "That time has passed." : left == 0 ? "It ends today." : $"It ends in {Days(left)}."; }
        return left switch
        {
            0 => "Due today.",
            > 0 => $"Due in {Days(left)}.",
            _ when deadline.Rule is { IsStatutory: true, Holder: not (DutyHolder.Family or DutyHolder.TribunalParty) } => $"{Days(-left)} overdue; the duty is still to act as soon as practicable.",
            _ when deadline.Rule.IsStatutory => $"{Days(-left)} overdue.",
            _ => $"{Days(-left)} past the local target.",
        };
    }

    private static string Next(Deadline deadline) => $"Next: {deadline.Rule.Next}.";

    private static string Recorded(RecordedExemption exemption) =>
        $"Exemption recorded on {Day(exemption.RecordedOn)}: {Ground(exemption)} (regulation {exemption.Paragraph}).";

    private static string Ground(RecordedExemption exemption) => exemption.Facts switch
    {
        MissedAppointmentFacts f => $"appointment missed on {Day(f.AppointmentOn)}",
        AbsenceFacts f => $"absent from the area from {Day(f.FirstDay)} to {Day(f.LastDay)}",
        ClosureFacts f => $"advice asked for on {Day(f.AdviceAskedOn)}, of a setting closed from {Day(f.ClosedFrom)} and open again on {Day(f.ReopensOn)}",
        _ => ExemptionRules.NameOf(exemption.Ground),
    };
}
