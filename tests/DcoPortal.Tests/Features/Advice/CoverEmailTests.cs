using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Saving;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Features.Advice.PassOn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Who is told of what happens to a request while its holder is away: in November 2026 Gwen is, and Tariq covers for her.</summary>
public sealed class CoverEmailTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private DateTime Now => _app.Time.GetUtcNow().UtcDateTime;

    private async Task GwenIsAwayAsync()
    {
        await using var db = _app.Database();
        var gwen = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Gwen);
        (gwen.AwayFrom, gwen.AwayUntil, gwen.CoverProfessionalId) = (new(2026, 11, 16), new(2026, 11, 30), TestWorld.Tariq);
        db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
        await db.SaveChangesAsync();
    }

    private async Task TherapyIsAwayAsync()
    {
        await using var db = _app.Database();
        var service = await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy);
        (service.AwayFrom, service.AwayUntil, service.CoverServiceId) = (new(2026, 11, 16), new(2026, 11, 30), TestWorld.Paediatrics);
        db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
        await db.SaveChangesAsync();
    }

    private async Task<Guid> GwensAsync(CaseKeys keys, Action<AdviceRequest>? change = null, bool send = true) =>
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, change, send);

    private async Task<List<EmailMessage>> EmailsAsync(Guid id, string template)
    {
        await using var db = _app.Database();
        return await db.Emails.AsNoTracking().Where(e => e.AdviceRequestId == id && e.Template == template).ToListAsync();
    }

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    private Task<Outcome<Guid?>> CloseAsync(Guid id) =>
        _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<CloseRequestHandler>().HandleAsync(id, "Zoë moved away", answerSeen: true, CancellationToken.None));

    [Fact]
    public async Task Who_holds_a_request_is_told_once_when_the_DCO_service_closes_it_and_not_in_the_words_of_the_reason()
    {
        var keys = await _app.AssessmentAsync();
        var id = await GwensAsync(keys);

        Assert.Equal((OutcomeKind.Done, OutcomeKind.Already), ((await CloseAsync(id)).Kind, (await CloseAsync(id)).Kind));

        var email = Assert.Single(await EmailsAsync(id, "advice-request-closed"));
        Assert.Equal((TestWorld.Clinician, $"closed:{id:N}:2", $"Health advice no longer needed: {keys.Reference}"), (email.To, email.UniqueKey, email.Subject));
        Assert.Contains("Paediatric occupational therapy is closed", email.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoë", email.Subject + email.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_a_request_that_was_not_sent_or_is_answered_tells_nobody()
    {
        var unsent = await GwensAsync(await _app.AssessmentAsync(), send: false);
        var answered = await GwensAsync(await _app.AssessmentAsync(), r => r.Submit(Now, new(2026, 11, 21), "Gwen Pritchard"));

        await CloseAsync(unsent);
        await CloseAsync(answered);

        Assert.Empty(await EmailsAsync(unsent, "advice-request-closed"));
        Assert.Empty(await EmailsAsync(answered, "advice-request-closed"));
    }

    [Fact]
    public async Task Who_covers_is_told_that_a_request_is_closed()
    {
        await GwenIsAwayAsync();
        var id = await GwensAsync(await _app.AssessmentAsync());

        await CloseAsync(id);

        Assert.Equal(TestWorld.Colleague, Assert.Single(await EmailsAsync(id, "advice-request-closed")).To);
    }

    [Fact]
    public async Task The_service_that_covers_is_told_that_a_request_is_closed()
    {
        await TherapyIsAwayAsync();
        var id = await GwensAsync(await _app.AssessmentAsync());

        await CloseAsync(id);

        Assert.Equal("paediatrics@teaching.test", Assert.Single(await EmailsAsync(id, "advice-request-closed")).To);
    }

    [Fact]
    public async Task Who_covers_is_told_when_the_authority_decides_not_to_assess()
    {
        await GwenIsAwayAsync();
        var keys = await _app.AssessmentAsync(decision: null);
        var id = await GwensAsync(keys);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await browser.PostAsync(await browser.GetAsync($"/assessments/{keys.Reference}/decision"), "main form",
            new() { ["Decision"] = "DoNotAssess", ["DecidedOn.Day"] = "20", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });

        Assert.NotNull((await RequestAsync(id)).ClosedUtc);
        Assert.Equal(TestWorld.Colleague, Assert.Single(await EmailsAsync(id, "advice-request-closed")).To);
    }

    [Fact]
    public async Task Who_covers_is_told_of_a_new_due_date_and_gets_the_request_so_that_the_link_opens()
    {
        await GwenIsAwayAsync();
        var keys = await _app.AssessmentAsync();
        var id = await GwensAsync(keys);
        var answered = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, null, r => r.Submit(Now, new(2026, 11, 21), "Gwen Pritchard"));
        await using (var db = _app.Database())
        {
            var version = await db.Assessments.Where(a => a.Id == keys.AssessmentId).Select(a => a.Version).SingleAsync();
            await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<CorrectDatesHandler>()
                .HandleAsync(new(keys.Reference, new(null, null, new(2026, 11, 16), null), "The old inbox", version), CancellationToken.None));
        }

        Assert.Equal(TestWorld.Colleague, Assert.Single(await EmailsAsync(id, "due-date-corrected")).To);
        Assert.Equal(TestWorld.Tariq, (await RequestAsync(id)).ProfessionalId);
        Assert.Equal("ot@lscft.test", Assert.Single(await EmailsAsync(answered, "due-date-corrected")).To);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await (await _app.SignInAsync(TestWorld.Colleague)).GetAsync($"/advice-requests/{id}")).Status);
    }

    [Fact]
    public async Task What_is_passed_to_somebody_who_is_away_goes_to_who_covers()
    {
        await GwenIsAwayAsync();
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);

        var name = await _app.AsAsync(TestWorld.Lead, s => s.GetRequiredService<PassOnHandler>().HandleAsync(id, TestWorld.Gwen, null, CancellationToken.None));

        Assert.Equal("Tariq Aziz", name.Value);
        Assert.Equal(TestWorld.Colleague, Assert.Single(await EmailsAsync(id, "request-passed-on")).To);
        Assert.Equal(TestWorld.Tariq, (await RequestAsync(id)).ProfessionalId);
    }

    [Fact]
    public async Task Who_covers_and_passes_a_request_to_the_person_who_is_away_means_that_person()
    {
        await GwenIsAwayAsync();
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Tariq);

        var name = await _app.AsAsync(TestWorld.Colleague, s => s.GetRequiredService<PassOnHandler>().HandleAsync(id, TestWorld.Gwen, "She knows the family", CancellationToken.None));

        Assert.Equal("Gwen Pritchard", name.Value);
        Assert.Equal(TestWorld.Clinician, Assert.Single(await EmailsAsync(id, "request-passed-on")).To);
        Assert.Equal(TestWorld.Gwen, (await RequestAsync(id)).ProfessionalId);
    }
}
