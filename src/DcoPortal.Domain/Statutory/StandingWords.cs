namespace DcoPortal.Domain.Statutory;

// how a deadline stands on a day, in one sentence
internal static class StandingWords
{
    public static string Of(Deadline deadline, DateOnly today, DateOnly? doneOn)
    {
        if (deadline.HasLapsed(doneOn)) { return Lapsed(deadline, doneOn); }
        if (doneOn is { } done) { return deadline.SentWords(done) is { } sent ? $"{sent}." : Done(deadline, done); }
        var (rule, left) = (deadline.Rule, deadline.DaysLeft(today));
        return rule switch
        {
            _ when left < 0 && deadline.OrLater is not null => "That day has passed; a later one may count.",
            { IsLeastTime: true } or { IsRight: true } => left < 0 ? "That time has passed." : left == 0 ? "It ends today." : $"It ends in {DeadlineWords.Days(left)}.",
            { OnlyIf: not null } => left < 0 ? "That day has passed." : left == 0 ? "That day is today." : $"That day is in {DeadlineWords.Days(left)}.",
            _ when left == 0 => "Due today.",
            _ when left > 0 => $"Due in {DeadlineWords.Days(left)}.",
            { IsStatutory: false } => $"{DeadlineWords.Days(-left)} past the local target.",
            { Holder: DutyHolder.TribunalParty } => $"{DeadlineWords.Days(-left)} overdue.",
            _ => $"{DeadlineWords.Days(-left)} overdue; the duty is still to act as soon as practicable.",
        };
    }

    /// <summary>Whether it is late on a day; never before it is known that the duty exists or which of two dates counts, and never of a right.</summary>
    public static bool IsLate(Deadline deadline, DateOnly today, DateOnly? doneOn) => (deadline.KeptOn(doneOn) ?? today) > deadline.Due && deadline.OrLater is null && !deadline.HasLapsed(doneOn)
        && deadline.Rule is { IsLeastTime: false, IsRight: false } && (deadline.Rule.OnlyIf is null || doneOn is not null);

    /// <summary>That the assessment ended by the due date.</summary>
    public static string Lapsed(Deadline deadline, DateOnly? doneOn) =>
        $"{(doneOn is { } done ? $"Done on {DeadlineWords.Day(done)}. " : "")}The assessment ended on {DeadlineWords.Day(deadline.LapsedOn!.Value)}, by the due date: nothing is late.";

    private static string Done(Deadline deadline, DateOnly done)
    {
        var over = done.DayNumber - deadline.Due.DayNumber;
        if (deadline.Rule.IsLeastTime) { return $"Done on {DeadlineWords.Day(done)}, {(over > 0 ? "after" : "before the end of")} the time that must be given."; }
        if (over > 0 && deadline.OrLater is not null) { return $"Done on {DeadlineWords.Day(done)}."; }
        return over > 0 ? $"Done on {DeadlineWords.Day(done)}, {DeadlineWords.Days(over)} late." : $"Done in time on {DeadlineWords.Day(done)}.";
    }
}
