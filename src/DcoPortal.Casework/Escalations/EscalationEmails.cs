using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Escalations;

namespace DcoPortal.Casework.Escalations;

/// <summary>Who hears of an escalation: each method adds the email of one event to the caller's save. No email quotes a reason or an answer.</summary>
public sealed class EscalationEmails(PortalDb db, Outbox outbox, EscalationPeopleQuery people)
{
    private const string WhoMustAnswer = "The person who must answer";
    private const string WhoAsked = "Who asked";

    private static readonly Announcement Raised = new("escalated", "request-escalated", WhoMustAnswer,
        "A request is escalated to a person, or to another person instead");

    private static readonly Announcement Reminder = new("escalation-reminder", "escalation-reminder", WhoMustAnswer,
        "An escalation was not answered for two working days", Unless: "the request has ended");

    private static readonly Announcement Unanswerable = new("escalation-unanswerable", "escalation-unanswerable", "Who asked; the DCO service's inbox when they may not escalate any more",
        "Who must answer an escalation can no longer do so", Unless: "the request has ended");

    private static readonly Announcement Answered = new("escalation-answered", "escalation-answered", "Who asked; the DCO service's inbox when they have left",
        "An escalation is answered");

    private static readonly Announcement Withdrawn = new("escalation-withdrawn", "escalation-withdrawn", "The person who need not answer any more",
        "An escalation is taken back, or goes to another person", Unless: "they take it back themselves, or their account is disabled");

    private static readonly Announcement TakenBack = new("escalation-taken-back", "escalation-taken-back", WhoAsked,
        "Somebody else takes an escalation back", Unless: "they take it back themselves, or their account is disabled");

    private static readonly Announcement Moved = new("escalation-moved", "escalation-moved", WhoAsked,
        "Somebody else puts an escalation before another person", Unless: "they do so themselves, or their account is disabled");

    /// <summary>Every email about an escalation.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [Raised, Reminder, Unanswerable, Answered, Withdrawn, TakenBack, Moved];

    /// <summary>A request was put before a person.</summary>
    /// <param name="escalation">The escalation.</param>
    /// <param name="request">Its request.</param>
    /// <param name="to">The person's address.</param>
    /// <param name="together">What the escalations of one click share, so that one person gets one email; null when there is only this.</param>
    /// <param name="ct">Cancels.</param>
    public async Task QueueRaisedAsync(Escalation escalation, AdviceRequest request, string to, Guid? together, CancellationToken ct) =>
        Queue(Raised, escalation, request, to, (await ValuesAsync(request, ct)).Values).TogetherId = together;

    /// <summary>An escalation still waits for its answer.</summary>
    public async Task QueueReminderAsync(Escalation escalation, AdviceRequest request, string to, CancellationToken ct) =>
        Queue(Reminder, escalation, request, to, (await ValuesAsync(request, ct)).Values);

    /// <summary>Whether the asker was told already that the person asked can no longer answer.</summary>
    public Task<bool> SaidUnanswerableAsync(Escalation escalation, CancellationToken ct)
    {
        var key = Unanswerable.KeyOf(escalation.Id);
        return db.Emails.AnyAsync(e => e.UniqueKey == key, ct);
    }

    /// <summary>The person who must answer can no longer do so.</summary>
    /// <param name="escalation">The escalation.</param>
    /// <param name="request">Its request.</param>
    /// <param name="asker">The address of the person who asked; null when that person may not escalate any more, and the DCO service is told.</param>
    /// <param name="ct">Cancels.</param>
    public async Task QueueUnanswerableAsync(Escalation escalation, AdviceRequest request, string? asker, CancellationToken ct)
    {
        var (values, parties) = await ValuesAsync(request, ct);
        Queue(Unanswerable, escalation, request, asker ?? parties.Dco.Inbox, values);
    }

    /// <summary>The escalation was answered. When the person who asked has left, the DCO service is told.</summary>
    public async Task QueueAnsweredAsync(Escalation escalation, AdviceRequest request, CancellationToken ct)
    {
        var (values, parties) = await ValuesAsync(request, ct);
        Queue(Answered, escalation, request, await people.EmailOfAsync(escalation.RaisedByUserId, ct) ?? parties.Dco.Inbox, values);
    }

    /// <summary>The person asked need not answer any more.</summary>
    public void QueueWithdrawn(Escalation escalation, CaseKeys keys, string to) => Queue(Withdrawn, escalation, keys, to);

    /// <summary>Another person than the asker took the escalation back, or put it before a third.</summary>
    /// <param name="escalation">The escalation.</param>
    /// <param name="keys">The escalation's case, because the person who asked may not see the request any more.</param>
    /// <param name="to">The address of the person who asked.</param>
    /// <param name="isMoved">Whether another person is asked instead.</param>
    public void QueueEnded(Escalation escalation, CaseKeys keys, string to, bool isMoved) => Queue(isMoved ? Moved : TakenBack, escalation, keys, to);

    private static string Path(Escalation escalation) => Addresses.Escalation(escalation.Id);

    private EmailMessage Queue(Announcement what, Escalation escalation, AdviceRequest request, string to, Dictionary<string, string> values) =>
        outbox.Queue(what, what.KeyOf(escalation.Id), to, Path(escalation), values, request.Keys, request.Id);

    private void Queue(Announcement what, Escalation escalation, CaseKeys keys, string to) =>
        outbox.Queue(what, what.KeyOf(escalation.Id), to, Path(escalation), new Dictionary<string, string> { ["reference"] = keys.Reference }, keys, escalation.AdviceRequestId);

    /// <summary>The placeholders' values, and the two sides of the case: two queries, for one service and its provider.</summary>
    private async Task<(Dictionary<string, string> Values, CaseParties Parties)> ValuesAsync(AdviceRequest request, CancellationToken ct)
    {
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var asked = await (
            from s in db.Services
            join p in db.Providers on s.ProviderId equals p.Id
            where s.Id == request.ServiceId
            select new { Name = s.DistinctName, Provider = p.Name }).SingleOrDefaultAsync(ct);
        return (AdviceEmails.Values(request, asked?.Name, asked?.Provider, parties), parties);
    }
}
