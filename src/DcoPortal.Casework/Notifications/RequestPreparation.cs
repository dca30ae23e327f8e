using DcoPortal.Casework.Clock;

namespace DcoPortal.Casework.Notifications;

/// <summary>Once the authority has decided to assess, makes requests of the people it named, which the DCO service then sends.</summary>
public sealed class RequestPreparation(PortalDb db, DirectoryIndex directory, AuditTrail audit, UkClock clock, ClockSettingsQuery settings)
{
    /// <summary>Prepares a request to each current professional or service of the directory that has not answered yet and is not by a recorded reason left unasked, with its fact, in the caller's save. None before the decision to assess.</summary>
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
        List<AdviceRequest> prepared = [];
        foreach (var named in involved.Where(p => p is { IsCurrent: true, AnsweredOn: null, NotAskedReason: null }).OrderBy(p => p.Position))
        {
            // a service of another board is outside this board's directory: the DCO service decides whom to ask instead
            var professional = directory.Professional(named.ProfessionalId) is { IsActive: true } active ? active : null;
            if (directory.Service(professional?.ServiceId ?? named.ServiceId) is not { IsActive: true } service || service.IcbId != assessment.IcbId) { continue; }
            var request = new AdviceRequest(assessment, service, professional, clock.UtcNow, local);
            if (asked?.Contains(request.DuplicateKey) == true || prepared.Any(r => r.DuplicateKey == request.DuplicateKey)) { continue; }
            request.Describe(null, named.FamilyAsked);
            prepared.Add(request);
            db.AdviceRequests.Add(request);
            audit.Record(new AdviceRequestPrepared(assessment.Keys, request.Id, professional is null ? service.DistinctName : $"{professional.FullName}, {service.DistinctName}"));
        }
        return prepared;
    }
}
