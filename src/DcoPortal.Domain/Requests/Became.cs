namespace DcoPortal.Domain.Requests;

/// <summary>
/// What became of a request, whatever was asked, withdrawn or replaced afterwards. With its day, its due date and an exemption
/// it is all that figures need: see <see cref="Figures.AdviceOutcomes"/>. Stored by name: add, never rename.
/// </summary>
public enum Became
{
    /// <summary>No answer was returned, and it is open.</summary>
    Nothing,

    /// <summary>Advice was returned to the authority, perhaps after a nil return.</summary>
    Advice,

    /// <summary>Only a nil return was returned to the authority.</summary>
    NilReturn,

    /// <summary>It was closed without an answer, by hand or because the assessment ended.</summary>
    Closed,

    /// <summary>It should not have been sent, and was withdrawn.</summary>
    Withdrawn,
}
