using DcoPortal.Casework.Data;
using DcoPortal.Casework.Notifications;
using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class LogNotificationWriterTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_notification_with_a_decision_becomes_an_assessment_with_requests_that_wait_to_be_sent()
    {
        var id = Guid.CreateVersion7();

        var reference = await AddAsync(TestWorld.Caseworker, id, Details() with
        {
            Decision = AssessmentDecision.Assess,
            DecidedOn = Today,
            Professionals =
            [
                new() { ProfessionalId = TestWorld.Gwen },
                new() { Name = "joan  catterall" },
                new() { ServiceName = "Community paediatrics", IsCurrent = false },
                new() { Name = "Dr Nobody", ServiceName = "A clinic of its own", ProviderName = "Elsewhere" },
                new() { ServiceId = TestWorld.FarService },
            ],
        });

        Assert.Equal("LCC-26-00001", reference);
        await using var db = _app.Database();
        var requests = await db.AdviceRequests.Where(r => r.AssessmentId == id).OrderBy(r => r.ServiceId).ToListAsync();
        Assert.Equal([TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy], requests.Select(r => r.ServiceId));
        Assert.Equal([TestWorld.Gwen, TestWorld.Joan], requests.Select(r => r.ProfessionalId!.Value));
        Assert.All(requests, r => Assert.True(r.SentUtc is null && r.Kind == AdviceKind.Statutory && r.DueOn == Today.AddDays(42)));
        var named = await db.InvolvedProfessionals.Where(p => p.AssessmentId == id).OrderBy(p => p.Position).ToListAsync();
        Assert.Equal("Joan Catterall", named[1].Name);
        Assert.Equal(TestWorld.Paediatrics, named[2].ServiceId);
        Assert.Null(named[3].ServiceId);
        Assert.Null(named[4].ServiceId);
        var facts = await db.AuditEntries.Where(e => e.AssessmentId == id).Select(e => e.Fact).OrderBy(f => f).ToListAsync();
        Assert.Equal(["AdviceRequestPrepared", "AdviceRequestPrepared", "DecisionRecorded", "NotificationLogged"], facts);
    }

    [Fact]
    public async Task Both_sides_are_told_by_emails_without_a_word_about_the_child()
    {
        var id = Guid.CreateVersion7();

        await AddAsync(TestWorld.Caseworker, id, Details());
        await AddAsync(TestWorld.Caseworker, Guid.CreateVersion7(), Details() with { AuthorityReference = null }, announce: false);

        await using var db = _app.Database();
        var emails = await db.Emails.OrderBy(e => e.Template).ToListAsync();
        Assert.Equal(["notification-acknowledged", "notification-received"], emails.Select(e => e.Template));
        Assert.All(emails, e => Assert.Equal(id, e.AssessmentId));
        Assert.All(emails, e => Assert.Contains("LCC-26-00001", e.Subject, StringComparison.Ordinal));
        foreach (var personal in new[] { "Ashworth", "Zoë", "2019", "999 018", "9990181594" })
        {
            Assert.All(emails, e => Assert.DoesNotContain(personal, e.Subject + e.Body, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData(AssessmentDecision.Assess, "You do not need to do anything now.", "Sign in and request advice from the services that know the child or young person.")]
    [InlineData(AssessmentDecision.DoNotAssess, "You do not need to do anything here.", "Nobody in health need be asked.")]
    [InlineData(null, "Record your decision by ", "for what they already hold")]
    public async Task Each_side_reads_what_it_does_next(AssessmentDecision? decision, string authority, string dco)
    {
        await AddAsync(TestWorld.Caseworker, Guid.CreateVersion7(), Details() with { Decision = decision, DecidedOn = decision is null ? null : Today });

        await using var db = _app.Database();
        Assert.Contains(authority, (await db.Emails.SingleAsync(e => e.Template == "notification-acknowledged")).Body, StringComparison.Ordinal);
        Assert.Contains(dco, (await db.Emails.SingleAsync(e => e.Template == "notification-received")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_caseworkers_at_once_get_different_references_without_a_gap()
    {
        var references = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AddAsync(TestWorld.Caseworker, Guid.CreateVersion7(), Details() with { AuthorityReference = null })));

        Assert.Equal(Enumerable.Range(1, 8).Select(n => $"LCC-26-{n:00000}"), references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task References_begin_again_with_each_year_and_each_authority()
    {
        var first = await AddAsync(TestWorld.Caseworker, Guid.CreateVersion7(), Details());
        var other = await AddAsync(TestWorld.OtherCaseworker, Guid.CreateVersion7(), Details());
        _app.Time.Advance(TimeSpan.FromDays(365));
        var next = await AddAsync(TestWorld.Caseworker, Guid.CreateVersion7(), Details() with { AuthorityReference = null });

        Assert.Equal("LCC-26-00001", first);
        Assert.EndsWith("-26-00001", other, StringComparison.Ordinal);
        Assert.NotEqual(first, other);
        Assert.Equal("LCC-27-00001", next);
    }

    [Fact]
    public async Task Age_is_counted_on_the_day_of_the_request()
    {
        var received = Today.AddDays(-7);
        Task<string> Born(DateOnly day) => AddAsync(TestWorld.Caseworker, Guid.CreateVersion7(),
            Details() with { AuthorityReference = null, RequestReceivedOn = received, Child = Child(day) }, announce: false);

        Assert.StartsWith("LCC-", await Born(received.AddYears(-26).AddDays(1)), StringComparison.Ordinal);
        await Assert.ThrowsAsync<DomainRuleException>(() => Born(received.AddYears(-26)));
        await Assert.ThrowsAsync<DomainRuleException>(() => Born(received.AddDays(1)));
    }

    private DateOnly Today => _app.Services.GetRequiredService<DcoPortal.Casework.Time.UkClock>().Today;

    private NotificationDetails Details() => new()
    {
        RequestReceivedOn = Today.AddDays(-7),
        Source = RequestSource.Parent,
        PrimaryNeed = "SLCN",
        AuthorityReference = "L-1",
        Child = Child(new DateOnly(2019, 3, 4)),
    };

    private static ChildOrYoungPerson Child(DateOnly born) =>
        new() { LegalSurname = "Ashworth", Forenames = "Zoë", DateOfBirth = born, NhsNumber = "9990181594" };

    private Task<string> AddAsync(string email, Guid id, NotificationDetails details, bool announce = true) => _app.AsAsync(email, async services =>
    {
        var assessment = await services.GetRequiredService<NotificationWriter>()
            .AddAsync(id, details, keys => new NotificationLogged(keys, details.RequestReceivedOn), announce, CancellationToken.None);
        await services.GetRequiredService<PortalDb>().SaveChangesAsync();
        return assessment.Reference;
    });
}
