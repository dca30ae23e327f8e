using System.Linq.Expressions;

namespace DcoPortal.Domain.Requests;

/// <summary>Where a request stands. Each request is in exactly one box on any day.</summary>
public enum RequestBox
{
    /// <summary>Prepared and not yet sent.</summary>
    ToSend,

    /// <summary>With a professional, more than the due-soon days left.</summary>
    WithProfessionals,

    /// <summary>With a professional, due soon.</summary>
    DueSoon,

    /// <summary>With a professional, past its statutory due date.</summary>
    Overdue,

    /// <summary>Early information with a professional, past its local target: nothing is overdue by a target that is not law.</summary>
    PastTarget,

    /// <summary>Submitted: to be checked or returned.</summary>
    ToCheck,

    /// <summary>Returned to the authority.</summary>
    Returned,

    /// <summary>Closed without an answer.</summary>
    Closed,
}

/// <summary>The one definition of the boxes, for lists in SQL and for a single request in memory.</summary>
public static class RequestBoxes
{
    /// <summary>Days left, or fewer, at which a request counts as due soon.</summary>
    public const int DueSoonDays = 14;

    /// <summary>Which requests are in a box on a day (Europe/London). Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> In(RequestBox box, DateOnly today)
    {
        var soon = today.AddDays(DueSoonDays);
        return box switch
        {
            RequestBox.Closed => r => r.ClosedUtc != null,
            RequestBox.Returned => r => r.ClosedUtc == null && r.ReturnedUtc != null,
            RequestBox.ToCheck => r => r.ClosedUtc == null && r.ReturnedUtc == null && r.SubmittedUtc != null,
            RequestBox.ToSend => r => r.ClosedUtc == null && r.ReturnedUtc == null && r.SubmittedUtc == null && r.SentUtc == null,
            RequestBox.Overdue => r => r.ClosedUtc == null && r.ReturnedUtc == null && r.SubmittedUtc == null && r.SentUtc != null && r.Kind == AdviceKind.Statutory && r.DueOn < today,
            RequestBox.PastTarget => r => r.ClosedUtc == null && r.ReturnedUtc == null && r.SubmittedUtc == null && r.SentUtc != null && r.Kind == AdviceKind.EarlyInformation && r.DueOn < today,
            RequestBox.DueSoon => r => r.ClosedUtc == null && r.ReturnedUtc == null && r.SubmittedUtc == null && r.SentUtc != null && r.DueOn >= today && r.DueOn <= soon,
            _ => r => r.ClosedUtc == null && r.ReturnedUtc == null && r.SubmittedUtc == null && r.SentUtc != null && r.DueOn > soon,
        };
    }

    /// <summary>The box of one request on a day (Europe/London).</summary>
    public static RequestBox Of(AdviceKind kind, DateTime? closedUtc, DateTime? returnedUtc, DateTime? submittedUtc, DateTime? sentUtc, DateOnly dueOn, DateOnly today) =>
        closedUtc is not null ? RequestBox.Closed
        : returnedUtc is not null ? RequestBox.Returned
        : submittedUtc is not null ? RequestBox.ToCheck
        : sentUtc is null ? RequestBox.ToSend
        : dueOn < today ? kind == AdviceKind.Statutory ? RequestBox.Overdue : RequestBox.PastTarget
        : dueOn <= today.AddDays(DueSoonDays) ? RequestBox.DueSoon
        : RequestBox.WithProfessionals;

    /// <summary>The box of one request on a day (Europe/London).</summary>
    public static RequestBox BoxOn(this AdviceRequest r, DateOnly today) =>
        Of(r.Kind, r.ClosedUtc, r.ReturnedUtc, r.SubmittedUtc, r.SentUtc, r.DueOn, today);
}
