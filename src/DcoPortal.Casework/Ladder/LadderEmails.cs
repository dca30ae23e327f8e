using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Ladder;
using ChaseFact = DcoPortal.Domain.Ladder.Chase;

namespace DcoPortal.Casework.Ladder;

/// <summary>Who hears of the steps of the chase ladder: each method adds the email of one step to the caller's save.</summary>
public sealed class LadderEmails(Outbox outbox)
{
    private const string Name = "ladder";
    private const string Again = "step and recipient; to acknowledge, also when it was asked";

    private static readonly Announcement ToAcknowledge = new(Name, "advice-request-acknowledge", "Who has the request; the DCO service's inbox gets the words for oversight where the family may not want the cover to know",
        "The ladder asks a service to say that it has a request", IsForHolder: true, Unless: "it was acknowledged, answered, closed or given back, or excused and promised for a later day, before the email leaves", Again: Again);

    private static readonly Announcement Reminder = new(Name, "advice-request-reminder", "Who has the request; on the due date also the service's inbox",
        "The ladder reminds of a request before or on its due date", IsForHolder: true, Unless: "it was answered, closed or given back, or excused and promised for a later day, before the email leaves", Again: Again);

    private static readonly Announcement ReminderOfMore = new(Name, "new-answer-reminder", "Who has the request; on the day by which it is wanted also the service's inbox",
        "The ladder reminds of a new version or an addendum before or on the day by which it is wanted", IsForHolder: true, Unless: "it was answered, or is not needed after all, before the email leaves", Again: "step and recipient, for each asking");

    private static readonly Announcement ToServiceLead = new(Name, "advice-unanswered-service-lead", "Everybody who leads the service",
        "The ladder tells those who lead the service that a request is not answered", Unless: "it was answered, closed or given back, or excused and promised for a later day, before the email leaves", Again: Again);

    private static readonly Announcement ToOversight = new(Name, "advice-unanswered-oversight", "The lead named for the provider or the board; the DCO service's inbox where nobody is named",
        "The ladder tells the DCO service, the provider's lead or the board's lead that a request is not answered", Unless: "the same address heard of another step that morning, or it was answered, closed or given back, or excused and promised for a later day, before the email leaves", Again: Again);

    /// <summary>Every email of the ladder.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [ToAcknowledge, Reminder, ReminderOfMore, ToServiceLead, ToOversight];

    /// <summary>The template of a step towards a first answer.</summary>
    public static string TemplateOf(LadderStep step) => Of(step, isForMore: false).Template;

    /// <summary>The ladder took a step.</summary>
    /// <param name="request">The request.</param>
    /// <param name="step">The step.</param>
    /// <param name="recipientNumber">The number of the recipient among those of the step, from 0.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="board">The board.</param>
    /// <param name="what">The event the recipient is told of, by <see cref="For"/>.</param>
    /// <returns>The email, which the chase names.</returns>
    public EmailMessage Queue(AdviceRequest request, LadderStep step, int recipientNumber, string to, LadderBoard board, Announcement what)
    {
        // the key is the chase's own, so that a step taken twice is one chase and one email
        var email = outbox.Queue(what, ChaseFact.LadderKey(request, step, recipientNumber), to, AdviceEmails.Path(request),
            AdviceEmails.Values(request, board.Directory, board.PartiesOf(request.LocalAuthorityId)), request.Keys, request.Id);
        // only the first recipient is the holder: the service's inbox, the second, does not follow the request
        email.IsForHolder &= recipientNumber == 0;
        return email;
    }

    /// <summary>The event a recipient is told of. The DCO service that stands in for a lead or a cover is told of the delay, not asked to answer.</summary>
    public static Announcement For(AdviceRequest request, LadderStep step, string recipient, LadderBoard board) => recipient == board.DcoInbox ? ToOversight : Of(step, request.Stage == RequestStage.Reopened);

    private static Announcement Of(LadderStep step, bool isForMore) => step switch
    {
        LadderStep.Acknowledge => ToAcknowledge,
        LadderStep.ServiceLead => ToServiceLead,
        _ when step.IsEscalation() => ToOversight,
        _ when isForMore => ReminderOfMore,
        _ => Reminder,
    };
}
