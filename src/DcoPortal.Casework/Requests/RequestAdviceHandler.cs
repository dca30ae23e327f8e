using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Undoing;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>A professional or service to ask.</summary>
/// <param name="Target">The professional or service.</param>
/// <param name="RequestedByFamily">Whether the family asked for it (reg 6(1)(h)).</param>
/// <param name="SharingConfirmed">Whether the administrator confirmed that the family's sharing wishes do not stop it.</param>
public sealed record AskOne(AskTarget Target, bool RequestedByFamily = false, bool SharingConfirmed = false);

/// <summary>Requests to prepare or send for one assessment.</summary>
/// <param name="Reference">The assessment.</param>
/// <param name="Asked">Who is asked.</param>
/// <param name="CoveringNote">The note with every request; null keeps the note of a prepared request.</param>
/// <param name="SendNow">Whether to send now, or keep the requests to send later.</param>
/// <param name="Named">What was decided about those whom the authority named; null where the page did not ask.</param>
/// <param name="Seen">The terms that the person was shown (<see cref="AskTerms.Seen"/>); null where none were.</param>
/// <param name="FamilyAsked">Those named of whom the page says that the family asked for them, whoever is asked in this press.</param>
/// <param name="FoundOut">The wish of which the person says that it means nobody who is asked (<see cref="UnclearWishes.ToRead"/>), or null.</param>
/// <param name="NotesSeen">The notes of prepared requests that the person was shown, and may write over; null where nobody looks.</param>
public sealed record RequestAdviceCommand(string Reference, IReadOnlyList<AskOne> Asked, string? CoveringNote, bool SendNow, IReadOnlyList<NamedDecision>? Named = null, string? Seen = null, IReadOnlyList<Guid>? FamilyAsked = null, string? FoundOut = null, IReadOnlyList<string>? NotesSeen = null);

/// <summary>What was decided about somebody whom the authority named.</summary>
/// <param name="InvolvedId">Who was named.</param>
/// <param name="Asked">Who is asked for them, or null for nobody.</param>
/// <param name="NotAskedReason">Why nobody is asked, or they are not asked themselves; or null.</param>
/// <param name="IsInstead">Whether whoever is asked is somebody else, chosen in their place.</param>
public sealed record NamedDecision(Guid InvolvedId, AskTarget? Asked, string? NotAskedReason, bool IsInstead = false);

/// <summary>A request that a colleague prepared with another covering note.</summary>
public sealed record OtherNote(Guid RequestId, string Place, string Note);

/// <summary>What happened to each target, by name and place.</summary>
/// <param name="reference">The assessment.</param>
public sealed class RequestAdviceResult(string reference)
{
    /// <summary>The assessment.</summary>
    public string Reference { get; } = reference;

    /// <summary>Sent now.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>What takes back the requests sent now for half a minute, or null.</summary>
    public Guid? Undo { get; set; }

    /// <summary>Kept to be sent later.</summary>
    public List<string> Prepared { get; } = [];

    /// <summary>Asked before, so no second request was sent.</summary>
    public List<string> AlreadySent { get; } = [];

    /// <summary>Targets that gave the request back: the DCO service sends it again or closes it first.</summary>
    public List<string> GivenBack { get; } = [];

    /// <summary>Those of them that were asked with other words than this covering note.</summary>
    public List<string> WithoutNote { get; } = [];

    /// <summary>Those that are prepared with a note that the person was not shown and would write over: nothing at all was saved.</summary>
    public List<OtherNote> OtherNotes { get; } = [];

    /// <summary>Gone from the directory since the page was shown.</summary>
    public List<string> NotAskable { get; } = [];

    /// <summary>Targets that the family may not want to know: nothing at all was saved.</summary>
    public List<AskTarget> NeedConfirmation { get; } = [];

    /// <summary>A wish of the family of which nobody has said that it means none of those asked: nothing at all was saved. Null where there is none.</summary>
    public string? NotFoundOut { get; set; }

    /// <summary>Whether the advice of one of them came along with the case, so that a person looks before it is asked for again: nothing at all was sent.</summary>
    public bool HasCameAlong { get; init; }

    /// <summary>Whom the family asked for, and who would not be asked without a reason: nothing at all was saved.</summary>
    public List<(Guid InvolvedId, string Words)> NeedReason { get; } = [];

