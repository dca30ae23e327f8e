namespace DcoPortal.Domain.Requests;

/// <summary>A request's stage and status by date, in one word for tiles, tallies and lists: each request is in exactly one box on any day. See <see cref="RequestBoxes"/>.</summary>
public enum RequestBox
{
    /// <summary>Prepared, or given back: the DCO service has to send it.</summary>
    ToSend,

    /// <summary>With a professional, more than the due-soon days left.</summary>
    WithProfessionals,

    /// <summary>With a professional, due soon.</summary>
    DueSoon,

    /// <summary>With a professional, past its statutory due date.</summary>
    Overdue,

    /// <summary>Early information with a professional, past its local target: nothing is overdue by a target that is not law.</summary>
    PastTarget,

    /// <summary>With a professional, against no date: returned before and asked for again, or the assessment ended by the due date.</summary>
    NoDate,

    /// <summary>Submitted: to be checked or returned.</summary>
    ToCheck,

    /// <summary>Returned to the authority.</summary>
    Returned,

    /// <summary>Closed without an answer.</summary>
    Closed,
}
