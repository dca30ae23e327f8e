using DcoPortal.Casework.Questions;

namespace DcoPortal.Casework.Transfers;

/// <summary>Who speaks of a transfer now.</summary>
public sealed class TransferWords(CurrentPerson person, UkClock clock)
{
    /// <summary>The signed-in person, now.</summary>
    public TransferWord Now() => new(QuestionSides.Of(person), person.Actor.Name, person.Actor.Organisation, clock.UtcNow, clock.Today);
}
