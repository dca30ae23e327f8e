namespace DcoPortal.Domain.Statutory;

/// <summary>What the integrated care board must have by the same day as the family: a final plan (regulation 13(2)(c)), or that no plan is needed (regulation 10(2)).</summary>
/// <param name="On">The day on which the board was sent or told it, or null while it was not (Europe/London).</param>
public sealed record BoardCopy(DateOnly? On)
{
    /// <summary>The day on which everybody had what a duty owes them, or null while somebody has not; without a copy the day it was done (Europe/London).</summary>
    /// <param name="copy">The copy that the duty owes the board too, or null.</param>
    /// <param name="doneOn">The day the work was done, or null.</param>
    public static DateOnly? KeptOn(BoardCopy? copy, DateOnly? doneOn) => copy is null || doneOn is null ? doneOn : copy.On < doneOn ? doneOn : copy.On;
}
