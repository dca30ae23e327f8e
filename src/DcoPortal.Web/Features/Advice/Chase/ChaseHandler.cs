using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Audit;
using DcoPortal.Domain.Chasing;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Advice.Shared;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Emails;
using DcoPortal.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using ChaseFact = DcoPortal.Domain.Chasing.Chase;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>What came of chasing.</summary>
/// <param name="Found">How many of those named are in scope.</param>
/// <param name="Chased">Chased now.</param>
/// <param name="ChasedToday">Left alone: chased today already.</param>
/// <param name="NoLongerWaiting">Left alone: answered or closed meanwhile.</param>
public sealed record ChaseResult(int Found, int Chased, int ChasedToday, int NoLongerWaiting);

/// <summary>What somebody does about one request.</summary>
/// <param name="Channel">How.</param>
/// <param name="SpokeTo">Who was spoken to, for a talk.</param>
/// <param name="Note">What was said, or null.</param>
/// <param name="PromisedOn">The day they promised, or null (Europe/London).</param>
/// <param name="Again">Whether it is meant although it was chased today.</param>
public sealed record ChaseAction(ChaseChannel Channel, string? SpokeTo, string? Note, DateOnly? PromisedOn, bool Again);

/// <summary>Sends reminders, or writes down a talk: not twice a day unless that is meant.</summary>
public sealed class ChaseHandler(PortalDb db, AskableDirectoryQuery directories, AuditTrail audit, Outbox outbox, CurrentPerson person, UkClock clock)
{
    /// <summary>Chases by email.</summary>
    public Task<ChaseResult> HandleAsync(IReadOnlyCollection<Guid> requestIds, bool again, string? note, CancellationToken ct) =>
        HandleAsync(requestIds, new ChaseAction(ChaseChannel.Email, null, note, null, again), ct);

    /// <summary>Chases in any way.</summary>
    public async Task<ChaseResult> HandleAsync(IReadOnlyCollection<Guid> ids, ChaseAction action, CancellationToken ct)
    {
        var requests = await db.AdviceRequests.Where(r => ids.Contains(r.Id)).OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct);
        var directory = await directories.LoadAsync(ct);
        var parties = new Dictionary<(Guid, Guid), CaseParties>();
        int chased = 0, today = 0, past = 0;
        foreach (var request in requests)
        {
            if (!request.CanBeChased) { past++; continue; }
            if (!action.Again && request.LastChasedUtc is { } last && UkClock.DateOf(last) == clock.Today) { today++; continue; }
            request.Chased(clock.UtcNow);
            if (action.Channel == ChaseChannel.Email)
            {
                if (!parties.TryGetValue((request.LocalAuthorityId, request.IcbId), out var p))
                {
                    parties[(request.LocalAuthorityId, request.IcbId)] = p = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
                }
                Remind(request, directory, p, Tidy(action.Note));
            }
            else { WriteDown(request, directory, action); }
            if (action.PromisedOn is { } promised) { Promise(request, promised); }
            chased++;
        }
        await db.SaveChangesAsync(ct);
        return new(requests.Count, chased, today, past);
    }

    private void Remind(AdviceRequest request, AskableDirectory directory, CaseParties parties, string? note)
    {
        const string template = "advice-request-reminder";
        HandoverToCover.ComeBack(audit, directory, request, clock.Today);
        var delivery = directory.DeliveryFor(new AskTarget(request.ServiceId, request.ProfessionalId), clock.Today);
        // the note stays in the portal: an email says nothing that a person typed
        var email = outbox.Queue(template, delivery.To, $"chase:{request.Id}:{request.ChaseCount}", AdviceEmails.Path(request), AdviceEmails.Values(request, directory, parties), request.Keys, request.Id);
        db.Chases.Add(ChaseFact.ByEmail(request, delivery.To, template, email.Id, note, clock.UtcNow, person.Actor.Name));
        Record(request, directory, "Email", delivery.To);
        HandoverToCover.Apply(audit, directory, request, delivery, orToService: false);
    }

    private void WriteDown(AdviceRequest request, AskableDirectory directory, ChaseAction action)
    {
        var spokeTo = action.SpokeTo!.Trim();
        db.Chases.Add(ChaseFact.ByTalk(request, action.Channel, spokeTo, Tidy(action.Note), clock.UtcNow, person.Actor.Name));
        Record(request, directory, action.Channel == ChaseChannel.InPerson ? "Talk" : action.Channel.ToString(), spokeTo);
    }

    private void Promise(AdviceRequest request, DateOnly on)
    {
        audit.Record(new AnswerPromised(request.Keys, request.Id, request.PromisedOn, on));
        request.Promise(on, clock.Today, clock.UtcNow, person.Actor.Name);
    }

    private void Record(AdviceRequest request, AskableDirectory directory, string channel, string recipient) =>
        audit.Record(new AdviceChased(request.Keys, request.Id, directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId)), channel, recipient));

    private static string? Tidy(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();
}
