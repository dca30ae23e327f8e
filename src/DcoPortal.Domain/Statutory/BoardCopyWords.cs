namespace DcoPortal.Domain.Statutory;

// who has had a final plan and when, where the family and the board did not have it on one day
internal static class BoardCopyWords
{
    public static string? Of(Deadline deadline, DateOnly? doneOn)
    {
        if (doneOn is not { } done || deadline.Copy is not { } copy || copy.On <= done) { return null; }
        return $"To the family {When(deadline, done)}; {(copy.On is { } on ? $"to the integrated care board {When(deadline, on)}" : "not yet sent to the integrated care board")}";
    }

    private static string When(Deadline deadline, DateOnly on) => on > deadline.Due
        ? $"{DeadlineWords.Days(on.DayNumber - deadline.Due.DayNumber)} late, on {DeadlineWords.Day(on)}"
        : $"in time on {DeadlineWords.Day(on)}";
}
