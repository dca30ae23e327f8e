using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Notifications.Importing.Planning;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Notifications;

/// <summary>Somebody named, and the days that are said of the request to them.</summary>
public sealed record NamedBefore(InvolvedProfessional Involved, DateOnly? AskedOn, DateOnly? AnsweredOn);

/// <summary>
/// Records what had been asked of services, and answered, before a case was recorded here: so that an answer given in time is in time,
/// and what is still awaited stands against its clock. No email leaves.
/// </summary>
public sealed class EarlierRequests(PortalDb db, DirectoryIndex directory, AuditTrail audit, ClockSettingsQuery settings, AskableDirectoryQuery directories, LinkedWishesQuery linked, AccessScope scope, CurrentPerson person, UkClock clock)
{
    /// <summary>
    /// Adds such requests, with their facts, to the caller's save. One that is prepared and not sent, or asked and not answered, is the same
    /// request. Nothing is recorded of whom the family may not want to know: it stays named and unasked, for the DCO service to decide.
    /// </summary>
    /// <param name="assessment">The case.</param>
    /// <param name="named">Whom its notification names, in order, with what is known of each.</param>
    /// <param name="existing">The requests that the case has had, ready to be changed.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="wishesElsewhere">Whom the family excludes in another row of the same file.</param>
    /// <returns>The keys of all its requests.</returns>
    public async Task<IReadOnlySet<string>> RecordAsync(Assessment assessment, IReadOnlyCollection<NamedBefore> named, IReadOnlyCollection<AdviceRequest> existing, CancellationToken ct, IReadOnlyList<string>? wishesElsewhere = null)
    {
        // one that was closed was closed for a reason: it is not asked again behind that
        var requests = existing.OrderBy(r => r.Stage == RequestStage.Closed).DistinctBy(r => r.KeyBeforeEnd).ToDictionary(r => r.KeyBeforeEnd);
        if (!assessment.IsOpen) { KeepOfEnded(assessment, named, existing); }
        // an authority tells of what it received; which services the DCO service has asked is the DCO service's to say
        if (!assessment.IsOpen || (scope.Kind != ScopeKind.DcoService && assessment.Decision is null)) { return requests.Keys.ToHashSet(); }
        await directory.LoadAsync(ct);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        var asked = named.Where(n => n.AnsweredOn is not null || n.AskedOn is not null).ToList();
        var wishes = asked.Count == 0 ? null : CaseWishes.Of(assessment, named.Select(n => n.Involved), existing, [.. wishesElsewhere ?? [], .. (await linked.OfAsync(assessment, ct)).Select(l => l.DoNotShareWith)]);
        _askable ??= wishes?.IsAny == true ? await directories.LoadAsync(ct) : null;
        // of words that name nobody known, anybody who was asked may be meant
        var isUnclear = wishes?.ToRead is not null;
        var recorded = 0;
        Dictionary<AdviceRequest, (DateOnly? AskedOn, DateOnly? AnsweredOn)> said = [];
        foreach (var (involved, askedOn, answeredOn) in asked)
        {
            var professional = directory.Professional(involved.ProfessionalId);
            if (directory.Service(professional?.ServiceId ?? involved.ServiceId) is not { } service || service.IcbId != assessment.IcbId)
            {
                Keep(assessment, involved, askedOn, answeredOn, "not recorded, because the directory has no service of that name, or several. Write its provider too, or the name that the directory has, and import the row again");
                continue;
            }
            var request = new AdviceRequest(assessment, service, professional is { IsActive: true } ? professional : null, clock.UtcNow, local);
            if (wishes!.IsAny && wishes.MayMean(new(service.Id, request.ProfessionalId), _askable!, clock.Today))
            {
                Keep(assessment, involved, askedOn, answeredOn, "not recorded, because the family may not want this service to know. Decide in triage whether to ask");
                continue;
            }
            if (requests.GetValueOrDefault(request.KeyBeforeEnd) is { } before) { request = before; }
            else if (OfService(existing, request).FindAll(r => involved.Name is null || r.FirstAskedProfessionalId is null) is { Count: > 0 } ofService)
            {
                if (ofService.Count > 1)
                {
                    Keep(assessment, involved, askedOn, answeredOn, "not recorded, because several people of this service have a request. Record it on the right one");
                    continue;
                }
                request = ofService[0];
            }
            if ((request.Stage != RequestStage.ToSend || said.ContainsKey(request)) && HolderOf(request, involved, professional, named) is { } holder)
            {
                KeepAlways(assessment, involved, askedOn, answeredOn, $"not recorded: a case has one request to a service, and it is that of {holder}. Add who is asked to the directory and import the row again, or record it on that request");
                continue;
            }
            if (!said.TryAdd(request, (askedOn, answeredOn))) { KeepRound(assessment, involved, (askedOn, answeredOn), said[request]); }
            if (!CanBeRecorded(request, answeredOn, askedOn, service))
            {
                if (request.Stage == RequestStage.ToSend || (request.Stage == RequestStage.WithService && answeredOn < request.ReceivedByHealthOn)) { Keep(assessment, involved, askedOn, answeredOn, $"not recorded: {(service.IsActive ? $"an answer before {UkText.LongDate(request.ReceivedByHealthOn)}, when health was asked" : "the directory says that the service is closed")}"); }
                continue;
            }
            if (requests.TryAdd(request.KeyBeforeEnd, request)) { db.AdviceRequests.Add(request); }
            KeepEarlier(assessment, involved, askedOn, request);
            Record(request, involved, answeredOn, askedOn ?? request.ReceivedByHealthOn, professional is null ? service.DistinctName : $"{professional.FullName}, {service.DistinctName}");
            if (isUnclear && request.ShownToService && request.Stage != RequestStage.Closed) { request.DoubtSharing(true, clock.UtcNow); }
            recorded++;
        }
        foreach (var one in named.Except(asked)) { KeepUnasked(assessment, one.Involved, said.Keys, named); }
        Triage(assessment, named, requests.Values, recorded);
        return requests.Keys.ToHashSet();
    }

