using DcoPortal.Casework.Emails;

namespace DcoPortal.Casework.Requests;

// the announcements about a request for advice, in the order of its life
public sealed partial class RequestEmails
{
    private const string Reader = "Who has the request: the professional, who covers for them, or the service's inbox";
    private const string Dco = "The DCO service's inbox";
    private const string Authority = "The authority's SEND inbox";

    private static readonly Announcement StatutorySent = new("sent", "advice-request-sent", Reader,
        "Statutory advice is asked for, or asked for again after it was given back", IsForHolder: true, Again: "round");

    private static readonly Announcement EarlySent = new("sent", "early-information-requested", Reader,
        "Early information is asked for, or asked for again after it was given back", IsForHolder: true, Again: "round");

    private static readonly Announcement Reminder = new("chase", "advice-request-reminder", Reader,
        "A person reminds of a request that is not late yet", IsForHolder: true, Unless: "only the DCO service may hear of it, or a conversation is recorded", Again: "chase");

    private static readonly Announcement Overdue = new("chase", "advice-request-overdue", Reader,
        "A person reminds of a request that is late", IsForHolder: true, Unless: "only the DCO service may hear of it, or a conversation is recorded", Again: "chase");

    private static readonly Announcement NobodyToRemind = new("chase", "advice-unanswered-oversight", Dco,
        "A person reminds of a request whose holder is away, and the family may not want the cover to know", Again: "chase");

    private static readonly Announcement PassedOn = new("passed", "request-passed-on", "The colleague, who covers for them, or the service's inbox; the DCO service's inbox when the family may not want that cover to know",
        "A request is passed to a colleague, or back to the service", IsForHolder: true, Again: "move");

    private static readonly Announcement PassedFrom = new("passed-from", "request-passed-from", "Whoever had the request until then",
        "Somebody else passes a request on, or back to the service", Unless: "they did it themselves, have left, or the family may exclude them", Again: "move");

    private static readonly Announcement BackFromCover = new("back", "request-back-from-cover", "The inbox of the service that covered",
        "A request goes back from the service that covered to the service that was asked", Unless: "that service is gone from the directory", Again: "move");

    private static readonly Announcement GivenBack = new("given-back", "request-given-back", Dco,
        "A service gives a request back: it is not the one to ask", Unless: "the DCO service records it itself", Again: "round");

    private static readonly Announcement Answered = new("submitted", "advice-submitted", Dco,
        "Advice is submitted, or a service says that it has none", Again: "round");

    private static readonly Announcement SentBack = new("sent-back", "advice-sent-back", Reader,
        "An answer is sent back for more", IsForHolder: true, Again: "round");

    private static readonly Announcement Returned = new("returned", "advice-returned", Authority,
        "Accepted answers are returned to the authority, with statutory advice among them: one email for all that are returned together", Again: "answer");

    private static readonly Announcement EarlyReturned = new("returned", "early-information-returned", Authority,
        "Early information is returned to the authority, and no statutory advice with it", Again: "answer");

    private static readonly Announcement NilPassedOn = new("returned", "nil-return-passed-on", Authority,
        "Nothing but nil returns is passed on to the authority", Again: "answer");

    private static readonly Announcement Closed = new("closed", "advice-request-closed", Reader,
        "A request is closed without an answer", Unless: "nobody of a service was to answer it", Again: "move");

    private static readonly Announcement RequestTaken = new("request-withdrawn", "advice-request-withdrawn", Reader,
        "A request that should not have been sent is withdrawn", Again: "move");

    private static readonly Announcement StatutoryReopened = new("reopened", "advice-request-sent", Reader,
        "A closed request for statutory advice is opened again", Unless: "nobody of a service is to answer it", Again: "move", IsForHolder: true);

    private static readonly Announcement EarlyReopened = new("reopened", "early-information-requested", Reader,
        "A closed request for early information is opened again", Unless: "nobody of a service is to answer it", Again: "move", IsForHolder: true);

    private static readonly Announcement NewAnswer = new("new-answer", "new-answer-asked", Reader,
        "The DCO service asks for a new version or an addendum of a returned answer", Unless: "the service begins it itself", Again: "round", IsForHolder: true);

    private static readonly Announcement NewAnswerDay = new("new-answer-day", "new-answer-asked", Reader,
        "The DCO service changes the day by which a new version or an addendum is wanted", Unless: "the day stays", Again: "change", IsForHolder: true);

    private static readonly Announcement NewAnswerReminder = new("chase", "new-answer-reminder", Reader,
        "A person reminds of a new version or an addendum", Unless: "only the DCO service may hear of it, or a conversation is recorded", Again: "chase", IsForHolder: true);

    private static readonly Announcement AnswerStands = new("answer-stands", "answer-stands", Reader,
        "The DCO service needs no new version or addendum after all", Unless: "the service had submitted it", Again: "move");

    private static readonly Announcement AnswerStandsForDco = new("answer-stands-dco", "answer-stands", Dco,
        "A service says that no new version or addendum is needed after all", Again: "move");

    private static readonly Announcement Withdrawn = new("answer-withdrawn", "answer-withdrawn", Authority,
        "A returned answer, or a document of it, is withdrawn");

    private static readonly Announcement WithdrawnForService = new("answer-withdrawn-service", "answer-withdrawn-service", "Whoever had the request, or covers for them",
        "A returned answer, or a document of it, is withdrawn", Unless: "A new answer is asked for with it, or the family may not want who had it to know");

    private static readonly Announcement Restored = new("answer-restored", "answer-restored", Authority,
        "A withdrawal is taken back as a mistake");

    private static readonly Announcement RestoredForService = new("answer-restored-service", "answer-restored-service", "Whoever had the request, or covers for them",
        "A withdrawal is taken back as a mistake", Unless: "They are told with it what is asked of them, or the family may not want who had it to know");

    private static readonly Announcement AllNilAlarm = new("all-nil", "all-nil", Dco,
        "The last service asked has said that it has no advice, the last other request was closed, or nothing is to take the place of the last advice withdrawn", Unless: "the assessment has ended, it was decided since the last such answer, or somebody else is asked within half an hour", Again: "round of the last answer");

    private static readonly Announcement NoNeedsKnown = new("all-nil-decided", "all-nil-decided", Authority,
        "The Designated Clinical Officer decides that no health needs are known", Again: "instant of the decision");

    /// <summary>Every email about a request for advice.</summary>
    public static IReadOnlyList<Announcement> All { get; } =
    [
        StatutorySent, EarlySent, Reminder, Overdue, NobodyToRemind, PassedOn, PassedFrom, BackFromCover, GivenBack, Answered, SentBack, Returned, EarlyReturned, NilPassedOn, Closed, RequestTaken, StatutoryReopened, EarlyReopened,
        NewAnswer, NewAnswerDay, NewAnswerReminder, AnswerStands, AnswerStandsForDco, Withdrawn, WithdrawnForService, Restored, RestoredForService, AllNilAlarm, NoNeedsKnown,
    ];
}
