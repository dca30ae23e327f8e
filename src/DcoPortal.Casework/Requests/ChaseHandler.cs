using System.Security.Cryptography;
using System.Text;
using DcoPortal.Domain.Ladder;
using ChaseFact = DcoPortal.Domain.Ladder.Chase;

namespace DcoPortal.Casework.Requests;

/// <summary>What chasing some requests did.</summary>
/// <param name="Found">How many of the chosen requests are in scope.</param>
/// <param name="Chased">Chased now.</param>
/// <param name="ChasedToday">Left alone: chased today already.</param>
/// <param name="NoLongerWaiting">Left alone: answered or closed meanwhile.</param>
/// <param name="Changed">Left alone: chased since the page was made, or changed by another person in the same moment.</param>
/// <param name="Doubted">Left alone: the family may not want who has it to have it, and nobody has decided yet.</param>
/// <param name="Promised">Left alone: another day was promised since the page was made.</param>
public sealed record ChaseResult(int Found = 0, int Chased = 0, int ChasedToday = 0, int NoLongerWaiting = 0, int Changed = 0, int Doubted = 0, int Promised = 0)
{
    /// <summary>The sum of both results.</summary>
    public ChaseResult And(ChaseResult other) =>
        new(Found + other.Found, Chased + other.Chased, ChasedToday + other.ChasedToday, NoLongerWaiting + other.NoLongerWaiting, Changed + other.Changed, Doubted + other.Doubted, Promised + other.Promised);
}

/// <summary>How the person chases the requests.</summary>
/// <param name="Channel">By email, or in a talk.</param>
/// <param name="SpokeTo">The person spoken to, in a talk.</param>
/// <param name="Note">The note of what was said, or null.</param>
/// <param name="PromisedOn">The day for which the service promised its answer, or null (Europe/London).</param>
/// <param name="Again">Whether the person confirmed a second reminder on the same day.</param>
/// <param name="Seen">When the person's page was made, in ticks, UTC: a request chased after that is left alone. Null when unknown.</param>
/// <param name="Form">The key of the form that was sent, or null.</param>
/// <param name="Why">Why it is late, or will be by the promised day, as the service said; or null.</param>
public sealed record ChaseAction(ChaseChannel Channel, string? SpokeTo, string? Note, DateOnly? PromisedOn, bool Again, long? Seen = null, Guid? Form = null, WhyLate? Why = null)
{
    /// <summary>Whether the action records a talk, which took place whatever the portal sent that day.</summary>
    public bool IsTalk => Channel != ChaseChannel.Email;

    /// <summary>The form's key with a hash of what was typed: a double click gives the same key, changed words after a step back another. Null without a form.</summary>
    public string? Submission { get; } = Form is not { } form ? null
        : $"{form:N}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Channel}\n{SpokeTo}\n{Note}\n{PromisedOn:O}\n{Again}\n{Why?.Reason}"))))[..32]}";
}

/// <summary>Sends reminders, a second one on a day only when confirmed; or records a talk, always.</summary>
public sealed class ChaseHandler(PortalDb db, Change change, AskableDirectoryQuery directories, AuditTrail audit, RequestEmails emails, HandoverHandler handover, CurrentPerson person, UkClock clock)
{
    /// <summary>Requests of one save: when another person changes one of them in the same moment, only this batch is tried again.</summary>
    public const int BatchSize = 50;

    private readonly Dictionary<(Guid, Guid), CaseParties> _parties = [];
    private readonly Guid _together = Guid.CreateVersion7();

    /// <summary>Chases by email.</summary>
    public Task<Outcome<ChaseResult>> HandleAsync(IReadOnlyCollection<Guid> ids, bool again, string? note, CancellationToken ct) =>
        HandleAsync(ids, new ChaseAction(ChaseChannel.Email, null, note, null, again), ct);

    /// <summary>Chases by email or in a talk, batch by batch.</summary>
    public async Task<Outcome<ChaseResult>> HandleAsync(IReadOnlyCollection<Guid> ids, ChaseAction action, CancellationToken ct)
    {
        var directory = await directories.LoadAsync(ct);
        var result = new ChaseResult();
        foreach (var batch in ids.Distinct().Chunk(BatchSize))
        {
            var outcome = await BatchAsync(batch, action, directory, ct);
            if (outcome.Kind == OutcomeKind.Refused) { return outcome; }
            result = result.And(outcome.Value ?? new(Found: batch.Length, Changed: batch.Length));
        }

        return result;
    }

