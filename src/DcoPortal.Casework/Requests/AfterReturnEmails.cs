namespace DcoPortal.Casework.Requests;

// what is told after an answer was returned: never what it says, nor of whom
public sealed partial class RequestEmails
{
    /// <summary>The DCO service asks for a new version or an addendum.</summary>
    public void QueueNewAnswerAsked(AdviceRequest request, AskableDirectory directory, CaseParties parties, Delivery delivery) =>
        Queue(NewAnswer, request, request.Round, delivery.To, AdviceEmails.Values(request, directory, parties));

    /// <summary>A new version or an addendum that was asked for is wanted by another day. It may change back, and is told each time.</summary>
    public void QueueWantedByChanged(AdviceRequest request, AskableDirectory directory, CaseParties parties, Delivery delivery) =>
        outbox.Queue(NewAnswerDay, NewAnswerDay.KeyOf(request.Id, $"{clock.UtcNow.Ticks}"), delivery.To, AdviceEmails.Path(request), AdviceEmails.Values(request, directory, parties), request.Keys, request.Id);

    /// <summary>No new version or addendum is needed: the other side is told.</summary>
    /// <param name="request">The request.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="parties">The two sides of the case.</param>
    /// <param name="bySpeaker">The organisation that says so.</param>
    /// <param name="isService">Whether the service says so, so that the DCO service is told.</param>
    public void QueueAnswerStands(AdviceRequest request, AskableDirectory directory, CaseParties parties, string bySpeaker, bool isService)
    {
        var values = AdviceEmails.Values(request, directory, parties);
        values["organisation-name"] = bySpeaker;
        Queue(isService ? AnswerStandsForDco : AnswerStands, request, request.MoveCount, isService ? parties.Dco.Inbox : directory.DeliveryFor(request, clock.Today).To, values);
    }

    /// <summary>A returned answer, or a document of it, was withdrawn: the authority is told at once.</summary>
    public async Task QueueAnswerWithdrawnAsync(AdviceRequest request, Withdrawal withdrawal, CancellationToken ct)
    {
        var parties = await PartiesAsync(request, ct);
        outbox.Queue(Withdrawn, Withdrawn.KeyOf(withdrawal.Id), parties.AuthorityInbox, Addresses.Assessment(request.AssessmentReference), await ValuesAsync(request, parties, ct), request.Keys, request.Id);
    }

    /// <summary>The same, to the service that gave it, where it is asked for nothing in its place.</summary>
    public async Task QueueServiceToldOfWithdrawalAsync(AdviceRequest request, Withdrawal withdrawal, CancellationToken ct)
    {
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        outbox.Queue(WithdrawnForService, WithdrawnForService.KeyOf(withdrawal.Id), directory.DeliveryFor(request, clock.Today).To, AdviceEmails.Path(request), await ValuesAsync(request, await PartiesAsync(request, ct), ct), request.Keys, request.Id);
    }

    /// <summary>A withdrawal was taken back as a mistake.</summary>
    public async Task QueueAnswerRestoredAsync(AdviceRequest request, Withdrawal withdrawal, CancellationToken ct)
    {
        var parties = await PartiesAsync(request, ct);
        outbox.Queue(Restored, Restored.KeyOf(withdrawal.Id), parties.AuthorityInbox, Addresses.Assessment(request.AssessmentReference), await ValuesAsync(request, parties, ct), request.Keys, request.Id);
    }

    /// <summary>The same, to the service that gave it: what was taken out of its own work is there again.</summary>
    public async Task QueueServiceToldOfRestoringAsync(AdviceRequest request, Withdrawal withdrawal, CancellationToken ct)
    {
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        outbox.Queue(RestoredForService, RestoredForService.KeyOf(withdrawal.Id), directory.DeliveryFor(request, clock.Today).To, AdviceEmails.Path(request), await ValuesAsync(request, await PartiesAsync(request, ct), ct), request.Keys, request.Id);
    }

    private async Task<Dictionary<string, string>> ValuesAsync(AdviceRequest request, CaseParties parties, CancellationToken ct) =>
        AdviceEmails.Values(request, await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct), null, parties);
}
