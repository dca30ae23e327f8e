using System.Net;
using DcoPortal.Casework.Text;
using DcoPortal.Domain.Directory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.DirectoryPages;

/// <summary>Who is away, who covers, and that requests and lists follow.</summary>
public sealed class CoverTests : IDisposable
{
    private const string Form = "main form[method=post]";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(_app.Time.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_service_goes_away_with_a_cover_and_every_list_of_it_says_so()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var list = await dco.SubmitAsync(await dco.GetAsync($"/directory/services/{TestWorld.OccupationalTherapy}"), Form, Away(Today, Today.AddDays(10), "CoverServiceId", TestWorld.Paediatrics));

        var words = $"away until {UkText.LongDate(Today.AddDays(10))}, covered by Community paediatrics";
        Assert.Contains(words, list.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Service " + words, (await dco.GetAsync("/advice-requests")).Text, StringComparison.Ordinal);
        Assert.Contains("Service " + words, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync("/advice-requests")).Text, StringComparison.Ordinal);
        Assert.Contains("Service " + words, await (await dco.Client.GetAsync("/advice-requests/csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.NotNull(await db.AdviceRequests.SingleAsync(r => r.Id == id));
        Assert.Contains($"away from {Today:yyyy-MM-dd}", (await db.AuditEntries.SingleAsync(e => e.Fact == "DirectoryChanged" && e.ActorName == "Priya Nair")).After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cover_that_could_not_cover_is_refused_beside_the_field()
    {
        await ChangeAsync<HealthService>(TestWorld.SpeechTherapy, s => s.IsActive = false);
        await ChangeAsync<HealthService>(TestWorld.Paediatrics, s => (s.AwayFrom, s.AwayUntil) = (Today.AddDays(8), Today.AddDays(20)));
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var form = await dco.GetAsync($"/directory/services/{TestWorld.OccupationalTherapy}");
        async Task<IReadOnlyList<string>> Errors(Dictionary<string, string?> values) => (await dco.SubmitAsync(form, Form, values)).Errors;

        Assert.Equal(["Last day away must be the first day away or later"], await Errors(Away(Today, Today.AddDays(-1), "CoverServiceId", null)));
        Assert.Equal(["Enter the first day away"], await Errors(new() { ["CoverServiceId"] = $"{TestWorld.Paediatrics}" }));
        Assert.Equal(["Select another service that is in use"], await Errors(Away(Today, null, "CoverServiceId", TestWorld.OccupationalTherapy)));
        Assert.Equal(["Select another service that is in use"], await Errors(Away(Today, null, "CoverServiceId", TestWorld.SpeechTherapy)));
        Assert.Equal(["Select another service that is in use"], await Errors(Away(Today, null, "CoverServiceId", TestWorld.FarService)));
        Assert.Equal(["Community paediatrics is away itself on some of these days: select another"], await Errors(Away(Today, Today.AddDays(8), "CoverServiceId", TestWorld.Paediatrics)));
        Assert.Empty(await Errors(Away(Today, Today.AddDays(7), "CoverServiceId", TestWorld.Paediatrics)));
    }

    [Fact]
    public async Task A_new_request_to_a_service_that_is_away_goes_to_the_service_that_covers()
    {
        await ChangeAsync<HealthService>(TestWorld.OccupationalTherapy, s => (s.AwayFrom, s.CoverServiceId) = (Today, TestWorld.Paediatrics));
        var keys = await _app.AssessmentAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/assessments/{keys.Reference}/request-advice");
        Assert.Contains("which covers for Paediatric occupational therapy", (await dco.SubmitAsync(page, "#ask", new() { ["Ask"] = $"professional:{TestWorld.Gwen:N}" }, button: "later")).Text, StringComparison.Ordinal);

        await dco.SubmitAsync(page, "#ask", new() { ["Ask"] = $"professional:{TestWorld.Gwen:N}" }, button: "send");

        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.AssessmentId == keys.AssessmentId);
        Assert.Equal((TestWorld.Paediatrics, (Guid?)null), (request.ServiceId, request.ProfessionalId));
        Assert.Equal("paediatrics@teaching.test", (await db.Emails.SingleAsync(e => e.AdviceRequestId == request.Id)).To);
        Assert.EndsWith("is away", (await db.AuditEntries.SingleAsync(e => e.Fact == "RequestPassedOn" && e.AdviceRequestId == request.Id)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_arranges_cover_for_their_own_service_and_people_without_being_an_administrator()
    {
        var lead = await _app.SignInAsync(TestWorld.Lead);
        var start = await lead.GetAsync("/cover");
        Assert.Contains("Gwen Pritchard", start.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Joan Catterall", start.Text, StringComparison.Ordinal);
        var form = await lead.GetAsync($"/cover/professionals/{TestWorld.Gwen}");
        Assert.DoesNotContain("Joan", form.Find("select[name=CoverId]").TextContent, StringComparison.Ordinal);

        var done = await lead.SubmitAsync(form, Form, Away(Today, Today.AddDays(5), "CoverId", TestWorld.Tariq));
        var other = await _app.SignInAsync(TestWorld.OtherLead);
        await other.SubmitAsync(await other.GetAsync($"/cover/services/{TestWorld.SpeechTherapy}"), Form, Away(Today.AddDays(20), Today.AddDays(30), "CoverId", TestWorld.Paediatrics));

        Assert.Equal("/cover", done.Url.AbsolutePath);
        Assert.Contains("covered by Tariq Aziz", done.Text, StringComparison.Ordinal);
        Assert.Contains("covered by Community paediatrics", (await other.GetAsync("/cover")).Text, StringComparison.Ordinal);
        Assert.Equal(["Select a colleague of the same service who covers"], (await lead.SubmitAsync(await lead.GetAsync($"/cover/professionals/{TestWorld.Gwen}"), Form, Away(Today, null, "CoverId", TestWorld.Joan))).Errors);
        // the form of before is out of date now
        Assert.Equal(HttpStatusCode.Conflict, (await lead.SubmitAsync(form, Form, Away(Today, Today.AddDays(6), "CoverId", TestWorld.Tariq))).Status);
        await using var db = _app.Database();
        var gwen = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Gwen);
        Assert.Equal((Today, Today.AddDays(5), TestWorld.Tariq), (gwen.AwayFrom!.Value, gwen.AwayUntil!.Value, gwen.CoverProfessionalId!.Value));
        var facts = await db.AuditEntries.Where(e => e.Fact == "DirectoryChanged" && e.ActorName == "Lena Ford").OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Select(e => e.Before + " > " + e.After).ToListAsync();
        Assert.Single(facts);
        Assert.StartsWith($"Gwen Pritchard: not away > Gwen Pritchard: away from {Today:yyyy-MM-dd} to {Today.AddDays(5):yyyy-MM-dd}", facts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_providers_service_covers_only_when_the_DCO_service_says_so()
    {
        var lead = await _app.SignInAsync(TestWorld.Lead);
        var path = $"/cover/services/{TestWorld.OccupationalTherapy}";
        var form = await lead.GetAsync(path);
        Assert.DoesNotContain("Community paediatrics", form.Find("select[name=CoverId]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Select a service of your own provider, or ask the DCO service to arrange this cover"], (await lead.SubmitAsync(form, Form, Away(Today, null, "CoverId", TestWorld.Paediatrics))).Errors);

        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/directory/services/{TestWorld.OccupationalTherapy}"), Form, Away(Today, Today.AddDays(10), "CoverServiceId", TestWorld.Paediatrics));

        // what was agreed stands when the lead moves the days
        var moved = await lead.SubmitAsync(await lead.GetAsync(path), Form, Away(Today, Today.AddDays(12), "CoverId", TestWorld.Paediatrics));
        Assert.Contains("covered by Community paediatrics", moved.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal((Today.AddDays(12), TestWorld.Paediatrics), await db.Services.Where(s => s.Id == TestWorld.OccupationalTherapy).Select(s => ValueTuple.Create(s.AwayUntil!.Value, s.CoverServiceId!.Value)).SingleAsync());
    }

    [Fact]
    public async Task Another_leads_service_is_not_there_and_whoever_leads_none_is_refused()
    {
        var other = await _app.SignInAsync(TestWorld.OtherLead);
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var own = await other.GetAsync($"/cover/professionals/{TestWorld.Joan}");

        foreach (var path in new[] { $"/cover/services/{TestWorld.OccupationalTherapy}", $"/cover/professionals/{TestWorld.Gwen}", $"/cover/services/{TestWorld.FarService}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await clinician.GetAsync(path)).Status);
            own.Find(Form).SetAttribute("action", path);
            Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(own, Form, Away(Today, null, "CoverId", null))).Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await clinician.GetAsync("/cover")).Status);
        await using var db = _app.Database();
        Assert.False(await db.Professionals.AnyAsync(p => p.AwayFrom != null));
    }

    [Fact]
    public async Task A_clinician_records_their_own_leave_and_nobody_elses()
    {
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        Assert.Contains("/account/leave", (await browser.GetAsync("/account/profile")).All("main a").Select(a => a.GetAttribute("href")));
        var form = await browser.GetAsync("/account/leave");

        var done = await browser.SubmitAsync(form, Form, Away(Today.AddDays(2), null, "CoverId", TestWorld.Tariq));

        Assert.Contains("Your leave is saved", done.Text, StringComparison.Ordinal);
        await using (var db = _app.Database())
        {
            Assert.Equal([TestWorld.Gwen], await db.Professionals.Where(p => p.AwayFrom != null).Select(p => p.Id).ToListAsync());
            Assert.Equal("Directory: cover of a professional changed", (await db.AuditEntries.SingleAsync(e => e.Fact == "DirectoryChanged" && e.ActorName == "Gwen Pritchard")).Sentence);
        }
        var back = await browser.SubmitAsync(done, Form, new() { ["AwayFrom.Day"] = "", ["AwayFrom.Month"] = "", ["AwayFrom.Year"] = "", ["CoverId"] = "" });
        Assert.Contains("You are not away", back.Text, StringComparison.Ordinal);
        Assert.Contains("does not list you", (await (await _app.SignInAsync(TestWorld.Lead)).GetAsync("/account/leave")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/account/leave")).Status);
    }

    [Fact]
    public async Task Leave_that_is_over_is_refused_beside_the_field_and_is_not_shown_again()
    {
        await ChangeAsync<Professional>(TestWorld.Gwen, p => (p.AwayFrom, p.AwayUntil, p.CoverProfessionalId) = (Today.AddDays(-20), Today.AddDays(-10), TestWorld.Tariq));
        var (clinician, lead) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Lead));
        var own = await clinician.GetAsync("/account/leave");
        var cover = await lead.GetAsync($"/cover/professionals/{TestWorld.Gwen}");

        Assert.Equal("", own.Find("[name='AwayFrom.Day']").GetAttribute("value") ?? "");
        foreach (var past in new[] { await clinician.SubmitAsync(own, Form, Away(Today.AddDays(-9), Today.AddDays(-1), "CoverId", null)), await lead.SubmitAsync(cover, Form, Away(Today.AddDays(-9), Today.AddDays(-1), "CoverId", null)) })
        {
            Assert.Equal(["Last day away must be today or later"], past.Errors);
            Assert.NotNull(past.Find(".nhsuk-form-group--error [name='AwayUntil.Day']"));
        }
        Assert.Contains("Your leave is saved", (await clinician.SubmitAsync(own, Form, Away(Today.AddDays(-9), Today, "CoverId", null))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_SEND_leads_of_a_provider_and_of_the_board_are_kept_as_addresses()
    {
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Guid provider;
        await using (var db = _app.Database()) { provider = (await db.Providers.SingleAsync(p => p.OdsCode == "RW5")).Id; }
        foreach (var path in new[] { $"/directory/providers/{provider}", "/settings/clock" })
        {
            Assert.Equal(["Enter an email address in the right format, such as name@nhs.net"], (await dco.SubmitAsync(await dco.GetAsync(path), Form, new() { ["SendLeadEmail"] = "send lead" })).Errors);
            Assert.Empty((await dco.SubmitAsync(await dco.GetAsync(path), Form, new() { ["SendLeadEmail"] = " send.lead@lscft.test " })).Errors);
            Assert.Equal("send.lead@lscft.test", (await dco.GetAsync(path)).Find("[name=SendLeadEmail]").GetAttribute("value"));
        }
        await using var after = _app.Database();
        Assert.Equal("send.lead@lscft.test", (await after.Providers.SingleAsync(p => p.Id == provider)).SendLeadEmail);
        Assert.Equal("send.lead@lscft.test", (await after.Icbs.SingleAsync(i => i.OdsCode == "QE1")).SendLeadEmail);
        Assert.Contains("SEND lead send.lead@lscft.test", (await after.AuditEntries.SingleAsync(e => e.Fact == "ClockSettingsChanged")).After, StringComparison.Ordinal);
        Assert.Contains("SEND lead send.lead@lscft.test", (await after.AuditEntries.SingleAsync(e => e.Fact == "DirectoryChanged" && e.ActorName == "Priya Nair")).After, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Away(DateOnly from, DateOnly? until, string field, Guid? cover) => new()
    {
        ["AwayFrom.Day"] = $"{from.Day}",
        ["AwayFrom.Month"] = $"{from.Month}",
        ["AwayFrom.Year"] = $"{from.Year}",
        ["AwayUntil.Day"] = $"{until?.Day}",
        ["AwayUntil.Month"] = $"{until?.Month}",
        ["AwayUntil.Year"] = $"{until?.Year}",
        [field] = $"{cover}",
    };

    private async Task ChangeAsync<T>(Guid id, Action<T> change) where T : class
    {
        await using var db = _app.Database();
        change((await db.FindAsync<T>(id))!);
        await db.SaveChangesAsync();
    }
}
