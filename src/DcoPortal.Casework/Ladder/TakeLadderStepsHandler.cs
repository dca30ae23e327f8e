using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Ladder;
using ChaseFact = DcoPortal.Domain.Ladder.Chase;

namespace DcoPortal.Casework.Ladder;

/// <summary>Takes the steps of one request that fall on a day: the facts, the emails and the audit trail in one save.</summary>
public sealed class TakeLadderStepsHandler(PortalDb db, Change change, AuditTrail audit, LadderEmails emails, HandoverHandler handover, UkClock clock)
{
    /// <summary>Takes the steps that are due on the day, except those another instance has taken.</summary>
    /// <returns>How many steps were taken.</returns>
    public async Task<int> HandleAsync(Guid requestId, LadderBoard board, DateOnly day, CancellationToken ct) => (await change.MakeAsync<int>(async () =>
    {
        // read again: the service may have answered since the list was made
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == requestId, ct);
        var taken = (await db.Chases.Where(c => c.AdviceRequestId == requestId && c.Step != null).Select(c => new { c.Step, c.AtUtc }).ToListAsync(ct)).Select(c => (c.Step!.Value, c.AtUtc));
        var steps = LadderPlan.DueOn(request.LadderFacts(UkClock.DateOf), board.LadderOf(request.ServiceId), LadderPlan.Taken(taken, request.LastAskedUtc, request.Stage == RequestStage.Reopened), day);
        if (steps.Count == 0) { return Outcome.Already; }
        // a request moves to its cover only with a reminder, so that no person gets a request without hearing of it
        var reminds = steps.Any(s => !s.IsEscalation());
        var delivery = reminds ? await handover.DeliveryAsync(request, board.Directory, board.PartiesOf(request.LocalAuthorityId), day, ct) : null;
        // the leads of the service that gets the request, because the former service may not open it any more
        var service = delivery?.CoverService ?? board.Directory.Service(request.ServiceId)!;
        var told = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        foreach (var step in steps) { Take(request, step, Recipients(step, service, delivery, board), board, told); }
        // a new version, so that an answer given in the same moment fails one of the saves, also when no reminder moves the request
        db.Entry(request).Property(r => r.Version).IsModified = true;
        if (delivery is not null)
        {
            request.Chased(clock.UtcNow);
            handover.Apply(request, board.Directory, delivery);
        }

        return steps.Count;
    }, ct)).Count();

    private static IReadOnlyList<string> Recipients(LadderStep step, HealthService service, Delivery? delivery, LadderBoard board)
    {
        if (step.IsEscalation()) { return board.Told(step.Audience(), service); }
        return step == LadderStep.DueToday ? [.. new[] { delivery!.To, service.Inbox }.Distinct(StringComparer.OrdinalIgnoreCase)] : [delivery!.To];
    }

    /// <summary>Takes one step. An address told by another step of this morning gets no second email: both chases name the first.</summary>
    private void Take(AdviceRequest request, LadderStep step, IReadOnlyList<string> recipients, LadderBoard board, Dictionary<string, Guid> told)
    {
        var name = board.Directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId));
        for (var i = 0; i < recipients.Count; i++)
        {
            var what = LadderEmails.For(request, step, recipients[i], board);
            if (!told.TryGetValue(recipients[i], out var email)) { told[recipients[i]] = email = emails.Queue(request, step, i, recipients[i], board, what).Id; }
            db.Chases.Add(ChaseFact.ByLadder(request, step, i, recipients[i], what.Template, email, clock.UtcNow));
            audit.Record(new AdviceChased(request.Keys, request.Id, name, $"{step.Label()}, email", recipients[i]));
        }
    }
}
