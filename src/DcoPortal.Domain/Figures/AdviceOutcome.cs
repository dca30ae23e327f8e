namespace DcoPortal.Domain.Figures;

/// <summary>What became of a request for advice, on a day, as figures count it. Each request has exactly one.</summary>
public enum AdviceOutcome
{
    /// <summary>Advice was returned to the authority on or before its due date.</summary>
    InTime,

    /// <summary>Advice was returned after its due date.</summary>
    Late,

    /// <summary>No answer was returned, and it is still open.</summary>
    NotGivenOpen,

    /// <summary>It was closed or withdrawn after its due date without an answer, by hand or because the assessment ended.</summary>
    NotGivenClosed,

    /// <summary>Late or not given, with an exemption of regulation 8(2) recorded beside the due date.</summary>
    Excused,

    /// <summary>The service returned that it has no advice, in time or late.</summary>
    NilReturn,

    /// <summary>Not counted: its due date has not passed.</summary>
    NotYetDue,

    /// <summary>Not counted: it was closed, or its assessment had ended, on or before its due date, so nothing fell due.</summary>
    EndedBefore,

    /// <summary>Not counted: it was withdrawn on or before its due date, because it should not have been sent or another service is asked. The name is kept in what was reported.</summary>
    SentByMistake,

    /// <summary>Not counted: it was made after its due date in place of one that is counted.</summary>
    Instead,

    /// <summary>Not counted: early information, which has a local target and no limit in law.</summary>
    Early,
}
