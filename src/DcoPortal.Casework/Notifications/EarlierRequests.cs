using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Notifications.Importing.Planning;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Notifications;

/// <summary>
/// Records what had been asked of services, and answered, before a case was recorded here: so that an answer given in time is in time,
/// and what is still awaited stands against its clock. No email leaves.
/// </summary>
public sealed class EarlierRequests(PortalDb db, DirectoryIndex directory, AuditTrail audit, ClockSettingsQuery settings, AskableDirectoryQuery directories, AccessScope scope, CurrentPerson person, UkClock clock)
{
    /// <summary>
    /// Adds such requests, with their facts, to the caller's save. One that is prepared and not sent, or asked and not answered, is the same
    /// request. Nothing is recorded of whom the family may not want to know: it stays named and unasked, for the DCO service to decide.
    /// </summary>
    /// <param name="assessment">The case.</param>
    /// <param name="named">Whom its notification names, in order, with what is known of each.</param>
    /// <param name="existing">The requests that the case has had, ready to be changed.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The keys of all its requests.</returns>
    public async Task<IReadOnlySet<string>> RecordAsync(Assessment assessment, IReadOnlyCollection<(InvolvedProfessional Involved, DateOnly? AskedOn)> named, IReadOnlyCollection<AdviceRequest> existing, CancellationToken ct)
    {
        // one that was closed was closed for a reason: it is not asked again behind that
        var requests = existing.OrderBy(r => r.Stage == RequestStage.Closed).DistinctBy(r => r.KeyBeforeEnd).ToDictionary(r => r.KeyBeforeEnd);
        // an authority tells of what it received; which services the DCO service has asked is the DCO service's to say
        if (!assessment.IsOpen || (scope.Kind != ScopeKind.DcoService && assessment.Decision is null)) { return requests.Keys.ToHashSet(); }
        await directory.LoadAsync(ct);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        _askable ??= string.IsNullOrWhiteSpace(assessment.Family.DoNotShareWith) ? null : await directories.LoadAsync(ct);
        var recorded = 0;
        Dictionary<AdviceRequest, (DateOnly? AskedOn, DateOnly? AnsweredOn)> said = [];
        foreach (var (involved, askedOn) in named.Where(n => n.Involved.AnsweredOn is not null || n.AskedOn is not null))
        {
            var professional = directory.Professional(involved.ProfessionalId);
            if (directory.Service(professional?.ServiceId ?? involved.ServiceId) is not { } service || service.IcbId != assessment.IcbId)
            {
                Keep(assessment, involved, askedOn, "not recorded, because the directory has no service of that name, or several. Write its provider too, or the name that the directory has, and import the row again");
                continue;
            }
            var request = new AdviceRequest(assessment, service, professional is { IsActive: true } ? professional : null, clock.UtcNow, local);
            if (_askable is not null && SharingWishes.MayMean(assessment.Family.DoNotShareWith, new(service.Id, request.ProfessionalId), _askable, clock.Today))
            {
                Keep(assessment, involved, askedOn, "not recorded, because the family may not want this service to know. Decide in triage whether to ask");
                continue;
            }
            if (requests.GetValueOrDefault(request.KeyBeforeEnd) is { } before) { request = before; }
            else if (OfService(existing, request).FindAll(r => involved.Name is null || r.FirstAskedProfessionalId is null) is { Count: > 0 } ofService)
            {
                if (ofService.Count > 1)
                {
                    Keep(assessment, involved, askedOn, "not recorded, because several people of this service have a request. Record it on the right one");
                    continue;
                }
                request = ofService[0];
            }
            if (!said.TryAdd(request, (askedOn, involved.AnsweredOn))) { KeepRound(assessment, involved, askedOn, said[request]); }
            if (!CanBeRecorded(request, involved.AnsweredOn, askedOn, service))
            {
                if (request.Stage == RequestStage.ToSend || (request.Stage == RequestStage.WithService && involved.AnsweredOn < request.ReceivedByHealthOn)) { Keep(assessment, involved, askedOn, $"not recorded: {(service.IsActive ? $"an answer before {UkText.LongDate(request.ReceivedByHealthOn)}, when health was asked" : "the directory says that the service is closed")}"); }
                continue;
            }
            if (requests.TryAdd(request.KeyBeforeEnd, request)) { db.AdviceRequests.Add(request); }
            KeepEarlier(assessment, involved, askedOn, request);
            Record(request, involved, askedOn ?? request.ReceivedByHealthOn, professional is null ? service.DistinctName : $"{professional.FullName}, {service.DistinctName}");
            recorded++;
        }
        Triage(assessment, named, requests.Values, recorded);
        return requests.Keys.ToHashSet();
    }

