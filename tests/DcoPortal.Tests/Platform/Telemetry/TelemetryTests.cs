using DcoPortal.Casework.Jobs;
using DcoPortal.Tests.Casework.Emails.Bounces;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DcoPortal.Tests.Platform.Telemetry;

public sealed class TelemetryTests(OtlpCollector collector) : IClassFixture<OtlpCollector>
{
    [Fact]
    public async Task Requests_queries_emails_and_jobs_are_told_and_nobody_is_named()
    {
        using var app = new PortalApp();
        app.With("OpenTelemetry:Endpoint", collector.Url).With("Emails:Sender", "Folder");
        var keys = await app.AssessmentAsync(surname: "Quillfeather", nhsNumber: "9434765919");
        await app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await app.SignInAsync(TestWorld.Administrator);
        await administrator.GetAsync($"/assessments/{keys.Reference}?q=Quillfeather");
        await administrator.GetAsync("/account/invitation/s3cret-t0ken");
        await administrator.GetAsync("/health/ready");
        await SentEmails.AddAsync(app, sent: false);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.SendEmailsAsync();
        app.Time.Set(new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc));
        await app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);

        app.Services.GetRequiredService<TracerProvider>().ForceFlush();
        app.Services.GetRequiredService<MeterProvider>().ForceFlush();

        var (traces, metrics) = (collector.Traces, collector.Metrics);
        foreach (var told in new[] { "dco-portal", "assessments/{reference}", "db.query.text", "FROM \"Assessments\"", "email send", "dco.email.template", "job chase-ladder" }) { Assert.Contains(told, traces, StringComparison.Ordinal); }
        foreach (var told in new[] { "http.server.request.duration", "dco.emails", "dco.job.duration", "dotnet.gc.collections" }) { Assert.Contains(told, metrics, StringComparison.Ordinal); }
        foreach (var untold in new[] { "Quillfeather", "9434765919", "s3cret", keys.Reference, TestWorld.Administrator, "wrong@provider.test", "url.query", "url.path", "user_agent" })
        {
            Assert.DoesNotContain(untold, traces, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(untold, metrics, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("/health/ready", traces, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_told_unless_a_collector_is_named()
    {
        using var silent = new PortalApp();

        Assert.Null(silent.Services.GetService<TracerProvider>());
        Assert.Null(silent.Services.GetService<MeterProvider>());
    }
}
