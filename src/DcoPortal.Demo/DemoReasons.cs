using DcoPortal.Casework.Data;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Demo;

/// <summary>Why answers are late, as services say it and as the DCO service adds it after a call; a few say nothing, as in a real service.</summary>
internal static class DemoReasons
{
    private static readonly WhyLate?[] Said =
    [
        new(LateReason.WaitingForAppointment), new(LateReason.TooFewStaff), new(LateReason.WaitingForAppointment), null, new(LateReason.ChildNotSeen), new(LateReason.TooFewStaff),
        new(LateReason.AskedTooLate), new(LateReason.WaitingForAppointment), new(LateReason.WaitingForReport), new(LateReason.TooFewStaff), null, new(LateReason.WaitingForAppointment),
        new(LateReason.AnotherReason, "The clinic has moved, and records were in boxes"),
    ];

    /// <summary>A reason, or none; the same number has the same.</summary>
    public static WhyLate? Of(int number) => Said[number % Said.Length];

    /// <summary>The administrator adds what services say on the telephone of what is late and has no reason yet: of two in three.</summary>
    public static async Task AddAsync(DemoStage stage, PortalDb db, DateOnly today, DateTime atUtc)
    {
        var silent = await db.AdviceRequests.AsNoTracking().Where(AdviceOutcomes.AreMissed(today)).Where(r => r.LateReason == null)
            .Select(r => new { r.Id, r.AssessmentReference, r.ServiceId, r.ProfessionalId, r.DueOn, InTime = r.AnsweredOn <= r.DueOn }).ToListAsync();
        // by name, because ids differ from one making to the next
        foreach (var (r, n) in silent.OrderBy(r => r.DueOn).ThenBy(r => r.AssessmentReference, StringComparer.Ordinal).ThenBy(r => stage.NameOf(r.ServiceId, r.ProfessionalId), StringComparer.Ordinal).Select((r, n) => (r, n)))
        {
            if (n % 3 == 2 || (r.InTime ? new(LateReason.CheckedTooLate) : Of(n)) is not { } why) { continue; }
            stage.Plan(atUtc.AddMinutes(n), stage.Administrator, (s, _) => s.GetRequiredService<SayWhyLateHandler>().HandleAsync(r.Id, why, null, CancellationToken.None));
        }
    }
}
