using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Audit;
using DcoPortal.Domain.Chasing;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Advice.Shared;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Emails;
using DcoPortal.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using ChaseFact = DcoPortal.Domain.Chasing.Chase;

namespace DcoPortal.Web.Features.Advice.Chase.Ladder;

/// <summary>Takes the steps of one request that fall on a day: the facts, the emails and the audit trail in one save.</summary>
public sealed class TakeLadderStepsHandler(PortalDb db, AuditTrail audit, Outbox outbox, UkClock clock)
{
    /// <summary>The template of a step.</summary>
    public static string TemplateOf(LadderStep step) => step switch
    {
        LadderStep.Acknowledge => "advice-request-acknowledge",
        LadderStep.ServiceLead => "advice-unanswered-service-lead",
        _ when step.IsEscalation() => "advice-unanswered-oversight",
        _ => "advice-request-reminder",
    };

    /// <summary>Takes what is due on the day. What another portal took is left alone.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The request changed in this same moment: the job tries it again.</exception>
    /// <returns>How many steps were taken.</returns>
    public async Task<int> HandleAsync(Guid requestId, LadderBoard board, DateOnly day, CancellationToken ct)
    {
        // read again: the request may have been answered since the list was made
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == requestId, ct);
        var taken = await db.Chases.Where(c => c.AdviceRequestId == requestId && c.Step != null).Select(c => c.Step!.Value).ToListAsync(ct);
        var steps = LadderPlan.DueOn(request.LadderFacts(UkClock.DateOf), board.LadderOf(request.ServiceId), taken.ToHashSet(), day);
        if (steps.Count == 0) { return 0; }
        var target = new AskTarget(request.ServiceId, request.ProfessionalId);
        var delivery = board.Directory.DeliveryFor(target, day);
        foreach (var step in steps) { Take(request, step, Recipients(step, target, delivery, board), board); }
        // the request's version guards against an answer in this same moment
        request.Chased(clock.UtcNow);
        // only with an email to who covers: nobody gets a request that they do not hear of
        if (steps.Any(s => !s.IsEscalation())) { HandoverToCover.Apply(audit, board.Directory, request, delivery, orToService: false); }
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException e) when (e.IsDuplicate()) { return 0; }
        return steps.Count;
    }

    private static IReadOnlyList<string> Recipients(LadderStep step, AskTarget target, Delivery delivery, LadderBoard board)
    {
        var service = delivery.CoverService ?? board.Directory.Service(target.ServiceId)!;
        if (step.IsEscalation()) { return board.Told(step.Audience(), service); }
        return step == LadderStep.DueToday ? [.. new[] { delivery.To, service.Inbox }.Distinct(StringComparer.OrdinalIgnoreCase)] : [delivery.To];
    }

    private void Take(AdviceRequest request, LadderStep step, IReadOnlyList<string> recipients, LadderBoard board)
    {
        var values = AdviceEmails.Values(request, board.Directory, board.PartiesOf(request.LocalAuthorityId));
        var name = board.Directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId));
        for (var i = 0; i < recipients.Count; i++)
        {
            var template = TemplateOf(step);
            var email = outbox.Queue(template, recipients[i], ChaseFact.LadderKey(request.Id, step, i), AdviceEmails.Path(request), values, request.Keys, request.Id);
            db.Chases.Add(ChaseFact.ByLadder(request, step, i, recipients[i], template, email.Id, clock.UtcNow));
            audit.Record(new AdviceChased(request.Keys, request.Id, name, $"{step.Label()}, email", recipients[i]));
        }
    }
}
