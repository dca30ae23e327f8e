namespace DcoPortal.Web.Platform.Ui;

/// <summary>How a deadline stands, in a few words. Only a duty that surely exists can be overdue.</summary>
public static class DeadlineStatus
{
    /// <summary>"4 days overdue", "Ends in 3 days", "In 12 days", "Passed 2 days ago". All days are civil days in Europe/London.</summary>
    public static string Words(Deadline deadline, DateOnly today, DateOnly? doneOn)
    {
        var (rule, left) = (deadline.Rule, deadline.DaysLeft(today));
        return rule switch
        {
            { IsLeastTime: true } => left < 0 ? "This time has passed" : left == 0 ? "Ends today" : $"Ends in {UkText.Days(left)}",
            // the family's right to act has passed, which is not a duty that is late
            { IsRight: true } when doneOn is null && left < 0 => $"Passed {UkText.Days(-left)} ago",
            { OnlyIf: not null } when doneOn is null => left < 0 ? "Passed" : left == 0 ? "Today" : $"In {UkText.Days(left)}",
            _ => StatusVocabulary.Words(deadline.Status(today, doneOn) ?? RagStatus.OnTrack, deadline.Due, doneOn, today, !rule.IsStatutory),
        };
    }
}
