using System.Security.Cryptography;
using System.Text;
using DcoPortal.Domain.Ladder;
using ChaseFact = DcoPortal.Domain.Ladder.Chase;

namespace DcoPortal.Casework.Requests;

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
/// <param name="Form">The key of the form that it was typed into, or null.</param>
public sealed record ChaseAction(ChaseChannel Channel, string? SpokeTo, string? Note, DateOnly? PromisedOn, bool Again, long? Seen = null, Guid? Form = null)
{
    /// <summary>Whether it writes down a talk, which took place whatever the portal did that day.</summary>
    public bool IsTalk => Channel != ChaseChannel.Email;

    /// <summary>Names the form with what was typed: sent twice it is one, and with other words, after a step back, it is another. Null without a form.</summary>
    public string? Submission { get; } = Form is not { } form ? null
        : $"{form:N}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Channel}\n{SpokeTo}\n{Note}\n{PromisedOn:O}\n{Again}"))))[..32]}";
}

/// <summary>Sends reminders, not twice a day unless that is meant; or writes down a talk, always.</summary>
public sealed class ChaseHandler(PortalDb db, Change change, AskableDirectoryQuery directories, AuditTrail audit, RequestEmails emails, HandoverHandler handover, CurrentPerson person, UkClock clock)
{
    /// <summary>Requests of one save: one that somebody changes in the same moment costs the others nothing.</summary>
    public const int BatchSize = 50;

    private readonly Dictionary<(Guid, Guid), CaseParties> _parties = [];

    /// <summary>Chases by email.</summary>
    public Task<Outcome<ChaseResult>> HandleAsync(IReadOnlyCollection<Guid> ids, bool again, string? note, CancellationToken ct) =>
        HandleAsync(ids, new ChaseAction(ChaseChannel.Email, null, note, null, again), ct);

    /// <summary>Chases in any way, batch by batch.</summary>
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
                // whoever changed it since the first look may have chased it
                var isChanged = !seen.TryAdd(request.Id, request.Version) && seen[request.Id] != request.Version;
                result = result.And(await LookAtAsync(request, action, directory, isChanged, unreached.Contains(request.Id), ct));
            }

            return result;
        }, ct);
    }

    private async Task<ChaseResult> LookAtAsync(AdviceRequest request, ChaseAction action, AskableDirectory directory, bool isChanged, bool isUnreached, CancellationToken ct)
    {
        if (await IsDoneAsync(request, action, ct)) { return new(Chased: 1); }
        // a talk is written down whatever others did meanwhile
        if (isChanged && !action.IsTalk) { return new(Changed: 1); }
        if (!request.Can(RequestMove.Chase)) { return new(NoLongerWaiting: 1); }
        if (!action.IsTalk && !action.Again && request.LastChasedUtc is { } last && UkClock.DateOf(last) == clock.Today && !isUnreached) { return new(ChasedToday: 1); }
        if (!action.IsTalk && request.LastChasedUtc?.Ticks > action.Seen) { return new(Changed: 1); }
        await ChaseAsync(request, action, directory, ct);
        return new(Chased: 1);
    }

    /// <summary>Those chased today by an email that did not arrive: that is no reminder.</summary>
    private async Task<HashSet<Guid>> UnreachedAsync(List<AdviceRequest> requests, ChaseAction action, CancellationToken ct)
    {
        var start = UkClock.StartOf(clock.Today);
        List<Guid> ids = action.IsTalk || action.Again ? [] : requests.Where(r => r.LastChasedUtc >= start).Select(r => r.Id).ToList();
        return ids.Count == 0 ? [] : await UnreachedRequests.Of(db, start).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToHashSetAsync(ct);
    }

    /// <summary>Whether the same form, with the same words, was done: the other press of a double click.</summary>
    private async Task<bool> IsDoneAsync(AdviceRequest request, ChaseAction action, CancellationToken ct) =>
        KeyOf(request, action) is { } key && await db.Chases.AnyAsync(c => c.UniqueKey == key, ct);

    private static string? KeyOf(AdviceRequest request, ChaseAction action) => action.Submission is { } submission ? ChaseFact.FormKey(request, submission) : null;

    private async Task ChaseAsync(AdviceRequest request, ChaseAction action, AskableDirectory directory, CancellationToken ct)
    {
        request.Chased(clock.UtcNow);
        // before a reminder moves it: the promise is of who has it
        if (action.PromisedOn is { } promised)
        {
            var service = directory.Service(request.ServiceId)?.Name ?? directory.ServiceName(request.ServiceId);
            PromiseOnRecord.Apply(audit, person, request, service, promised, clock);
        }

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
        // the note stays in the portal: an email says nothing that a person typed
        var email = emails.QueueReminder(request, directory, parties, delivery);
        db.Chases.Add(ChaseFact.ByEmail(request, delivery.To, email.Template, email.Id, Tidy(action.Note), clock.UtcNow, person.Actor.Name, KeyOf(request, action)));
        Record(request, directory, "Email", delivery.To);
        handover.Apply(request, directory, delivery);
    }

    private void WriteDown(AdviceRequest request, AskableDirectory directory, ChaseAction action)
    {
        var spokeTo = action.SpokeTo!.Trim();
        db.Chases.Add(ChaseFact.ByTalk(request, action.Channel, spokeTo, Tidy(action.Note), clock.UtcNow, person.Actor.Name, KeyOf(request, action)));
        Record(request, directory, action.Channel == ChaseChannel.InPerson ? "Talk" : action.Channel.ToString(), spokeTo);
    }

    private void Record(AdviceRequest request, AskableDirectory directory, string channel, string recipient) =>
        audit.Record(new AdviceChased(request.Keys, request.Id, directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId)), channel, recipient));

    private static string? Tidy(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();
}
