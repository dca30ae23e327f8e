namespace DcoPortal.Domain.Statutory;

/// <summary>The status of a deadline today. Computed from dates when read, never stored.</summary>
public enum RagStatus
{
    /// <summary>Done on or before the due date.</summary>
    Done,

    /// <summary>Done after the due date.</summary>
    DoneLate,

    /// <summary>Not done, with more days left than the "due soon" threshold.</summary>
    OnTrack,

    /// <summary>Not done, with no more days left than the threshold. The due date itself is due soon.</summary>
    DueSoon,

    /// <summary>Not done and the due date is past.</summary>
    Overdue,

    /// <summary>The assessment ended by the due date: nothing is owed, and nothing is late, whether it was done or not.</summary>
    Lapsed,
}
