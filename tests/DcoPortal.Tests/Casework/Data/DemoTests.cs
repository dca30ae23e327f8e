using System.Globalization;
using System.Net;
using DcoPortal.Casework.Time;
using DcoPortal.Demo;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DcoPortal.Tests.Casework.Data;

/// <summary>The demo is the first thing anybody sees: it is made from today's date, whatever day that is.</summary>
public sealed class DemoTests
{
    private sealed class DemoApp() : PortalApp(fromTemplate: false)
    {
        protected override void ConfigureServices(IServiceCollection services)
        {
            var demo = new DemoTimeProvider(Time);
            services.Replace(ServiceDescriptor.Singleton(demo));
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(demo));
        }
    }

    [Theory]
    // a bank holiday between a weekend and more holidays, and a Tuesday in summer before the morning's work
    [InlineData("2026-12-28 10:00")]
    [InlineData("2027-06-15 05:30")]
    public async Task The_demo_is_made_on_any_day_and_every_page_of_an_administrator_has_something_to_show(string now)
    {
        using var app = new DemoApp();
        app.With("Demo:Enabled", "true").With("Service:ContactEmail", "dco@lsc-icb.example.nhs.uk");
        app.Time.Set(DateTime.ParseExact(now, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

        var administrator = await app.SignInAsync("priya.nair@lsc-icb.example.nhs.uk", "demonstration");

        foreach (var path in new[] { "/", "/triage", "/assessments", "/advice-requests", "/check", "/chase", "/traffic-lights", "/questions", "/all-nil", "/escalations", "/dashboard", "/dashboard/now", "/directory/services", "/admin/emails" })
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await administrator.GetAsync(path)).Status));
        }
        Assert.NotEmpty((await administrator.GetAsync("/chase")).All("input[name=Requests]"));
        await using var db = app.Database();
        var open = db.AdviceRequests.Open();
        Assert.True(await open.AnyAsync(r => r.AcknowledgedUtc != null && r.Stage == RequestStage.WithService), "acknowledged");
        Assert.True(await open.AnyAsync(r => r.PromisedOn != null), "promised");
        Assert.True(await open.AnyAsync(r => r.Stage == RequestStage.GivenBack), "given back");
        Assert.True(await db.Escalations.AnyAsync(e => e.AnsweredUtc == null) && await db.Escalations.AnyAsync(e => e.AnsweredUtc != null), "escalated");
        Assert.True(await db.Questions.AnyAsync(), "a question");
        Assert.True(await db.Chases.AnyAsync(c => c.Step != null) && await db.Chases.AnyAsync(c => c.Step == null), "chased by the ladder and by a person");
        var gwen = await db.Professionals.SingleAsync(p => p.FullName == "Gwen Pritchard");
        Assert.InRange(await open.CountAsync(r => r.ProfessionalId == gwen.Id && r.SentUtc != null && r.SubmittedUtc == null), 2, 12);
        Assert.All(await db.Chases.Where(c => c.Step == null).Select(c => c.AtUtc).ToListAsync(), at => Assert.True(EnglandBankHolidays.IsWorkingDay(UkClock.DateOf(at)), $"people remind on working days, not at {at}"));
        Assert.Equal((1, 1), (await db.Emails.CountAsync(e => e.FailedUtc != null), await db.Emails.CountAsync(e => e.BouncedUtc != null)));
        Assert.False(await db.AuditEntries.AnyAsync(e => e.AtUtc > app.Time.GetUtcNow().UtcDateTime), "nothing of the future");
    }
}
