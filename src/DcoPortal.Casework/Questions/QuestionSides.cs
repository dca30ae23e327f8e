using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Questions;

/// <summary>The two sides of a question, in words.</summary>
internal static class QuestionSides
{
    /// <summary>The side of the person who is signed in.</summary>
    /// <exception cref="InvalidOperationException">The person belongs to neither side; only these two hold the permission.</exception>
    public static CaseSide Of(CurrentPerson person) => person.Scope.Kind switch
    {
        ScopeKind.LocalAuthority => CaseSide.LocalAuthority,
        ScopeKind.DcoService => CaseSide.DcoService,
        _ => throw new InvalidOperationException("Only a local authority and a DCO service discuss an assessment."),
    };

    public static CaseSide Other(this CaseSide side) => side == CaseSide.LocalAuthority ? CaseSide.DcoService : CaseSide.LocalAuthority;

    public static string Name(this CaseSide side) => side == CaseSide.LocalAuthority ? "the local authority" : "the DCO service";

    /// <summary>The state of a question, as one side reads it.</summary>
    public static string Standing(CaseSide askedBy, CaseSide waitsFor, DateTime? closedUtc, CaseSide reader) =>
        closedUtc is { } closed ? $"Closed on {UkText.LongDate(UkClock.DateOf(closed))}"
        : waitsFor != reader ? $"Waits for {waitsFor.Name()}"
        : askedBy == reader ? "Answered: read it, then close it or ask further"
        : "For you to answer";
}
