namespace DcoPortal.Domain.Requests;

/// <summary>Why an answer is late, as the service or the DCO service says it. It excuses nothing and moves no date. Stored by name: add, never rename.</summary>
public enum LateReason
{
    /// <summary>The child is to be seen, and the appointment has not come yet.</summary>
    WaitingForAppointment,

    /// <summary>The child could not be seen: did not come, was in hospital, moved.</summary>
    ChildNotSeen,

    /// <summary>Too few people, or somebody is away.</summary>
    TooFewStaff,

    /// <summary>The service was asked late, or details were missing.</summary>
    AskedTooLate,

    /// <summary>Another report has to come first.</summary>
    WaitingForReport,

    /// <summary>The answer came, and was checked or returned late. For the DCO service to say.</summary>
    CheckedTooLate,

    /// <summary>Something else, said in words.</summary>
    AnotherReason,
}

/// <summary>Why an answer is late, with words where the reason alone does not say it.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Note">Words, for another reason; else null.</param>
public sealed record WhyLate(LateReason Reason, string? Note = null)
{
    /// <summary>Longest words, in characters.</summary>
    public const int NoteLength = 150;
}