    private Task<Outcome<ChaseResult>> BatchAsync(Guid[] ids, ChaseAction action, AskableDirectory directory, CancellationToken ct)
    {
        var seen = new Dictionary<Guid, Guid>();
        return change.MakeAsync<ChaseResult>(async () =>
        {
            var requests = await db.AdviceRequests.Where(r => ids.Contains(r.Id)).OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct);
            var unreached = await UnreachedAsync(requests, action, ct);
            var result = new ChaseResult(Found: requests.Count);
            foreach (var request in requests)
            {
                // the other person who changed the request since this handler's first look may have chased it
                var isChanged = !seen.TryAdd(request.Id, request.Version) && seen[request.Id] != request.Version;
                result = result.And(await LookAtAsync(request, action, directory, isChanged, unreached.Contains(request.Id), ct));
            }

            return result;
        }, ct);
    }

    private async Task<ChaseResult> LookAtAsync(AdviceRequest request, ChaseAction action, AskableDirectory directory, bool isChanged, bool isUnreached, CancellationToken ct)
    {
        if (await IsDoneAsync(request, action, ct)) { return new(Chased: 1); }
        // a talk took place, so it is recorded whatever other people changed meanwhile
        if (isChanged && !action.IsTalk) { return new(Changed: 1); }
        if (!request.Can(RequestMove.Chase)) { return new(NoLongerWaiting: 1); }
        if (!action.IsTalk && request.SharingDoubtUtc is not null) { return new(Doubted: 1); }
        if (!action.IsTalk && !action.Again && request.LastChasedUtc is { } last && UkClock.DateOf(last) == clock.Today && !isUnreached) { return new(ChasedToday: 1); }
        if (!action.IsTalk && request.LastChasedUtc?.Ticks > action.Seen) { return new(Changed: 1); }
        if (await IsOtherPromisedAsync(request, action, ct)) { return new(Promised: 1); }
        await ChaseAsync(request, action, directory, ct);
        return new(Chased: 1);
    }

    /// <summary>Whether somebody promised another day since the person's page was made: it is not replaced unseen.</summary>
    private async Task<bool> IsOtherPromisedAsync(AdviceRequest request, ChaseAction action, CancellationToken ct) =>
        action is { PromisedOn: { } on, Seen: { } seen } && request.PromisedOn is { } other && other != on
        && await db.RequestMoves.AnyAsync(m => m.AdviceRequestId == request.Id && m.Move == RequestMove.Promise && m.AtUtc > new DateTime(seen, DateTimeKind.Utc), ct);

    /// <summary>The requests chased today only by emails that did not arrive: they may be chased again.</summary>
    private async Task<HashSet<Guid>> UnreachedAsync(List<AdviceRequest> requests, ChaseAction action, CancellationToken ct)
    {
        var start = UkClock.StartOf(clock.Today);
        List<Guid> ids = action.IsTalk || action.Again ? [] : requests.Where(r => r.LastChasedUtc >= start).Select(r => r.Id).ToList();
        return ids.Count == 0 ? [] : await UnreachedRequests.Of(db, start).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToHashSetAsync(ct);
    }

    /// <summary>Whether the other half of a double click on this form was done already.</summary>
    private async Task<bool> IsDoneAsync(AdviceRequest request, ChaseAction action, CancellationToken ct) =>
        KeyOf(request, action) is { } key && await db.Chases.AnyAsync(c => c.UniqueKey == key, ct);

    private static string? KeyOf(AdviceRequest request, ChaseAction action) => action.Submission is { } submission ? ChaseFact.FormKey(request, submission) : null;

    private async Task ChaseAsync(AdviceRequest request, ChaseAction action, AskableDirectory directory, CancellationToken ct)
    {
        request.Chased(clock.UtcNow);
        // before a reminder moves the request: the present holder made the promise
        var service = directory.Service(request.ServiceId)?.DistinctName ?? directory.ServiceName(request.ServiceId);
        if (action.PromisedOn is { } promised) { PromiseOnRecord.Apply(audit, person, request, service, promised, action.Why, clock); }
        else { WhyLateOnRecord.Apply(audit, person, request, service, clock.Today, action.Why); }

        if (action.IsTalk)
        {
            WriteDown(request, directory, action);
            return;
        }

        var sides = (request.LocalAuthorityId, request.IcbId);
        if (!_parties.TryGetValue(sides, out var parties)) { _parties[sides] = parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct); }
        await RemindAsync(request, directory, parties, action, ct);
    }

    private async Task RemindAsync(AdviceRequest request, AskableDirectory directory, CaseParties parties, ChaseAction action, CancellationToken ct)
    {
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        // the note stays in the portal: an email never holds what a person typed
        var email = emails.QueueReminder(request, directory, parties, delivery, _together);
        db.Chases.Add(ChaseFact.ByEmail(request, delivery.To, email.Template, email.Id, Tidy(action.Note), clock.UtcNow, person.Actor.Name, KeyOf(request, action)));
        Record(request, directory, "Email", delivery.To);
        handover.Apply(request, directory, delivery);
    }

    private void WriteDown(AdviceRequest request, AskableDirectory directory, ChaseAction action)
    {
        var spokeTo = action.SpokeTo!.Trim();
        db.Chases.Add(ChaseFact.ByTalk(request, action.Channel, spokeTo, Tidy(action.Note), clock.UtcNow, person.Actor.Name, KeyOf(request, action)));
        Record(request, directory, action.Channel == ChaseChannel.InPerson ? "Conversation" : action.Channel.ToString(), spokeTo);
    }

    private void Record(AdviceRequest request, AskableDirectory directory, string channel, string recipient) =>
        audit.Record(new AdviceChased(request.Keys, request.Id, directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId)), channel, recipient));

    private static string? Tidy(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();
}
