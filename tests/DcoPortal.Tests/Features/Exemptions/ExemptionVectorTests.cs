using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Exemptions;

/// <summary>Every vector of the exemptions, E01 to E20, typed into the real form: checked first, then recorded or refused.</summary>
public sealed class ExemptionVectorTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("E01", "2026-07-22", "2026-09-01", "2026-07-14", false, "outside the window of 15 July 2026 to 25 August 2026", "AskedOn")]
    [InlineData("E02", "2026-07-22", "2026-09-01", "2026-07-15", true, "inside the window of 15 July 2026 to 25 August 2026", null)]
    [InlineData("E03", "2026-07-22", "2026-09-01", "2026-08-25", true, "inside the window", null)]
    [InlineData("E04", "2026-07-22", "2026-09-01", "2026-08-26", false, "outside the window", "AskedOn")]
    [InlineData("E06", "2026-07-03", "2026-07-31", "2026-06-26", true, "inside the window of 26 June 2026 to 24 July 2026", null)]
    [InlineData("E07", "2026-07-03", "2026-07-30", "2026-07-10", false, "The closure lasted 27 days", "ReopensOn")]
    [InlineData("E08", "2026-12-19", "2027-01-04", "2026-12-20", false, "The closure lasted 16 days", "ReopensOn")]
    public async Task A_closure_is_open_to_the_authority_by_the_day_it_asked(string id, string closed, string reopens, string asked, bool available, string says, string? fault)
    {
        var keys = await _app.AssessmentReceivedAsync(ExemptionSteps.Day(asked).AddDays(-20).ToString("yyyy-MM-dd", null), ExemptionSteps.Day(asked).AddDays(1).ToString("yyyy-MM-dd", null));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        foreach (var limit in new[] { DeadlineKind.DecisionToAssess, DeadlineKind.NoPlanNotice, DeadlineKind.FinalPlan })
        {
            foreach (var ground in new[] { "SchoolClosed", "EarlyYearsProviderClosed" })
            {
                var values = ExemptionSteps.Closure(ground, closed, reopens, asked);
                await TryAsync(browser, $"/assessments/{keys.Reference}/exemption?limit={limit}", values, available, says, fault is null ? null : $"{(ground == "SchoolClosed" ? "School" : "EarlyYears")}_{fault}", $"{id} {limit} {ground}");
            }
        }
        await using var db = _app.Database();
        var recorded = await db.Exemptions.Where(e => e.AssessmentId == keys.AssessmentId).ToListAsync();
        Assert.Equal(available ? 6 : 0, recorded.Count);
        Assert.All(recorded, e => Assert.Equal((ExemptionSteps.Day(closed), (DateOnly?)ExemptionSteps.Day(reopens), (DateOnly?)ExemptionSteps.Day(asked)), (e.FromOn, e.UntilOn, e.SettingAskedOn)));
        var (before, after) = (StatutoryClock.ForAssessment(ClockEvent.RequestReceived, ExemptionSteps.Day(asked).AddDays(-20)), await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId));
        Assert.Equal((before.DecisionToAssess!.Due, before.FinalPlan!.Due), (after.DecisionDueOn, after.FinalPlanDueOn));
    }

    [Fact]
    public async Task E05_health_is_never_offered_a_closure_and_one_that_is_posted_is_refused()
    {
        var (_, id) = await _app.RequestReceivedAsync("2026-07-20", "2026-09-01");
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{id}/exemption");
        Assert.Empty(form.All("input[value*=Closed]"));
        Assert.Contains("School and early-years closures never excuse health", form.Find("details").TextContent, StringComparison.Ordinal);

        await TryAsync(browser, $"/advice-requests/{id}/exemption", ExemptionSteps.Closure("SchoolClosed", "2026-07-22", "2026-09-01", "2026-07-15"), false, "never excuse health", "Ground", "E05");

        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((new DateOnly(2026, 8, 31), false), (request.DueOn, request.HasExemption));
    }

    [Theory]
    [InlineData("E09", "2026-06-08", "2026-07-05", true, "28 days of the absence")]
    [InlineData("E10", "2026-06-08", "2026-07-04", false, "27 days of the absence")]
    [InlineData("E11", "2026-06-20", "2026-07-25", false, "24 days of the absence")]
    [InlineData("E12", "2026-05-20", "2026-06-28", true, "28 days of the absence")]
    public async Task An_absence_counts_its_days_inside_healths_period(string id, string first, string last, bool available, string says)
    {
        var (_, request) = await _app.RequestReceivedAsync("2026-06-01", "2026-07-10");

        await TryAsync(await _app.SignInAsync(TestWorld.Clinician), $"/advice-requests/{request}/exemption", ExemptionSteps.Absence(first, last), available, says, "AbsentUntil", id);

        await DueStandsAsync(request, new(2026, 7, 13), available);
    }

    [Theory]
    [InlineData("E13", "2026-02-03", "ChildOrFamily", true, "is inside the period of 8 January 2026 to 19 February 2026", null)]
    [InlineData("E14", "2026-02-19", "ChildOrFamily", true, "is inside the period", null)]
    [InlineData("E15", "2026-02-20", "ChildOrFamily", false, "is outside the period", "AppointmentOn")]
    [InlineData("E18", "2026-02-03", "Service", false, "The service cancelled the appointment", "NotKeptBy")]
    public async Task A_missed_appointment_excuses_health_inside_its_six_weeks(string id, string on, string who, bool available, string says, string? fault)
    {
        var (_, request) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-21");

        await TryAsync(await _app.SignInAsync(TestWorld.Clinician), $"/advice-requests/{request}/exemption", ExemptionSteps.Missed(on, who), available, says, fault, id);

        await DueStandsAsync(request, new(2026, 2, 19), available);
    }

    [Fact]
    public async Task E16_a_missed_appointment_is_not_offered_to_the_authority_and_refused_when_posted()
    {
        var keys = await _app.AssessmentReceivedAsync("2026-01-08", "2026-02-21");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        foreach (var limit in new[] { "DecisionToAssess", "NoPlanNotice", "FinalPlan" })
        {
            var path = $"/assessments/{keys.Reference}/exemption?limit={limit}";
            Assert.Empty((await browser.GetAsync(path)).All("input[value=MissedAppointment]"));
            await TryAsync(browser, path, ExemptionSteps.Missed("2026-02-03"), false, "A missed appointment excuses health only", "Ground", $"E16 {limit}");
        }
    }

    [Fact]
    public async Task E17_absence_backlog_and_waiting_lists_are_named_as_no_grounds_and_cannot_be_chosen()
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-06-01", "2026-07-10");
        foreach (var (email, path) in new[] { (TestWorld.Clinician, $"/advice-requests/{id}/exemption"), (TestWorld.Caseworker, $"/assessments/{keys.Reference}/exemption?limit=FinalPlan") })
        {
            var browser = await _app.SignInAsync(email);
            var form = await browser.GetAsync(path);
            foreach (var reason in new[] { "A clinician's absence", "A vacancy", "A backlog", "A waiting list", "The lack of a referral", "Papers not being sent" })
            {
                Assert.Contains($"{reason} is on no list of exemptions in the Regulations.", form.Find("details").TextContent, StringComparison.Ordinal);
            }
            var posted = await browser.SubmitAsync(form, ExemptionSteps.Form, new() { ["Ground"] = "WaitingList", ["Evidence"] = "x", ["Impractical"] = "x" });
            Assert.NotEmpty(posted.Errors);
        }
        await using var db = _app.Database();
        Assert.False(await db.Exemptions.AnyAsync());
    }

    [Theory]
    [InlineData("for health", true, true)]
    [InlineData("for the authority, personal", false, true)]
    [InlineData("for the authority, not personal", false, false)]
    public async Task E19_a_bereavement_excuses_health_and_the_authority_when_personal(string id, bool health, bool personal)
    {
        var (keys, request) = await _app.RequestReceivedAsync("2026-06-01", "2026-07-10");
        var (email, path) = health ? (TestWorld.Clinician, $"/advice-requests/{request}/exemption") : (TestWorld.Caseworker, $"/assessments/{keys.Reference}/exemption?limit=FinalPlan");

        await TryAsync(await _app.SignInAsync(email), path, ExemptionSteps.Circumstances("2026-06-18", "2026-06-24", health ? null : personal), health || personal,
            health || personal ? "The circumstances fall inside the period" : "must be personal", "CircumstancesArePersonal", $"E19 {id}");
    }

    [Theory]
    [InlineData("2026-02-18", "in time, exempt")]
    [InlineData("2026-02-20", "past due, exempt")]
    public async Task E20_the_date_stands_and_the_status_says_exempt_and_never_not_late(string today, string standing)
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", today);
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));

        var request = await browser.GetAsync($"/advice-requests/{id}");
        var assessment = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");

        foreach (var page in new[] { request, assessment })
        {
            Assert.Contains($"Exemption recorded: {standing}", page.Text, StringComparison.Ordinal);
            Assert.Contains(today == "2026-02-20" ? "1 day overdue" : "Due tomorrow", page.Text, StringComparison.Ordinal);
            Assert.Contains("19 February 2026", page.Text, StringComparison.Ordinal);
            Assert.Contains("appointment missed on 3 February 2026 (regulation 8(2)(c))", page.Text, StringComparison.Ordinal);
        }
        await DueStandsAsync(id, new(2026, 2, 19), true);
    }

    // first "Check these facts", which saves nothing, then "Record exemption"
    private async Task TryAsync(PortalBrowser browser, string path, Dictionary<string, string?> values, bool available, string says, string? fault, string id)
    {
        var form = await browser.GetAsync(path);
        int before = await CountAsync();
        var check = await browser.SubmitAsync(form, ExemptionSteps.Form, values, button: "check");
        Assert.True(check.Text.Contains(says, StringComparison.Ordinal), $"{id} was checked and said: {check.Text}");
        if (fault != "Ground") { Assert.Contains(available ? "These facts meet the ground" : "These facts do not meet the ground", check.Find("#verdict").TextContent, StringComparison.Ordinal); }
        Assert.Equal(before, await CountAsync());

        var done = await browser.SubmitAsync(form, ExemptionSteps.Form, values);

        if (available)
        {
            Assert.True(done.Url.AbsolutePath.StartsWith("/exemptions/", StringComparison.Ordinal), $"{id} was refused: {string.Join("; ", done.Errors)}");
            Assert.Contains("The due date is still", done.Text, StringComparison.Ordinal);
            Assert.Equal(before + 1, await CountAsync());
            return;
        }
        Assert.Contains(says, Assert.Single(done.Errors), StringComparison.Ordinal);
        Assert.NotEmpty(done.All($"[id^='{fault}'][id$='-error']"));
        Assert.Equal(before, await CountAsync());
    }

    private async Task<int> CountAsync()
    {
        await using var db = _app.Database();
        return await db.Exemptions.CountAsync();
    }

    private async Task DueStandsAsync(Guid id, DateOnly due, bool exempt)
    {
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((due, exempt), (request.DueOn, request.HasExemption));
    }
}
