using DcoPortal.Casework.Emails;

namespace DcoPortal.Casework.Requests;

// the data: who hears of what about a request for advice, in the order of a life
public sealed partial class RequestEmails
{
    private const string Reader = "Who has the request: the professional, who covers for them, or the service's inbox";
    private const string Dco = "The DCO service's inbox";
    private const string Authority = "The authority's SEND inbox";

    private static readonly Announcement StatutorySent = new()
    {
        Name = "sent",
        Event = "Statutory advice is asked for, or asked for again after it was given back",
        Template = "advice-request-sent",
        To = Reader,
        IsForHolder = true,
        Again = "round",
    };

    private static readonly Announcement EarlySent = new()
    {
        Name = "sent",
        Event = "Early information is asked for, or asked for again after it was given back",
        Template = "early-information-requested",
        To = Reader,
        IsForHolder = true,
        Again = "round",
    };

    private static readonly Announcement Reminder = new()
    {
        Name = "chase",
        Event = "A person reminds of a request that is not late yet",
        Template = "advice-request-reminder",
        To = Reader,
        IsForHolder = true,
        Unless = "only the DCO service may hear of it, or a talk is written down",
        Again = "chase",
    };

    private static readonly Announcement Overdue = new()
    {
        Name = "chase",
        Event = "A person reminds of a request that is late",
        Template = "advice-request-overdue",
        To = Reader,
        IsForHolder = true,
        Unless = "only the DCO service may hear of it, or a talk is written down",
        Again = "chase",
    };

    private static readonly Announcement NobodyToRemind = new()
    {
        Name = "chase",
        Event = "A person reminds of a request whose holder is away, and the family may not want the cover to know",
        Template = "advice-unanswered-oversight",
        To = Dco,
        Again = "chase",
    };

    private static readonly Announcement PassedOn = new()
    {
        Name = "passed",
        Event = "A request is passed to a colleague, or back to the service",
        Template = "request-passed-on",
        To = "The colleague, who covers for them, or the service's inbox; the DCO service's inbox when the family may not want that cover to know",
        IsForHolder = true,
        Again = "move",
    };

    private static readonly Announcement BackFromCover = new()
    {
        Name = "back",
        Event = "A request goes back from the service that covered to the service that was asked",
        Template = "request-back-from-cover",
        To = "The inbox of the service that covered",
        Unless = "that service is gone from the directory",
        Again = "move",
    };

    private static readonly Announcement GivenBack = new()
    {
        Name = "given-back",
        Event = "A service gives a request back: it is not the one to ask",
        Template = "request-given-back",
        To = Dco,
        Unless = "the DCO service records it itself",
        Again = "round",
    };

    private static readonly Announcement Answered = new()
    {
        Name = "submitted",
        Event = "Advice is submitted, or a service says that it has none",
        Template = "advice-submitted",
        To = Dco,
        Again = "round",
    };

    private static readonly Announcement SentBack = new()
    {
        Name = "sent-back",
        Event = "An answer is sent back for more",
        Template = "advice-sent-back",
        To = Reader,
        IsForHolder = true,
        Again = "round",
    };

    private static readonly Announcement Returned = new()
    {
        Name = "returned",
        Event = "Accepted answers are returned to the authority: one email for all that are returned together",
        Template = "advice-returned",
        To = Authority,
    };

    private static readonly Announcement Closed = new()
    {
        Name = "closed",
        Event = "A request is closed without an answer",
        Template = "advice-request-closed",
        To = Reader,
        Unless = "nobody of a service was to answer it",
    };

    private static readonly Announcement AllNilAlarm = new()
    {
        Name = "all-nil",
        Event = "The last service asked has said that it has no advice, or the last other request was closed",
        Template = "all-nil",
        To = Dco,
        Unless = "the assessment has ended, it was decided since the last such answer, or somebody else is asked within half an hour",
        Again = "round of the last answer",
    };

    private static readonly Announcement NoNeedsKnown = new()
    {
        Name = "all-nil-decided",
        Event = "The Designated Clinical Officer decides that no health needs are known",
        Template = "all-nil-decided",
        To = Authority,
        Again = "instant of the decision",
    };

    /// <summary>Every email about a request for advice.</summary>
    public static IReadOnlyList<Announcement> All { get; } =
    [
        StatutorySent, EarlySent, Reminder, Overdue, NobodyToRemind, PassedOn, BackFromCover, GivenBack, Answered, SentBack, Returned, Closed, AllNilAlarm, NoNeedsKnown,
    ];
}