    // a tracker that names nobody means the request which the service had before, whoever has it; a person who is named has one of their own, or the service's
    private static List<AdviceRequest> OfService(IEnumerable<AdviceRequest> existing, AdviceRequest request) =>
        [.. existing.Where(r => r.Kind == request.Kind && r.Stage != RequestStage.Closed && r.KeyBeforeEnd.Split(':')[1] == request.KeyBeforeEnd.Split(':')[1])];

    private AskableDirectory? _askable;

    // what a tracker says of a service and cannot be recorded as a request stands on the case until a person has dealt with it
    private void Keep(Assessment assessment, InvolvedProfessional involved, DateOnly? askedOn, string why)
    {
        if (scope.Kind != ScopeKind.DcoService) { return; }
        var field = $"{involved.Words}: asked and answered";
        // a later file that does not say when it was asked takes nothing away
        if (askedOn is null && assessment.ToCorrect.Any(c => c.Field == field)) { return; }
        var given = string.Join(", ", new[] { askedOn is null ? null : $"asked {UkText.LongDate(askedOn)}", involved.AnsweredOn is null ? null : $"answered {UkText.LongDate(involved.AnsweredOn)}" }.OfType<string>());
        // nor does one that says another day
        if (assessment.ToCorrect.Any(c => c.Field == field && c.Given != given && c.Given.Contains(given, StringComparison.Ordinal))) { return; }
        var before = assessment.ToCorrect.Where(c => c.Field == field && !given.Contains(c.Given, StringComparison.Ordinal)).Select(c => c.Given);
        assessment.KeepToCorrect([.. assessment.ToCorrect.Where(c => c.Field != field), new(field, string.Join("; ", before.Append(given)), why)]);
    }

    // two of those named mean one request: what the second says otherwise was a later round
    private static void KeepRound(Assessment assessment, InvolvedProfessional involved, DateOnly? askedOn, (DateOnly? AskedOn, DateOnly? AnsweredOn) first)
    {
        if ((askedOn ?? first.AskedOn) == first.AskedOn && (involved.AnsweredOn ?? first.AnsweredOn) == first.AnsweredOn) { return; }
        assessment.KeepToCorrect(TrackerRows.Both(assessment.ToCorrect, [new($"{involved.Words}{ServiceRounds.SecondTime}", ServiceRounds.Days(askedOn, involved.AnsweredOn), ServiceRounds.Why)]));
    }

    // the law's weeks run from the day health was asked, and a service that was asked before says that this was earlier
    private void KeepEarlier(Assessment assessment, InvolvedProfessional involved, DateOnly? askedOn, AdviceRequest request)
    {
        if (scope.Kind != ScopeKind.DcoService || request.Kind != AdviceKind.Statutory || askedOn is not { } on || on >= request.ReceivedByHealthOn) { return; }
        var field = $"{involved.Words}: asked on";
        assessment.KeepToCorrect([.. assessment.ToCorrect.Where(c => c.Field != field), new(field, UkText.LongDate(on), $"before {UkText.LongDate(request.ReceivedByHealthOn)}, when health was asked for advice as the record says. If it was asked on the earlier day, correct that under Correct dates")]);
    }

    // nobody is left to be asked; or somebody is, and the DCO service looks again
    private void Triage(Assessment assessment, IReadOnlyCollection<(InvolvedProfessional Involved, DateOnly? AskedOn)> named, IReadOnlyCollection<AdviceRequest> requests, int recorded)
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

    private void Record(AdviceRequest request, InvolvedProfessional involved, DateOnly askedOn, string name)
    {
        if (request.MoveCount == 0) { request.Describe(request.CoveringNote, request.RequestedByFamily || involved.FamilyAsked); }
        // a service that was asked before the authority asked health counts as asked with it: no day of health's own comes before its clock
        var sentOn = askedOn < request.ReceivedByHealthOn ? request.ReceivedByHealthOn : askedOn;
        if (request.RecordAsked(askedOn, UkClock.StartOf(sentOn), name, clock.UtcNow) is { } asked) { audit.Record(asked); }
        if (involved.AnsweredOn is { } on) { audit.Record(request.RecordAnswered(on, UkClock.StartOf(on), person.Actor.Name, clock.UtcNow)!); }
    }
}
