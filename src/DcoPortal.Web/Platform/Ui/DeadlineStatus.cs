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
            _ when deadline.SentWords(doneOn) is { } sent => sent,
            { IsLeastTime: true } => left < 0 ? "This time has passed" : Ends(left),
            _ when deadline.OrLater is not null && doneOn is null && left < 0 => "This day has passed, a later one may count",
            _ when deadline.OrLater is not null && doneOn > deadline.Due => $"Done on {UkText.LongDate(doneOn)}",
            // the family's right to act is no duty: it ends, and is never due or late
            { IsRight: true } when doneOn is null => left < 0 ? $"Passed {UkText.Days(-left)} ago" : Ends(left),
            { OnlyIf: not null } when doneOn is null => left < 0 ? "Passed" : left == 0 ? "Today" : $"In {UkText.Days(left)}",
            _ => StatusVocabulary.Words(deadline.Status(today, doneOn) ?? RagStatus.OnTrack, deadline.Due, doneOn, today, !rule.IsStatutory),
        };
    }

    private static string Ends(int left) => left switch { 0 => "Ends today", 1 => "Ends tomorrow", _ => $"Ends in {UkText.Days(left)}" };
}
