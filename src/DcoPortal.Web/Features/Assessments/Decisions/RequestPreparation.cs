using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Audit;
using DcoPortal.Domain.Organisations;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Assessments.Decisions;

/// <summary>Prepares, unsent, one request for each professional or service that the authority named and the directory knows.</summary>
internal static class RequestPreparation
{
    /// <summary>Adds the requests that are not there yet; the caller saves.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> PrepareAsync(PortalDb db, AuditTrail audit, Assessment assessment, IEnumerable<InvolvedProfessional> named, DateTime nowUtc, CancellationToken ct)
    {
        var people = named.Where(n => n.IsCurrent).OrderBy(n => n.Position).ToList();
        var professionalIds = people.Where(n => n.ProfessionalId is not null).Select(n => n.ProfessionalId!.Value).Distinct().ToList();
        var professionals = await db.Professionals.Where(p => professionalIds.Contains(p.Id) && p.IsActive).ToDictionaryAsync(p => p.Id, ct);
        var serviceIds = people.Where(n => n.ServiceId is not null).Select(n => n.ServiceId!.Value).Concat(professionals.Values.Select(p => p.ServiceId)).Distinct().ToList();
        var services = await db.Services.Where(s => serviceIds.Contains(s.Id) && s.IsActive).ToDictionaryAsync(s => s.Id, ct);
        var asked = (await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).Select(r => r.DuplicateKey).ToListAsync(ct)).ToHashSet();
        var prepared = 0;
        foreach (var person in people)
        {
            var professional = person.ProfessionalId is { } id ? professionals.GetValueOrDefault(id) : null;
            if ((professional?.ServiceId ?? person.ServiceId) is not { } serviceId || !services.TryGetValue(serviceId, out var service)) { continue; }
            // the board that was notified asks its own services only
            if (service.IcbId != assessment.IcbId) { continue; }
            if (Prepare(db, audit, assessment, service, professional, asked, nowUtc)) { prepared++; }
        }
        return prepared;
    }

    private static bool Prepare(PortalDb db, AuditTrail audit, Assessment assessment, HealthService service, Professional? professional, HashSet<string> asked, DateTime nowUtc)
    {
        var request = new AdviceRequest(assessment, service, professional, nowUtc);
        if (!asked.Add(request.DuplicateKey)) { return false; }
        db.AdviceRequests.Add(request);
        audit.Record(new AdviceRequestPrepared(assessment.Keys, request.Id, professional?.FullName ?? service.Name));
        return true;
    }
}
