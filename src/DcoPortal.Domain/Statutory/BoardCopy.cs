namespace DcoPortal.Domain.Statutory;

/// <summary>The copy of a final plan that was issued, which the integrated care board must have by the same day as the family (regulation 13(2)(c)).</summary>
/// <param name="On">The day on which the board was sent it, or null while it was not (Europe/London).</param>
public sealed record BoardCopy(DateOnly? On)
{
    /// <summary>The day on which everybody had what a duty owes them, or null while somebody has not; without a copy the day it was done (Europe/London).</summary>
    /// <param name="copy">The copy that the duty owes the board too, or null.</param>
    /// <param name="doneOn">The day the work was done, or null.</param>
    public static DateOnly? KeptOn(BoardCopy? copy, DateOnly? doneOn) => copy is null || doneOn is null ? doneOn : copy.On < doneOn ? doneOn : copy.On;
}
