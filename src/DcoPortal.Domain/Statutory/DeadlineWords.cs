using System.Globalization;

namespace DcoPortal.Domain.Statutory;

// the words behind Deadline.Explain, apart so that the record stays arithmetic
internal static class DeadlineWords
{
    public static string Explain(Deadline deadline, DateOnly today, DateOnly? doneOn, IReadOnlyCollection<RecordedExemption> exemptions)
    {
        ArgumentNullException.ThrowIfNull(exemptions);
        List<string> sentences = [Why(deadline), .. ActBy(deadline, doneOn), Standing(deadline, today, doneOn)];
        var late = (doneOn ?? today) > deadline.Due;
        if (exemptions.Count > 0)
        {
            sentences.AddRange(exemptions.OrderBy(e => e.RecordedOn).ThenBy(e => e.Paragraph, StringComparer.Ordinal).Select(Recorded));
            sentences.Add(late
                ? "The date does not move: the exemption excuses lateness only so far as it made keeping to the limit impractical."
                : "The date does not move.");
        }
        else if (deadline.Rule.IsStatutory && late)
        {
            sentences.Add("No exemption is recorded.");
        }

        return string.Join(' ', sentences);
    }

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Days(int count) => count == 1 ? "1 day" : $"{count.ToString(CultureInfo.InvariantCulture)} days";

    private static string Why(Deadline deadline) =>
        $"{deadline.Rule.Weeks} weeks from {Day(deadline.Anchor)}, {deadline.Rule.RunsFrom} ({deadline.Rule.Citation}).";

    private static IEnumerable<string> ActBy(Deadline deadline, DateOnly? doneOn)
    {
        if (doneOn is null && deadline.LastWorkingDay != deadline.Due)
            yield return $"{Day(deadline.Due)} is not a working day, so act by {Day(deadline.LastWorkingDay)}.";
    }

    private static string Standing(Deadline deadline, DateOnly today, DateOnly? doneOn)
    {
        if (doneOn is { } done)
        {
            var over = done.DayNumber - deadline.Due.DayNumber;
            return over > 0 ? $"Done on {Day(done)}, {Days(over)} late." : $"Done in time on {Day(done)}.";
        }

        var left = deadline.DaysLeft(today);
        return left switch
        {
            0 => "Due today.",
            > 0 => $"Due in {Days(left)}.",
            _ when deadline.Rule.IsStatutory => $"{Days(-left)} overdue; the duty is still to act as soon as practicable.",
            _ => $"{Days(-left)} overdue.",
        };
    }

    private static string Recorded(RecordedExemption exemption) =>
        $"Exemption recorded on {Day(exemption.RecordedOn)}: {Ground(exemption)} (regulation {exemption.Paragraph}).";

    private static string Ground(RecordedExemption exemption) => exemption.Facts switch
    {
        MissedAppointmentFacts f => $"appointment missed on {Day(f.AppointmentOn)}",
        AbsenceFacts f => $"absent from the area from {Day(f.FirstDay)} to {Day(f.LastDay)}",
        ClosureFacts f => $"advice asked for on {Day(f.AdviceAskedOn)}, when the setting was closed from {Day(f.ClosedFrom)} to {Day(f.ReopensOn)}",
        _ => ExemptionRules.NameOf(exemption.Ground),
    };
}