    /// <summary>Whom the authority named, or who was asked for early information alone, whom nobody is asking, and of whom nobody has said why: the case stays in triage for them.</summary>
    public IReadOnlyList<string> Unasked { get; set; } = [];

    /// <summary>How many are said not to be asked, with the reason.</summary>
    public int NotAsked { get; set; }

    /// <summary>The due date of the requests (Europe/London).</summary>
    public DateOnly DueOn { get; set; }
}

/// <summary>Fans an assessment out: one request for each professional or service, each with its own due date and email, in one save.</summary>
public sealed class RequestAdviceHandler(PortalDb db, Change change, AskableDirectoryQuery directories, AuditTrail audit, RequestEmails emails, HandoverHandler handover, UkClock clock, ClockSettingsQuery settings, AllNilAlarmHandler alarm, LinkedWishesQuery linked, SetAsideDraft drafts, UndoSteps undo, CurrentPerson person)
{
    /// <summary>Prepares or sends. A second click, or the same targets again, changes nothing.</summary>
    /// <returns>Changed meanwhile when the requests would be of another kind, or due on another day, than the person was shown; refused when the assessment has ended.</returns>
    public Task<Outcome<RequestAdviceResult>> HandleAsync(RequestAdviceCommand command, CancellationToken ct) => change.MakeAsync<RequestAdviceResult>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == command.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        if (!assessment.IsOpen) { return Outcome.Refused("This assessment has ended, so no more advice can be requested."); }
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        var named = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id).ToListAsync(ct);
        if (command.Seen is { } seen && seen != AskTerms.Of(assessment, local, named.Count).Seen) { return Outcome.ChangedMeanwhile; }
        var every = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct);
        var existing = every.FindAll(r => r.Stage != RequestStage.Closed);
        var directory = await directories.LoadAsync(ct);
        var result = new RequestAdviceResult(assessment.Reference);
        var before = assessment.State;
        List<JustMade> sent = [];
        var asked = command.Asked.DistinctBy(a => a.Target).ToList();
        // whom the family excluded on a linked case of the child, somebody looks at too
        var wishes = CaseWishes.Of(assessment, named, existing, (await linked.OfAsync(assessment, ct)).Select(l => l.DoNotShareWith));
        var unsure = asked.FindAll(a => !a.SharingConfirmed && directory.CanBeAsked(a.Target) && !existing.Exists(r => !r.Stage.IsWithNobody() && IsFor(r, a.Target, KindOf(assessment))));
        result.NeedConfirmation.AddRange(unsure.Where(a => wishes.MayMean(a.Target, directory, clock.Today)).Select(a => a.Target));
        if (unsure.Count > result.NeedConfirmation.Count && wishes.ToRead is { } words && words != command.FoundOut) { result.NotFoundOut = words; }
        if (result.NeedConfirmation.Count > 0 || result.NotFoundOut is not null) { return result; }
        result.OtherNotes.AddRange(OtherNotes(command, asked, existing, directory));
        if (result.OtherNotes.Count > 0) { return result; }
        if (!await DecideNamedAsync(assessment, named, command, existing, result, ct)) { return result; }
        var parties = await CaseParties.LoadAsync(db, assessment.LocalAuthorityId, assessment.IcbId, ct);
        foreach (var one in InOrder(asked, every, directory))
        {
            var name = directory.NameOf(one.Target);
            var place = directory.PlaceOf(one.Target);
            if (!directory.CanBeAsked(one.Target)) { result.NotAskable.Add(place); continue; }
            if (existing.Exists(r => r.Stage == RequestStage.GivenBack && IsFor(r, one.Target, KindOf(assessment)))) { result.GivenBack.Add(place); continue; }
            var request = Prepare(assessment, one, command, every, existing, directory, local, name);
            if (one.RequestedByFamily) { Name(assessment, one.Target, named, directory); }
            result.DueOn = request.DueOn;
            if (!request.Stage.IsWithNobody())
            {
                result.AlreadySent.Add(place);
                if (command.CoveringNote?.Trim() is { Length: > 0 } note && note != request.CoveringNote) { result.WithoutNote.Add(place); }
            }
            else if (!command.SendNow) { result.Prepared.Add(place); }
            else
            {
                await drafts.BringAlongAsync(request, every, ct);
                var delivery = directory.DeliveryFor(new AskTarget(request.ServiceId, request.ProfessionalId), clock.Today);
                sent.Add(Send(request, directory, parties, name, delivery));
                result.Sent.Add(delivery.HolderIsAway ? $"{place} (goes to {delivery.Words})" : place);
            }
        }
        result.Unasked = [.. NamedUnasked.Undecided(assessment, named, existing, directory).Select(p => p.Words), .. EarlyOnly.Words(assessment, [.. every.Union(existing)], named, directory)];
        if (result.Sent.Count > 0 && result.Unasked.Count == 0 && assessment.TriagedUtc is null) { assessment.Triaged(clock.UtcNow); }
        // another service is asked now, so the DCO need not decide about the nil returns
        if (result.Sent.Count + result.Prepared.Count > 0) { await alarm.WithdrawAsync(assessment.Id, ct); }
        // a new version: this save fails when a colleague corrects, in the same moment, the day that the due dates count from
        if (db.ChangeTracker.HasChanges()) { db.Entry(assessment).Property(a => a.Version).IsModified = true; }
        if (sent.Count > 0)
        {
            var recorded = assessment.State == before ? null : assessment.Recorded(before, clock.UtcNow);
            result.Undo = await undo.OfferAsync(new() { Kind = UndoKind.Send, Case = assessment.Keys, Requests = sent, Recorded = recorded }, ct);
        }
        return result;
    }, ct);

    // of those asked in one press, a service of the kind of one that was closed takes its place before any other does
    private static IEnumerable<AskOne> InOrder(List<AskOne> asked, List<AdviceRequest> every, AskableDirectory directory)
    {
        var kinds = every.Where(r => r is { Stage: RequestStage.Closed, Kind: AdviceKind.Statutory, IsReplaced: false }).Select(r => directory.Service(r.ServiceId)?.Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return asked.OrderByDescending(a => directory.Service(a.Target.ServiceId) is { } s && kinds.Contains(s.Name));
    }

    // words that a colleague saved since the page was opened are not written over by somebody who never read them
    private static IEnumerable<OtherNote> OtherNotes(RequestAdviceCommand command, List<AskOne> asked, List<AdviceRequest> existing, AskableDirectory directory)
    {
        if (command.NotesSeen is not { } seen || string.IsNullOrWhiteSpace(command.CoveringNote)) { return []; }
        var known = seen.Append(command.CoveringNote).Select(Plain).ToHashSet(StringComparer.Ordinal);
        return from r in existing
               where r is { Stage: RequestStage.ToSend, CoveringNote: { } note } && !known.Contains(Plain(note))
               let one = asked.Find(a => directory.CanBeAsked(a.Target) && IsFor(r, a.Target, r.Kind))
               where one is not null
               select new OtherNote(r.Id, directory.PlaceOf(one.Target), r.CoveringNote!);
    }

    private static string Plain(string note) => note.Trim().ReplaceLineEndings("\n");

    // what was said of those whom the authority named; false where the family asked for one who would be passed over without a reason
    private async Task<bool> DecideNamedAsync(Assessment assessment, List<InvolvedProfessional> named, RequestAdviceCommand command, List<AdviceRequest> existing, RequestAdviceResult result, CancellationToken ct)
    {
        if (named.Count == 0) { return true; }
        var familyAsked = (command.FamilyAsked ?? []).ToHashSet();
        var decided = (command.Named ?? []).ToDictionary(d => d.InvolvedId);
        var targets = command.Asked.Select(a => a.Target.ServiceId).ToHashSet();
        if (command.SendNow)
        {
            var all = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct);
            result.NeedReason.AddRange(NamedUnasked.WithoutReason(assessment, named, all, familyAsked)
                .Where(p => !(decided.GetValueOrDefault(p.Id) is { } d && (d.Asked is not null || d.NotAskedReason is not null)) && !(p.AskedThrough is { } s && targets.Contains(s))).Select(p => (p.Id, p.Words)));
        }
        // another in their place is not the one whom the family asked for (regulation 6(1)(h))
        result.NeedReason.AddRange(named.Where(p => (p.FamilyAsked || familyAsked.Contains(p.Id)) && decided.GetValueOrDefault(p.Id) is { IsInstead: true, NotAskedReason: null }).Select(p => (p.Id, p.Words)));
        if (result.NeedReason.Count > 0) { return false; }
        foreach (var p in named.Where(p => familyAsked.Contains(p.Id)))
        {
            if (p.MarkFamilyAsked(assessment.Keys, true) is { } wished) { audit.Record(wished); }
        }
        foreach (var p in named.Where(p => decided.ContainsKey(p.Id)))
        {
            var d = decided[p.Id];
            if (d.Asked is { } target) { p.Asked(target.ServiceId); }
            if (p.NotAsked(assessment.Keys, d.Asked is null || d.IsInstead ? d.NotAskedReason : null, person.Actor.Name, clock.UtcNow) is not { } fact) { continue; }
            audit.Record(fact);
            if (fact.Why is not { } why) { continue; }
            result.NotAsked++;
            NamedUnasked.StopPrepared(p, existing.Where(r => !command.Asked.Any(a => a.Target == new AskTarget(r.ServiceId, r.ProfessionalId))), why, audit, clock.UtcNow);
        }
        return true;
    }

    // the family's request is the case's, whatever becomes of this one: it stands until somebody is asked for advice or a reason is given
    private void Name(Assessment assessment, AskTarget target, List<InvolvedProfessional> named, AskableDirectory directory)
    {
        if (named.Exists(p => p.AskedThrough == target.ServiceId && (p.ProfessionalId is null || p.ProfessionalId == target.ProfessionalId))) { return; }
        var (service, professional) = (directory.Service(target.ServiceId)!, directory.Professional(target.ProfessionalId));
        var added = InvolvedProfessional.Of(assessment.Keys, named.Count, service, professional, directory.ProviderOf(service).ShortName);
        added.FamilyAsked = true;
        named.Add(added);
        db.InvolvedProfessionals.Add(added);
        audit.Record(new ProfessionalNamed(assessment.Keys, added.Words));
    }

    private AdviceRequest Prepare(Assessment assessment, AskOne one, RequestAdviceCommand command, List<AdviceRequest> every, List<AdviceRequest> existing, AskableDirectory directory, ClockSettings local, string name)
    {
        var kind = KindOf(assessment);
        var request = existing.Find(r => IsFor(r, one.Target, kind));
        if (request is not null && !request.Stage.IsWithNobody()) { return request; }
        // prepared before the authority decided to assess, so its kind and due date no longer fit
        var outdated = existing.Find(r => r.Stage.IsWithNobody() && r.Kind != kind && IsFor(r, one.Target, r.Kind));
        var isNew = request is null;
        request ??= new AdviceRequest(assessment, directory.Service(one.Target.ServiceId)!, directory.Professional(one.Target.ProfessionalId), clock.UtcNow, local);
        if (outdated is not null) { StatutoryInstead.Take(outdated, request, audit, clock.UtcNow); }
        var note = command.CoveringNote?.Trim() is { Length: > 0 } typed ? typed : request.CoveringNote;
        var changed = request.Describe(note, one.RequestedByFamily) || isNew;
        if (isNew)
        {
            request.StandInForOneOf(every, clock.Today, every.Select(r => r.ServiceId).Where(id => directory.Service(id)?.Name == directory.Service(one.Target.ServiceId)!.Name).ToHashSet());
            db.AdviceRequests.Add(request);
            existing.Add(request);
        }
        if (changed && !command.SendNow) { audit.Record(new AdviceRequestPrepared(request.Keys, request.Id, name)); }
        return request;
    }

    private JustMade Send(AdviceRequest request, AskableDirectory directory, CaseParties parties, string name, Delivery delivery)
    {
        var before = request.State;
        audit.Record(request.Send(name, clock.UtcNow)!);
        emails.QueueSent(request, directory, parties, delivery);
        handover.Apply(request, directory, delivery);
        return request.Made(RequestMove.Send, before, clock.UtcNow);
    }

    private static AdviceKind KindOf(Assessment assessment) => assessment.AdviceRequestReceivedOn is null ? AdviceKind.EarlyInformation : AdviceKind.Statutory;

    // compares the key, which keeps the target that was asked first, not the present holder
    private static bool IsFor(AdviceRequest request, AskTarget target, AdviceKind kind) =>
        request.DuplicateKey == AdviceRequest.KeyFor(kind, target.ServiceId, target.ProfessionalId);
}