    // a tracker that names nobody means the request which the service had before, whoever has it; a person who is named has one of their own, or the service's
    private static List<AdviceRequest> OfService(IEnumerable<AdviceRequest> existing, AdviceRequest request) =>
        [.. existing.Where(r => r.Kind == request.Kind && r.Stage != RequestStage.Closed && r.KeyBeforeEnd.Split(':')[1] == request.KeyBeforeEnd.Split(':')[1])];

    private AskableDirectory? _askable;

    // what a tracker says of a service and cannot be recorded as a request stands on the case until a person has dealt with it
    private void Keep(Assessment assessment, InvolvedProfessional involved, DateOnly? askedOn, DateOnly? answeredOn, string why)
    {
        if (scope.Kind == ScopeKind.DcoService) { KeepAlways(assessment, involved, askedOn, answeredOn, why); }
    }

    // nothing is asked on a case that has ended or was not to be assessed: the days stand for a person to look at
    private void KeepOfEnded(Assessment assessment, IEnumerable<NamedBefore> named, IReadOnlyCollection<AdviceRequest> existing)
    {
        var why = $"not recorded as a request, because {(assessment.Decision == AssessmentDecision.DoNotAssess ? "the authority decided not to assess" : "the case has ended")}. Early information that came is added as a document";
        foreach (var (involved, askedOn, _) in named.Where(n => n.AskedOn is not null && !existing.Any(r => r.AskedOn == n.AskedOn && NamedUnasked.IsOf(r, n.Involved)))) { Keep(assessment, involved, askedOn, null, why); }
    }

    private static void KeepAlways(Assessment assessment, InvolvedProfessional involved, DateOnly? askedOn, DateOnly? answeredOn, string why)
    {
        var field = $"{involved.Words}: asked and answered";
        // a later file that does not say when it was asked takes nothing away
        if (askedOn is null && assessment.ToCorrect.Any(c => c.Field == field)) { return; }
        var given = string.Join(", ", new[] { askedOn is null ? null : $"asked {UkText.LongDate(askedOn)}", answeredOn is null ? null : $"answered {UkText.LongDate(answeredOn)}" }.OfType<string>());
        // nor does one that says another day
        if (assessment.ToCorrect.Any(c => c.Field == field && c.Given != given && c.Given.Contains(given, StringComparison.Ordinal))) { return; }
        var before = assessment.ToCorrect.Where(c => c.Field == field && !given.Contains(c.Given, StringComparison.Ordinal)).Select(c => c.Given);
        assessment.KeepToCorrect([.. assessment.ToCorrect.Where(c => c.Field != field), new(field, string.Join("; ", before.Append(given)), why)]);
    }

    // somebody else whom the directory does not have, was named first and has the request of the service as a whole
    private static string? HolderOf(AdviceRequest request, InvolvedProfessional involved, Professional? professional, IEnumerable<NamedBefore> named) =>
        professional is not null || request.FirstAskedProfessionalId is not null || string.IsNullOrWhiteSpace(involved.Name) ? null
        : named.Select(n => n.Involved).Where(i => i.ProfessionalId is null && i.AskedThrough == involved.AskedThrough && i.Position < involved.Position && !string.IsNullOrWhiteSpace(i.Name) && SearchKey.Of(i.Name) != SearchKey.Of(involved.Name))
            .OrderBy(i => i.Position).FirstOrDefault()?.Words;

