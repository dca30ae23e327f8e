using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Support;

/// <summary>Puts cases into the test world straight, for tests of what comes after. Unique by counter, never random.</summary>
public static class TestCases
{
    private static int _counter;

    /// <summary>An assessment of an authority (by DfE code), decided to be assessed unless said otherwise.</summary>
    public static async Task<CaseKeys> AssessmentAsync(this PortalApp app, string authorityCode = "888", DateOnly? received = null,
        AssessmentDecision? decision = AssessmentDecision.Assess, string surname = "Ashworth", string? nhsNumber = null, Action<Assessment>? change = null, ClockEvent startedBy = ClockEvent.RequestReceived)
    {
        return await InPortalAsync(app, async (services, db, audit) =>
        {
            var n = Interlocked.Increment(ref _counter);
            var authority = await db.LocalAuthorities.SingleAsync(a => a.Code == authorityCode);
            var icb = await db.IcbCoverages.Where(c => c.LocalAuthorityId == authority.Id && c.IsDefault).Select(c => c.IcbId).SingleAsync();
            var clock = services.GetRequiredService<UkClock>();
            var assessment = new Assessment(Guid.CreateVersion7(), $"{authority.ReferencePrefix}-26-{90_000 + n:00000}", authority.Id, icb,
                startedBy, received ?? clock.Today.AddDays(-21), clock.Today, clock.UtcNow,
                new ChildOrYoungPerson { LegalSurname = surname, Forenames = $"Zoë{n}", DateOfBirth = new DateOnly(2019, 3, 4), NhsNumber = nhsNumber },
                new FamilyView { ParentName = "Chloé Ashworth", Views = "She loves water and music." },
                new EducationSetting { Name = "St Wilfrid's CE Academy", YearGroup = "Year 3" })
            { PrimaryNeed = "SLCN", Source = RequestSource.Parent };
            if (decision is { } d && assessment.Decision is null) { assessment.Decide(d, assessment.RequestReceivedOn, clock.Today); }
            change?.Invoke(assessment);
            assessment.RefreshSearch();
            db.Assessments.Add(assessment);
            audit.Record(new NotificationLogged(assessment.Keys, assessment.RequestReceivedOn));
            await db.SaveChangesAsync();
            return assessment.Keys;
        });
    }

    /// <summary>A request on an assessment, sent to a service and perhaps a professional; `change` may take it further.</summary>
    public static async Task<Guid> RequestAsync(this PortalApp app, CaseKeys keys, Guid serviceId, Guid? professionalId = null, Action<AdviceRequest>? change = null, bool send = true, string? note = null)
    {
        return await InPortalAsync(app, async (services, db, audit) =>
        {
            var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
            var service = await db.Services.SingleAsync(s => s.Id == serviceId);
            var professional = professionalId is { } id ? await db.Professionals.SingleAsync(p => p.Id == id) : null;
            var clock = services.GetRequiredService<UkClock>();
            var request = new AdviceRequest(assessment, service, professional, clock.UtcNow);
            request.Describe(note, false);
            if (send) { request.Send(clock.UtcNow); }
            change?.Invoke(request);
            assessment.Triaged(clock.UtcNow);
            db.AdviceRequests.Add(request);
            audit.Record(new AdviceRequested(keys, request.Id, service.DistinctName, request.DueOn));
            await db.SaveChangesAsync();
            return request.Id;
        });
    }

    /// <summary>Many open requests, each of which stands for another child, sent now to the services in turn and held by nobody.</summary>
    public static async Task ManyRequestsAsync(this PortalApp app, int count, IReadOnlyList<Guid> serviceIds, Action<AdviceRequest>? change = null, int from = 0)
    {
        app.HasOneChildForMany = true;
        var keys = await app.AssessmentAsync();
        await InPortalAsync(app, async (services, db, audit) =>
        {
            var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
            var asked = await db.Services.Where(s => serviceIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id);
            var now = services.GetRequiredService<UkClock>().UtcNow;
            for (var i = 0; i < count; i++)
            {
                var request = new AdviceRequest(assessment, asked[serviceIds[i % serviceIds.Count]], null, now);
                request.Send(now);
                change?.Invoke(request);
                // the key forbids asking the same people twice
                db.AdviceRequests.Add(request).Property(r => r.DuplicateKey).CurrentValue = $"{from + i}";
            }

            audit.Record(new NotificationLogged(keys, assessment.RequestReceivedOn));
            return await db.SaveChangesAsync();
        });
    }

    private static async Task<T> InPortalAsync<T>(PortalApp app, Func<IServiceProvider, PortalDb, AuditTrail, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<AuditTrail>());
    }
}
