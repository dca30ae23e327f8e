using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Transfers;

/// <summary>Who hears that a case has moved. The emails hold references and nothing of the child.</summary>
public sealed class TransferEmails(PortalDb db, Outbox outbox, CurrentPerson person, UkClock clock)
{
    private static readonly Announcement CameToBoard = new("case-came-to-board", "case-moved", "The new board's DCO inbox", "A case is moved to another board of its authority");

    private static readonly Announcement MovedOn = new("case-moved-away", "case-moved", "The other side of the old record: its DCO service's inbox when the authority moves the case, the authority's inbox when health does",
        "A case is moved to another board or another authority", Again: "transfer");

    private static readonly Announcement SentToYou = new("case-sent-to-authority", "case-moved", "The receiving authority's inbox", "A case is sent to another local authority, which takes it or sends it back", Again: "transfer");

    private static readonly Announcement WasTaken = new("case-taken", "case-moved", "The inbox of whoever sent the case", "The authority to which a case was sent takes it");

    private static readonly Announcement IsYours = new("case-taken-told", "case-moved", "The other side of the new record: its DCO service's inbox when the authority takes the case, the authority's inbox when health does",
        "The authority to which a case was sent takes it");

    private static readonly Announcement WasSentBack = new("case-sent-back", "case-moved", "The inbox of whoever sent the case", "The authority to which a case was sent says that it is not its own");

    private static readonly Announcement WasTakenBack = new("case-move-taken-back", "case-moved", "The receiving authority's inbox", "A case that was sent to another authority is taken back before anybody has taken it");

    private static readonly Announcement AnswerFollowed = new("answer-followed-case", "case-moved", "The inbox of the authority that has the case now", "Advice is returned on a case after it has moved");

    private static readonly Announcement Withdrawn = new("carried-advice-withdrawn", "carried-withdrawn", "The inboxes of the authority and the DCO service that have the case now",
        "Advice that came with a case is withdrawn by the side it came from", Again: "moment of the withdrawal");

    private static readonly Announcement Restored = new("carried-advice-restored", "carried-restored", "The inboxes of the authority and the DCO service that have the case now",
        "The side it came from takes a withdrawal of advice back that came with a case", Again: "moment at which it is taken back");

    private static readonly Announcement DocumentGone = new("carried-document-taken-out", "carried-withdrawn", "The inboxes of the authority and the DCO service that have the case now",
        "A document of the authority that came with a case is taken out by the side it came from");

    private static readonly Announcement GoneForHolder = new("carried-document-taken-out-holder", "request-document-gone", "Whoever holds the request, or covers for them",
        "A document of the authority that came with a case, on which advice is asked for, is taken out by the side it came from", Unless: "The request is with nobody or has ended, or the family may exclude who has it", Again: "document", IsForHolder: true);

    /// <summary>Every announcement about a case that moves.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [CameToBoard, MovedOn, SentToYou, WasTaken, IsYours, WasSentBack, WasTakenBack, AnswerFollowed, Withdrawn, Restored, DocumentGone, GoneForHolder];

    public async Task MovedAsync(Assessment from, CaseTransfer transfer, Assessment? begun, string to, CancellationToken ct)
    {
        Queue(MovedOn, MovedOn.KeyOf(transfer.Id), transfer.From, transfer.SentBy == CaseSide.LocalAuthority ? await DcoInboxAsync(from.IcbId, ct) : await SendInboxAsync(from.LocalAuthorityId, ct),
            Addresses.Assessment(from.Reference), from.Reference, $"{from.Reference} has moved to {to}. The record here has ended, and requests that were open are closed");
        if (begun is not null) { Queue(CameToBoard, CameToBoard.KeyOf(begun.Id), begun.Keys, await DcoInboxAsync(begun.IcbId, ct), Addresses.Assessment(begun.Reference), begun.Reference, $"{begun.Reference} has come to you from another integrated care board, with what had been said there. It waits in triage"); }
        else { Queue(SentToYou, SentToYou.KeyOf(transfer.Id), null, await SendInboxAsync(transfer.ToAuthorityId, ct), Addresses.Transfer(transfer.Id), from.Reference, "A case has been sent to you, with anything that health had said. Sign in to take it or send it back", transfer.ToIcbId ?? from.IcbId); }
    }

    public async Task TakenAsync(CaseTransfer transfer, Assessment begun, CancellationToken ct)
    {
        Queue(WasTaken, WasTaken.KeyOf(transfer.Id), transfer.From, await SenderAsync(transfer, ct), Addresses.Assessment(transfer.FromReference), transfer.FromReference, $"{transfer.FromReference} has been taken, and goes on there as {begun.Reference}");
        Queue(IsYours, IsYours.KeyOf(begun.Id), begun.Keys, begun.IsRecordedByHealth ? await SendInboxAsync(begun.LocalAuthorityId, ct) : await DcoInboxAsync(begun.IcbId, ct),
            Addresses.Assessment(begun.Reference), begun.Reference, $"{begun.Reference} has come from another local authority, with anything that health had said there");
    }

