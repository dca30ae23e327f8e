using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Escalations;

namespace DcoPortal.Casework.Escalations;

/// <summary>Who hears of what about an escalation: each method adds the email of one event to the caller's save. Nothing of anybody's words is in it.</summary>
public sealed class EscalationEmails(PortalDb db, Outbox outbox, EscalationPeopleQuery people)
{
    private const string WhoMustAnswer = "The person who must answer";
    private const string WhoAsked = "Who asked";

    private static readonly Announcement Raised = new("escalated", "request-escalated", WhoMustAnswer,
        "A request is put before somebody, or before somebody else");

    private static readonly Announcement Reminder = new("escalation-reminder", "escalation-reminder", WhoMustAnswer,
        "An escalation was not answered for two working days", Unless: "the request has ended");

    private static readonly Announcement Unanswerable = new("escalation-unanswerable", "escalation-unanswerable", "Who asked; the DCO service's inbox when they may not escalate any more",
        "Who must answer an escalation can no longer do so", Unless: "the request has ended");

    private static readonly Announcement Answered = new("escalation-answered", "escalation-answered", "Who asked; the DCO service's inbox when they have left",
        "An escalation is answered");

    private static readonly Announcement Withdrawn = new("escalation-withdrawn", "escalation-withdrawn", "The person who need not answer any more",
        "An escalation is taken back, or put before somebody else", Unless: "they take it back themselves, or their account is disabled");

    private static readonly Announcement TakenBack = new("escalation-taken-back", "escalation-taken-back", WhoAsked,
        "Somebody else takes an escalation back", Unless: "they take it back themselves, or their account is disabled");

    private static readonly Announcement Moved = new("escalation-moved", "escalation-moved", WhoAsked,
        "Somebody else puts an escalation before another person", Unless: "they do so themselves, or their account is disabled");

    /// <summary>Every email about an escalation.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [Raised, Reminder, Unanswerable, Answered, Withdrawn, TakenBack, Moved];

    /// <summary>It was put before somebody.</summary>
    public async Task QueueRaisedAsync(Escalation escalation, AdviceRequest request, string to, CancellationToken ct) =>
        Queue(Raised, escalation, request, to, (await ValuesAsync(request, ct)).Values);

    /// <summary>It waits for its answer.</summary>
    public async Task QueueReminderAsync(Escalation escalation, AdviceRequest request, string to, CancellationToken ct) =>
        Queue(Reminder, escalation, request, to, (await ValuesAsync(request, ct)).Values);

    /// <summary>Whether it was said already that nobody can answer it.</summary>
    public Task<bool> SaidUnanswerableAsync(Escalation escalation, CancellationToken ct)
    {
        var key = Unanswerable.KeyOf(escalation.Id);
        return db.Emails.AnyAsync(e => e.UniqueKey == key, ct);
    }

    /// <summary>Who must answer can no longer do so.</summary>
    /// <param name="escalation">The escalation.</param>
    /// <param name="request">Its request.</param>
    /// <param name="asker">Who asked; null when they can do nothing any more.</param>
    /// <param name="ct">Cancels.</param>
    public async Task QueueUnanswerableAsync(Escalation escalation, AdviceRequest request, string? asker, CancellationToken ct)
    {
        var (values, parties) = await ValuesAsync(request, ct);
        Queue(Unanswerable, escalation, request, asker ?? parties.Contact, values);
    }

    /// <summary>It was answered. Who asked may have left: then the DCO service hears of it.</summary>
    public async Task QueueAnsweredAsync(Escalation escalation, AdviceRequest request, CancellationToken ct)
    {
        var (values, parties) = await ValuesAsync(request, ct);
        Queue(Answered, escalation, request, await people.EmailOfAsync(escalation.RaisedByUserId, ct) ?? parties.Contact, values);
    }

    /// <summary>The person need not answer any more.</summary>
    public void QueueWithdrawn(Escalation escalation, CaseKeys keys, string to) => Queue(Withdrawn, escalation, keys, to);

    /// <summary>Somebody else ended what was asked.</summary>
    /// <param name="escalation">The escalation.</param>
    /// <param name="keys">Its case: who asked may see the request no more.</param>
    /// <param name="to">Who asked.</param>
    /// <param name="isMoved">Whether another person is asked instead.</param>
    public void QueueEnded(Escalation escalation, CaseKeys keys, string to, bool isMoved) => Queue(isMoved ? Moved : TakenBack, escalation, keys, to);

    private static string Path(Escalation escalation) => Addresses.Escalation(escalation.Id);

    private void Queue(Announcement what, Escalation escalation, AdviceRequest request, string to, Dictionary<string, string> values) =>
        outbox.Queue(what, what.KeyOf(escalation.Id), to, Path(escalation), values, request.Keys, request.Id);

    private void Queue(Announcement what, Escalation escalation, CaseKeys keys, string to) =>
        outbox.Queue(what, what.KeyOf(escalation.Id), to, Path(escalation), new Dictionary<string, string> { ["reference"] = keys.Reference }, keys, escalation.AdviceRequestId);

    /// <summary>The values, and the two sides of the case: two queries, for one service and its provider.</summary>
    private async Task<(Dictionary<string, string> Values, CaseParties Parties)> ValuesAsync(AdviceRequest request, CancellationToken ct)
    {
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var asked = await (
            from s in db.Services
            join p in db.Providers on s.ProviderId equals p.Id
            where s.Id == request.ServiceId
            select new { s.Name, Provider = p.Name }).SingleOrDefaultAsync(ct);
        return (AdviceEmails.Values(request, asked?.Name, asked?.Provider, parties), parties);
    }
}
