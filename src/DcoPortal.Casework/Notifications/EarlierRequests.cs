using DcoPortal.Casework.Clock;

namespace DcoPortal.Casework.Notifications;

/// <summary>
/// Records what had been asked of services, and answered, before a case was recorded here: so that an answer given in time is in time,
/// and what is still awaited stands against its clock. No email leaves.
/// </summary>
public sealed class EarlierRequests(PortalDb db, DirectoryIndex directory, AuditTrail audit, ClockSettingsQuery settings, AccessScope scope, CurrentPerson person, UkClock clock)
{
    /// <summary>Adds such requests, with their facts, to the caller's save. One that is prepared and not sent is the same request, recorded as asked.</summary>
    /// <param name="assessment">The case.</param>
    /// <param name="named">Whom its notification names, in order, with what is known of each.</param>
    /// <param name="existing">The requests that the case has already, ready to be changed.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The keys of all its requests.</returns>
    public async Task<IReadOnlySet<string>> RecordAsync(Assessment assessment, IReadOnlyCollection<(InvolvedProfessional Involved, DateOnly? AskedOn)> named, IReadOnlyCollection<AdviceRequest> existing, CancellationToken ct)
    {
        var requests = existing.ToDictionary(r => r.DuplicateKey);
        // an authority tells of what it received; which services the DCO service has asked is the DCO service's to say
        if (!assessment.IsOpen || (scope.Kind != ScopeKind.DcoService && assessment.Decision is null)) { return requests.Keys.ToHashSet(); }
        await directory.LoadAsync(ct);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        var recorded = 0;
        foreach (var (involved, askedOn) in named.Where(n => n.Involved.AnsweredOn is not null || n.AskedOn is not null))
        {
            var professional = directory.Professional(involved.ProfessionalId);
            if (directory.Service(professional?.ServiceId ?? involved.ServiceId) is not { } service || service.IcbId != assessment.IcbId) { continue; }
            var request = new AdviceRequest(assessment, service, professional is { IsActive: true } ? professional : null, clock.UtcNow, local);
            if (requests.GetValueOrDefault(request.DuplicateKey) is { } before) { request = before; }
            if (request.Stage != RequestStage.ToSend || !CanBeRecorded(request, involved.AnsweredOn, askedOn, service)) { continue; }
            if (requests.TryAdd(request.DuplicateKey, request)) { db.AdviceRequests.Add(request); }
            Record(request, involved, askedOn ?? request.ReceivedByHealthOn, professional is null ? service.Name : $"{professional.FullName}, {service.Name}");
            recorded++;
        }
        if (recorded > 0 && scope.Kind == ScopeKind.DcoService && assessment.TriagedUtc is null && named.All(n => !n.Involved.IsCurrent || requests.Values.Any(r => r.Stage != RequestStage.ToSend && r.ServiceId == n.Involved.ServiceId))) { assessment.Triaged(clock.UtcNow); }
        return requests.Keys.ToHashSet();
    }

    private bool CanBeRecorded(AdviceRequest request, DateOnly? answeredOn, DateOnly? askedOn, HealthService service) =>
        // an answer before health was asked is one of the days written wrong: it stays as the day that was given
        answeredOn is { } on ? on >= request.ReceivedByHealthOn : askedOn is not null && scope.Kind == ScopeKind.DcoService && service.IsActive;

    private void Record(AdviceRequest request, InvolvedProfessional involved, DateOnly askedOn, string name)
    {
        if (request.MoveCount == 0) { request.Describe(request.CoveringNote, request.RequestedByFamily || involved.FamilyAsked); }
        audit.Record(request.RecordAsked(askedOn, UkClock.StartOf(askedOn), name, clock.UtcNow)!);
        if (involved.AnsweredOn is { } on) { audit.Record(request.RecordAnswered(on, UkClock.StartOf(on), person.Actor.Name, clock.UtcNow)!); }
    }
}