    // the answer of the first of a service hides that the second was never asked
    private static void KeepUnasked(Assessment assessment, InvolvedProfessional involved, IEnumerable<AdviceRequest> recorded, IReadOnlyCollection<NamedBefore> named)
    {
        if (involved is not { IsCurrent: true, ProfessionalId: null, AnsweredOn: null } || recorded.FirstOrDefault(r => r.ReturnedOn is not null && r.ServiceId == involved.AskedThrough) is not { } request) { return; }
        if (HolderOf(request, involved, null, named) is not { } holder) { return; }
        assessment.KeepToCorrect(TrackerRows.Both(assessment.ToCorrect, [new($"{involved.Words}: not asked", involved.FamilyAsked ? "asked for by the family" : "named", $"a case has one request to a service, and {holder} has answered it. Find out whether that answer is for both, or open the request again")]));
    }

    // two of those named mean one request: what the second says otherwise was a later round
    private static void KeepRound(Assessment assessment, InvolvedProfessional involved, (DateOnly? AskedOn, DateOnly? AnsweredOn) round, (DateOnly? AskedOn, DateOnly? AnsweredOn) first)
    {
        if ((round.AskedOn ?? first.AskedOn) == first.AskedOn && (round.AnsweredOn ?? first.AnsweredOn) == first.AnsweredOn) { return; }
        assessment.KeepToCorrect(TrackerRows.Both(assessment.ToCorrect, [new($"{involved.Words}{ServiceRounds.SecondTime}", ServiceRounds.Days(round.AskedOn, round.AnsweredOn), ServiceRounds.Why)]));
    }

    // the law's weeks run from the day health was asked, and a service that was asked before says that this was earlier
    private void KeepEarlier(Assessment assessment, InvolvedProfessional involved, DateOnly? askedOn, AdviceRequest request)
    {
        if (scope.Kind != ScopeKind.DcoService || request.Kind != AdviceKind.Statutory || askedOn is not { } on || on >= request.ReceivedByHealthOn) { return; }
        var field = $"{involved.Words}: asked on";
        assessment.KeepToCorrect([.. assessment.ToCorrect.Where(c => c.Field != field), new(field, UkText.LongDate(on), $"before {UkText.LongDate(request.ReceivedByHealthOn)}, when health was asked for advice as the record says. If it was asked on the earlier day, correct that under Correct dates")]);
    }

    // nobody is left to be asked; or somebody is, and the DCO service looks again
    private void Triage(Assessment assessment, IReadOnlyCollection<NamedBefore> named, IReadOnlyCollection<AdviceRequest> requests, int recorded)
    {
        if (scope.Kind != ScopeKind.DcoService) { return; }
        var isAsked = named.All(n => !n.Involved.IsCurrent || n.Involved.NotAskedReason is not null || requests.Any(r => r.Stage != RequestStage.ToSend && (r.CoverForServiceId ?? r.ServiceId) == n.Involved.AskedThrough));
        if (!isAsked) { assessment.NamedMore(); }
        else if (recorded > 0 && assessment.TriagedUtc is null) { assessment.Triaged(clock.UtcNow); }
    }

    private bool CanBeRecorded(AdviceRequest request, DateOnly? answeredOn, DateOnly? askedOn, HealthService service) => request.Stage switch
    {
        // an answer before health was asked is one of the days written wrong: it stays as the day that was given
        RequestStage.ToSend => answeredOn is { } on ? on >= request.ReceivedByHealthOn : askedOn is not null && scope.Kind == ScopeKind.DcoService && service.IsActive,
        RequestStage.WithService => scope.Kind == ScopeKind.DcoService && answeredOn >= request.ReceivedByHealthOn,
        _ => false,
    };

    private void Record(AdviceRequest request, InvolvedProfessional involved, DateOnly? answeredOn, DateOnly askedOn, string name)
    {
        if (request.MoveCount == 0) { request.Describe(request.CoveringNote, request.RequestedByFamily || involved.FamilyAsked); }
        // a service that was asked before the authority asked health counts as asked with it: no day of health's own comes before its clock
        var sentOn = askedOn < request.ReceivedByHealthOn ? request.ReceivedByHealthOn : askedOn;
        if (request.RecordAsked(askedOn, UkClock.StartOf(sentOn), name, clock.UtcNow) is { } asked) { audit.Record(asked); }
        if (answeredOn is { } on) { audit.Record(request.RecordAnswered(on, UkClock.StartOf(on), person.Actor.Name, clock.UtcNow)!); }
    }
}
