using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Audit;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.MissedAppointment;

/// <summary>Records that the child or young person did not keep an appointment (reg 8(2)(c)). The due date stands.</summary>
public sealed class MissedAppointmentHandler(PortalDb db, AuditTrail audit, UkClock clock, CurrentPerson person)
{
    /// <summary>Records it. The same appointment twice is recorded once.</summary>
    /// <returns>The verdict of the rules, which recorded nothing unless the ground is available; null when there is no such request in scope.</returns>
    /// <exception cref="DomainRuleException">The request has ended.</exception>
    public async Task<ExemptionVerdict?> HandleAsync(Guid id, DateOnly appointmentOn, AppointmentNotKeptBy notKeptBy, string impractical, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return null; }
        if (request.SentUtc is null || request.ReturnedUtc is not null || request.ClosedUtc is not null)
        {
            throw new DomainRuleException("This request has ended, so a missed appointment can no longer be recorded on it.");
        }
        var verdict = ExemptionRules.Check(request.Deadline, ExemptionGround.MissedAppointment, new MissedAppointmentFacts(appointmentOn, notKeptBy));
        if (!verdict.IsAvailable) { return verdict; }
        var isRecorded = await db.Exemptions.AnyAsync(e => e.AdviceRequestId == id && e.Ground == ExemptionGround.MissedAppointment && e.FromOn == appointmentOn, ct);
        if (isRecorded) { return verdict; }
        db.Exemptions.Add(new Exemption(request)
        {
            Ground = ExemptionGround.MissedAppointment,
            FromOn = appointmentOn,
            UntilOn = appointmentOn,
            Impractical = impractical.Trim(),
            DecidedByName = person.Actor.Name,
            DecidedOn = clock.Today,
            RecordedByName = person.Actor.Name,
            RecordedOn = clock.Today,
        });
        request.NoteExemption(stands: true);
        audit.Record(new ExemptionRecorded(request.Keys, id, ExemptionGround.MissedAppointment, impractical.Trim()));
        await db.SaveChangesAsync(ct);
        return verdict;
    }
}