    public async Task SentBackAsync(CaseTransfer transfer, CancellationToken ct) =>
        Queue(WasSentBack, WasSentBack.KeyOf(transfer.Id), transfer.From, await SenderAsync(transfer, ct), Addresses.Assessment(transfer.FromReference), transfer.FromReference, $"{transfer.FromReference} was sent back: it is not their case. It stays ended until you take the outcome back");

    public async Task TakenBackAsync(CaseTransfer transfer, CancellationToken ct) =>
        Queue(WasTakenBack, WasTakenBack.KeyOf(transfer.Id), null, await SendInboxAsync(transfer.ToAuthorityId, ct), Addresses.Transfers, transfer.FromReference, "A case that had been sent to you was taken back. There is nothing to do", transfer.ToIcbId ?? transfer.FromIcbId);

    public async Task AnswerFollowedAsync(CaseKeys now, CarriedAnswer answer, CancellationToken ct) =>
        Queue(AnswerFollowed, AnswerFollowed.KeyOf(answer.Id), now, await SendInboxAsync(now.LocalAuthorityId, ct), Addresses.Assessment(now.Reference), now.Reference, $"Health advice of {answer.ServiceName}, asked for before the case came to you, is now with {now.Reference}");

    public async Task CarriedWithdrawnAsync(CaseKeys now, CarriedAnswer answer, bool closed, CancellationToken ct)
    {
        var what = closed ? Withdrawn : Restored;
        var stage = closed ? $"Health advice of {answer.ServiceName} that came with {now.Reference}, or a document of it, was withdrawn and can no longer be opened. Delete every copy that was saved, printed or sent on" : $"The withdrawal of health advice of {answer.ServiceName}, which came with {now.Reference}, was a mistake: it can be opened again";
        foreach (var to in new[] { await SendInboxAsync(now.LocalAuthorityId, ct), await DcoInboxAsync(now.IcbId, ct) }.Distinct())
        {
            Queue(what, what.KeyOf(answer.Id, Guid.CreateVersion7().ToString("N")), now, to, Addresses.Assessment(now.Reference), now.Reference, stage);
        }
    }

    public async Task DocumentTakenOutAsync(CaseKeys now, Guid copy, CancellationToken ct)
    {
        foreach (var (n, to) in new[] { await SendInboxAsync(now.LocalAuthorityId, ct), await DcoInboxAsync(now.IcbId, ct) }.Distinct().Index())
        {
            Queue(DocumentGone, DocumentGone.KeyOf(copy, n), now, to, Addresses.AssessmentActivity(now.Reference), now.Reference, $"A document that came with {now.Reference} should not have been sent, and can no longer be opened. Delete every copy that was saved, printed or sent on");
        }
    }

    /// <summary>The same to whoever has an open request there: that it is gone, and not what it was.</summary>
    /// <param name="all">Every side's rows: the directory of the other board among them.</param>
    /// <param name="now">The record with which the case goes on.</param>
    /// <param name="copy">The document as it was there.</param>
    /// <param name="ct">Cancels.</param>
    public async Task HoldersToldAsync(PortalDb all, CaseKeys now, Guid copy, CancellationToken ct)
    {
        // whom the family may exclude hears nothing more until the DCO service has decided
        var requests = await all.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == now.AssessmentId && r.SharingDoubtUtc == null).WithSomebody().ToListAsync(ct);
        if (requests.Count == 0) { return; }
        var directory = await AskableDirectoryQuery.AroundAsync(all, requests, ct);
        foreach (var request in requests)
        {
            var email = outbox.Queue(GoneForHolder, GoneForHolder.KeyOf(request.Id, $"{copy:N}"), directory.DeliveryFor(request, clock.Today).To, AdviceEmails.Path(request), new Dictionary<string, string> { ["reference"] = now.Reference }, now, request.Id);
            email.IsForHolder = request.Stage.IsToAnswer();
        }
    }

    private async Task<string> SenderAsync(CaseTransfer transfer, CancellationToken ct) =>
        transfer.SentBy == CaseSide.LocalAuthority ? await SendInboxAsync(transfer.FromAuthorityId, ct) : await DcoInboxAsync(transfer.FromIcbId, ct);

    private Task<string> SendInboxAsync(Guid authority, CancellationToken ct) => db.LocalAuthorities.Where(a => a.Id == authority).Select(a => a.SendInbox).SingleAsync(ct);

    private Task<string> DcoInboxAsync(Guid icb, CancellationToken ct) => db.Icbs.Where(i => i.Id == icb).Select(i => i.DcoInbox).SingleAsync(ct);

    private void Queue(Announcement what, string key, CaseKeys? keys, string to, string path, string reference, string stage, Guid? icbId = null) =>
        outbox.Queue(what, key, to, path, new Dictionary<string, string> { ["reference"] = reference, ["organisation-name"] = person.Actor.Organisation, ["stage"] = stage }, keys, icbId: icbId);
}
