using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Notifications;

/// <summary>Once the authority has decided to assess, makes requests of the people it named, which the DCO service then sends.</summary>
public sealed class RequestPreparation(PortalDb db, DirectoryIndex directory, AuditTrail audit, UkClock clock, ClockSettingsQuery settings, CameAlongQuery cameAlong)
{
    /// <summary>Prepares a request to each current professional or service of the directory that has not answered yet, here or before the case came here, and is not by a recorded reason left unasked, with its fact, in the caller's save. None before the decision to assess.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="involved">Whom the authority named.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="asked">The keys of the requests that the assessment has already, or null for a new one.</param>
    /// <returns>The requests prepared.</returns>
    public async Task<IReadOnlyList<AdviceRequest>> PrepareAsync(Assessment assessment, IEnumerable<InvolvedProfessional> involved, CancellationToken ct, IReadOnlySet<string>? asked = null)
    {
        if (assessment.Decision != AssessmentDecision.Assess || !assessment.IsOpen) { return []; }
        await directory.LoadAsync(ct);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        var gaveBack = asked is null ? [] : await GaveBackAsync(assessment.Id, ct);
        // who gave advice that came along is asked again by a person, or by nobody (regulation 6(4))
        var along = asked is null ? [] : (await cameAlong.OfAsync(assessment.Id, ct)).Keys.ToHashSet();
        List<AdviceRequest> prepared = [];
        foreach (var named in involved.Where(p => p is { IsCurrent: true, AnsweredOn: null, NotAskedReason: null }).OrderBy(p => p.Position))
        {
            // a service of another board is outside this board's directory: the DCO service decides whom to ask instead
            var professional = directory.Professional(named.ProfessionalId) is { IsActive: true } active ? active : null;
            if (directory.Service(professional?.ServiceId ?? named.ServiceId) is not { IsActive: true } service || service.IcbId != assessment.IcbId || gaveBack.Contains(service.Id) || along.Contains(service.Id)) { continue; }
            var request = new AdviceRequest(assessment, service, professional, clock.UtcNow, local);
            if (asked?.Contains(request.DuplicateKey) == true || prepared.Any(r => r.DuplicateKey == request.DuplicateKey)) { continue; }
            request.Describe(null, named.FamilyAsked);
            prepared.Add(request);
            Add(request, service, professional);
        }
        return prepared;
    }

    /// <summary>Prepares statutory advice in the place of early information that was kept to be sent later, in the caller's save. A service that is asked no more stands on the case as named, so that somebody chooses another.</summary>
    /// <param name="assessment">The assessment, decided.</param>
    /// <param name="unsent">The early requests, which this closes.</param>
    /// <param name="prepared">What was prepared already for those whom the authority named.</param>
    /// <param name="involved">Whom the case names.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>All that is prepared.</returns>
    public async Task<IReadOnlyList<AdviceRequest>> InsteadAsync(Assessment assessment, IReadOnlyList<AdviceRequest> unsent, IReadOnlyList<AdviceRequest> prepared, IReadOnlyList<InvolvedProfessional> involved, CancellationToken ct)
    {
        if (unsent.Count == 0) { return prepared; }
        await directory.LoadAsync(ct);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        List<AdviceRequest> all = [.. prepared];
        var position = involved.Count;
        foreach (var early in unsent)
        {
            var professional = directory.Professional(early.FirstAskedProfessionalId) is { IsActive: true } active ? active : null;
            var service = directory.Service(professional?.ServiceId ?? early.ServiceId);
            if (service is not { IsActive: true })
            {
                audit.Record(early.Close("The service is asked no more. Somebody else is to be asked for statutory advice.", clock.UtcNow)!);
                if (service is not null && !involved.Any(p => p.AskedThrough == service.Id)) { Name(assessment, position++, service, early.RequestedByFamily); }
                continue;
            }
            var request = new AdviceRequest(assessment, service, professional, clock.UtcNow, local);
            if (all.Find(r => r.DuplicateKey == request.DuplicateKey) is { } there) { request = there; }
            else
            {
                all.Add(request);
                Add(request, service, professional);
            }
            StatutoryInstead.Take(early, request, audit, clock.UtcNow);
        }
        return all;
    }

    /// <summary>
    /// Keeps what the DCO service chose itself, or wrote a note for, when the decision to assess is taken back: as early information to be sent
    /// later, from which <see cref="InsteadAsync"/> makes statutory advice again. In the caller's save.
    /// </summary>
    /// <param name="assessment">The assessment, no longer decided.</param>
    /// <param name="prepared">The statutory requests that were prepared and not sent.</param>
    /// <param name="involved">Whom the case names: with the next decision they are prepared again by themselves.</param>
    /// <param name="standing">The keys of the requests that stay.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many are kept.</returns>
    public async Task<int> KeepAsync(Assessment assessment, IEnumerable<AdviceRequest> prepared, IReadOnlyList<InvolvedProfessional> involved, IReadOnlySet<string> standing, CancellationToken ct)
    {
        await directory.LoadAsync(ct);
        var kept = 0;
        var along = await cameAlong.OfAsync(assessment.Id, ct);
        foreach (var statutory in prepared.Where(r => r.CoveringNote is not null || along.ContainsKey(r.AskedService) || !involved.Any(p => NamedUnasked.IsOf(r, p))))
        {
            var professional = directory.Professional(statutory.FirstAskedProfessionalId);
            if (directory.Service(professional?.ServiceId ?? statutory.ServiceId) is not { } service) { continue; }
            var early = new AdviceRequest(assessment, service, professional, clock.UtcNow, await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct));
            if (!service.IsActive || professional is { IsActive: false } || standing.Contains(early.DuplicateKey))
            {
                if (!involved.Any(p => NamedUnasked.IsOf(statutory, p))) { Name(assessment, involved.Count + kept, service, statutory.RequestedByFamily); }
            }
            else
            {
                early.Describe(statutory.CoveringNote, statutory.RequestedByFamily);
                Add(early, service, professional);
            }
            kept++;
        }
        return kept;
    }

    private void Add(AdviceRequest request, HealthService service, Professional? professional)
    {
        db.AdviceRequests.Add(request);
        audit.Record(new AdviceRequestPrepared(request.Keys, request.Id, professional is null ? service.DistinctName : $"{professional.FullName}, {service.DistinctName}"));
    }

    private void Name(Assessment assessment, int position, HealthService service, bool familyAsked)
    {
        var named = InvolvedProfessional.Of(assessment.Keys, position, service, null, directory.Provider(service.ProviderId)?.ShortName);
        named.FamilyAsked = familyAsked;
        db.InvolvedProfessionals.Add(named);
        audit.Record(new ProfessionalNamed(assessment.Keys, named.Words));
    }

    // services that said of early information that they are not the ones to ask, and have not been asked again: a person decides about them
    private async Task<HashSet<Guid>> GaveBackAsync(Guid assessmentId, CancellationToken ct)
    {
        var early = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessmentId && r.Kind == AdviceKind.EarlyInformation).ToListAsync(ct);
        return [.. early.Where(r => r.GivenBackUtc is not null && !early.Exists(o => o.Stage != RequestStage.Closed && o.GivenBackUtc is null && o.AskedService == r.AskedService)).Select(r => r.AskedService)];
    }
}
