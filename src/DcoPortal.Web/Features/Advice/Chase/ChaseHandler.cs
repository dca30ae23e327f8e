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
/// <param name="Changed">Left alone: chased since the page was made, or changed by somebody in this same moment.</param>
public sealed record ChaseResult(int Found = 0, int Chased = 0, int ChasedToday = 0, int NoLongerWaiting = 0, int Changed = 0)
{
    /// <summary>Both together.</summary>
    public ChaseResult And(ChaseResult other) =>
        new(Found + other.Found, Chased + other.Chased, ChasedToday + other.ChasedToday, NoLongerWaiting + other.NoLongerWaiting, Changed + other.Changed);
}

/// <summary>What somebody does about requests.</summary>
/// <param name="Channel">How.</param>
/// <param name="SpokeTo">Who was spoken to, for a talk.</param>
/// <param name="Note">What was said, or null.</param>
/// <param name="PromisedOn">The day they promised, or null (Europe/London).</param>
/// <param name="Again">Whether it is meant although it was chased today.</param>
/// <param name="Seen">When the person's page was made, in ticks, UTC: what was chased after that is not meant. Null when unknown.</param>
public sealed record ChaseAction(ChaseChannel Channel, string? SpokeTo, string? Note, DateOnly? PromisedOn, bool Again, long? Seen = null);

/// <summary>Sends reminders, or writes down a talk: not twice a day unless that is meant.</summary>
public sealed class ChaseHandler(PortalDb db, AskableDirectoryQuery directories, AuditTrail audit, Outbox outbox, CurrentPerson person, UkClock clock)
{
    /// <summary>Requests of one save: one that somebody changes in the same moment costs the others nothing.</summary>
    public const int BatchSize = 50;

    private readonly Dictionary<(Guid, Guid), CaseParties> _parties = [];

    /// <summary>Chases by email.</summary>
    public Task<ChaseResult> HandleAsync(IReadOnlyCollection<Guid> ids, bool again, string? note, CancellationToken ct) =>
        HandleAsync(ids, new ChaseAction(ChaseChannel.Email, null, note, null, again), ct);

    /// <summary>Chases in any way, batch by batch.</summary>
    public async Task<ChaseResult> HandleAsync(IReadOnlyCollection<Guid> ids, ChaseAction action, CancellationToken ct)
    {
        var directory = await directories.LoadAsync(ct);
        var result = new ChaseResult();
        foreach (var batch in ids.Distinct().Chunk(BatchSize)) { result = result.And(await BatchAsync(batch, action, directory, ct)); }
        return result;
    }

    private async Task<ChaseResult> BatchAsync(Guid[] ids, ChaseAction action, AskableDirectory directory, CancellationToken ct)
    {
        var read = await ReadAsync(ids, ct);
        // kept now: a save that fails has given them new versions already
        var versions = read.ConvertAll(r => (r.Id, r.Version));
        if (await TryAsync(read, action, directory, ct) is { } all) { return all; }
        // one by one: whoever changed a request may have chased it, so that one is left alone
        var result = new ChaseResult();
        foreach (var (id, version) in versions)
        {
            var one = await ReadAsync([id], ct);
            var same = one is [var now] && now.Version == version;
            result = result.And(same && await TryAsync(one, action, directory, ct) is { } done ? done : new ChaseResult(Found: 1, Changed: 1));
        }

        return result;
    }

    private Task<List<AdviceRequest>> ReadAsync(Guid[] ids, CancellationToken ct) =>
        db.AdviceRequests.Where(r => ids.Contains(r.Id)).OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct);

    /// <summary>Chases in one save. Null, with nothing saved, when somebody changed one of them in this moment.</summary>
    private async Task<ChaseResult?> TryAsync(List<AdviceRequest> requests, ChaseAction action, AskableDirectory directory, CancellationToken ct)
    {
        int chased = 0, today = 0, past = 0, since = 0;
        foreach (var request in requests)
        {
            if (!request.CanBeChased) { past++; continue; }
            if (!action.Again && request.LastChasedUtc is { } last && UkClock.DateOf(last) == clock.Today) { today++; continue; }
            if (request.LastChasedUtc?.Ticks > action.Seen) { since++; continue; }
            await ChaseAsync(request, action, directory, ct);
            chased++;
        }

        try { await db.SaveChangesAsync(ct); }
        // whose email or whose version meets first depends on the database
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsDuplicate()) { return null; }
        // also the facts and emails of a save that failed go with it
        finally { db.ChangeTracker.Clear(); }
        return new(requests.Count, chased, today, past, since);
    }

    private async Task ChaseAsync(AdviceRequest request, ChaseAction action, AskableDirectory directory, CancellationToken ct)
    {
        request.Chased(clock.UtcNow);
        if (action.Channel == ChaseChannel.Email)
        {
            var sides = (request.LocalAuthorityId, request.IcbId);
            if (!_parties.TryGetValue(sides, out var parties)) { _parties[sides] = parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct); }
            Remind(request, directory, parties, Tidy(action.Note));
        }
        else { WriteDown(request, directory, action); }
        if (action.PromisedOn is { } promised) { Promise(request, promised); }
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
