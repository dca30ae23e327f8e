using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Regulation 6(1)(h): whom the family reasonably asked for is asked, or not asked for a reason that the authority reads.</summary>
public sealed class FamilyAskedTests : IDisposable
{
    private const string People = "main form[data-warns]";
    private const string Ask = "main form#ask";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_mark_of_the_family_beside_nobody_chosen_asks_whose_advice_it_is()
    {
        var keys = await _app.AssessmentAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "form#ask", new() { ["Ask"] = $"service:{TestWorld.SpeechTherapy:N}", ["AnotherForFamily"] = "true" }, button: "send");

        Assert.Contains("choose whose, or take that tick away", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.True(page.Find("#AnotherForFamily").HasAttribute("checked"));
        await using var db = _app.Database();
        Assert.Empty(await db.AdviceRequests.ToListAsync());
    }

    [Fact]
    public async Task The_authority_marks_whom_the_family_asked_for_and_triage_the_case_and_the_request_show_it()
    {
        var keys = await NamedAsync("Gwen Pritchard");
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var triage = await administrator.GetAsync("/triage");
        var ask = await administrator.GetAsync($"/assessments/{keys.Reference}/request-advice");
        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("Family asked for 1", triage.Text, StringComparison.Ordinal);
        Assert.Contains("Family asked for this", page.Text, StringComparison.Ordinal);
        Assert.True(ask.Find($"#ask-professional-{TestWorld.Gwen:N}-family").HasAttribute("checked"));
        await using var db = _app.Database();
        Assert.True((await db.AdviceRequests.SingleAsync()).RequestedByFamily);
    }

    [Fact]
    public async Task Not_asking_whom_the_family_asked_for_needs_a_reason_which_both_sides_then_read()
    {
        var keys = await NamedAsync("Nurse Kay");
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var token = $"service:{TestWorld.OccupationalTherapy:N}";

        var page = await administrator.GetAsync($"/assessments/{keys.Reference}/request-advice");
        var blocked = await administrator.SubmitAsync(page, Ask, new() { ["Another"] = token, ["NotAsked[0].Reason"] = "N/A" }, button: "send");
        Assert.Equal(["Nothing was sent. The family asked for Nurse Kay, Epilepsy clinic: ask them, or say why they are not asked"], blocked.Errors);
        await using (var db = _app.Database())
        {
            Assert.False(await db.AdviceRequests.AnyAsync());
            Assert.Null((await db.Assessments.SingleAsync()).TriagedUtc);
        }

        var sent = await administrator.SubmitAsync(blocked, Ask, new() { ["NotAsked[0].Reason"] = "She left in 2024, and her clinic has closed" }, button: "send");
        Assert.Contains("1 request sent", sent.Text, StringComparison.Ordinal);
        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Administrator })
        {
            Assert.Contains("Named, not asked: She left in 2024, and her clinic has closed.", (await (await _app.SignInAsync(email)).GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        }
        await using var after = _app.Database();
        Assert.Equal("She left in 2024, and her clinic has closed", (await after.AuditEntries.SingleAsync(e => e.Fact == "NamedNotAsked")).Reason);
    }

    [Fact]
    public async Task Whoever_is_asked_instead_of_a_name_that_is_not_in_the_directory_answers_for_it()
    {
        var keys = await NamedAsync("Nurse Kay");
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var refused = await administrator.SubmitAsync(await administrator.GetAsync($"/assessments/{keys.Reference}/request-advice"), Ask, new() { ["Chosen[0]"] = $"service:{TestWorld.Paediatrics:N}" }, button: "send");
        Assert.Equal(["Nothing was sent. The family asked for Nurse Kay, Epilepsy clinic: say why they are not asked themselves"], refused.Errors);
        await administrator.SubmitAsync(refused, Ask, new() { ["NotAsked[0].Reason"] = "She left in 2024" }, button: "send");

        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Administrator })
        {
            Assert.Contains("Asked instead: Community paediatrics, 21 November 2026. Not asked themselves: She left in 2024.", (await (await _app.SignInAsync(email)).GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        }
        await using var db = _app.Database();
        Assert.True((await db.AdviceRequests.SingleAsync()).RequestedByFamily);
        Assert.NotNull((await db.Assessments.SingleAsync()).TriagedUtc);
    }

    [Fact]
    public async Task Whoever_is_asked_instead_of_somebody_whom_the_family_did_not_ask_for_needs_no_reason()
    {
        var keys = await NamedAsync("Nurse Kay", familyAsked: false);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        await administrator.SubmitAsync(await administrator.GetAsync($"/assessments/{keys.Reference}/request-advice"), Ask, new() { ["Chosen[0]"] = $"service:{TestWorld.Paediatrics:N}" }, button: "send");

        Assert.Contains("Asked instead: Community paediatrics, 21 November 2026.", (await administrator.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_as_the_entry_that_their_words_mean_is_asked_and_nobody_instead()
    {
        var keys = await _app.AssessmentAsync();
        await using (var db = _app.Database())
        {
            db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 0) { Name = "Pritchard, Gwen", ServiceName = "OT team" });
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        await administrator.SubmitAsync(await administrator.GetAsync($"/assessments/{keys.Reference}/request-advice"), Ask, [], button: "send");

        Assert.Contains("Their service was asked, 21 November 2026.", (await administrator.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_a_case_out_of_triage_asks_why_for_whom_the_family_asked_and_offers_it_for_the_others()
    {
        var keys = await NamedAsync("Nurse Kay");
        await AskBesidesAsync(keys);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/add"), People, new() { ["Professionals[0].Name"] = "Dr Other", ["Professionals[0].ServiceName"] = "Eye clinic" });
        var form = await administrator.GetAsync($"/triage/{keys.Reference}/no-request");

        var blocked = await administrator.SubmitAsync(form, "main form", new() { ["Reason"] = "Nobody else is involved" });
        var done = await administrator.SubmitAsync(blocked, "main form", new() { ["NotAsked[0].Reason"] = "The clinic has closed", ["NotAsked[1].Reason"] = "Saw her once, in 2019" });

        Assert.Equal(["The family asked for Nurse Kay, Epilepsy clinic: say why they are not asked, or request advice from them"], blocked.Errors);
        Assert.Contains("is out of triage", done.Text, StringComparison.Ordinal);
        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");
        Assert.Contains("Named, not asked: The clinic has closed.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Named, not asked: Saw her once, in 2019.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_many_cases_from_triage_passes_over_one_where_nobody_is_asked_for_whom_the_family_asked()
    {
        var keys = await NamedAsync("Nurse Kay");
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/add"), People, new() { ["Professionals[0].Name"] = "Gwen Pritchard" });
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var after = await administrator.SubmitAsync(await administrator.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["References"] = keys.Reference });

        Assert.Contains("the family asked for somebody whom nobody is asking (regulation 6(1)(h))", after.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(RequestStage.ToSend, (await db.AdviceRequests.SingleAsync()).Stage);
    }

    [Fact]
    public async Task A_reason_is_changed_and_taken_back_and_the_case_then_waits_in_triage_again()
    {
        var keys = await NamedAsync("Nurse Kay");
        await AskBesidesAsync(keys);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/triage/{keys.Reference}/no-request"), "main form", new() { ["Reason"] = "Nobody else is involved", ["NotAsked[0].Reason"] = "The clinic has closed" });
        var address = (await administrator.GetAsync($"/assessments/{keys.Reference}")).All("main a").Single(a => a.TextContent == "Say why somebody named is not asked").GetAttribute("href")!;

        await administrator.SubmitAsync(await administrator.GetAsync(address), "main form", new() { ["NotAsked[0].Reason"] = "The clinic has moved" });
        await using (var db = _app.Database())
        {
            Assert.Equal("The clinic has moved", (await db.InvolvedProfessionals.SingleAsync()).NotAskedReason);
            Assert.NotNull((await db.Assessments.SingleAsync()).TriagedUtc);
        }
        await administrator.SubmitAsync(await administrator.GetAsync(address), "main form", new() { ["NotAsked[0].Reason"] = "" });

        await using var after = _app.Database();
        Assert.Null((await after.InvolvedProfessionals.SingleAsync()).NotAskedReason);
        Assert.Null((await after.Assessments.SingleAsync()).TriagedUtc);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_case_decided_to_be_assessed_is_not_taken_out_of_triage_while_nobody_was_asked()
    {
        var keys = await _app.AssessmentAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var refused = await administrator.SubmitAsync(await administrator.GetAsync($"/triage/{keys.Reference}/no-request"), "main form", new() { ["Reason"] = "Nobody is involved" });

        Assert.Contains("The authority has decided to assess, so health’s advice is asked for by law", refused.Text, StringComparison.Ordinal);
        Assert.Contains(keys.Reference, (await administrator.GetAsync("/triage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_decision_to_assess_no_reason_is_needed()
    {
        var keys = await NamedAsync("Nurse Kay", decision: null);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var done = await administrator.SubmitAsync(await administrator.GetAsync($"/triage/{keys.Reference}/no-request"), "main form", new() { ["Reason"] = "Health holds nothing yet" });

        Assert.Contains("is out of triage", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mark_is_put_on_somebody_named_before_and_taken_off_again()
    {
        var keys = await NamedAsync("Nurse Kay", familyAsked: false);
        await using (var db = _app.Database()) { await db.Assessments.ExecuteUpdateAsync(s => s.SetProperty(a => a.TriagedUtc, _app.Time.GetUtcNow().UtcDateTime)); }
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        static string Mark(Page page) => page.Find("button[formaction*='/family-asked']").TextContent.Trim();
        var page = await caseworker.GetAsync($"/assessments/{keys.Reference}/add");
        var marked = await caseworker.SubmitAsync(page, "form#add", [], button: Mark(page));
        await using (var db = _app.Database())
        {
            Assert.True((await db.InvolvedProfessionals.SingleAsync()).FamilyAsked);
            Assert.Null((await db.Assessments.SingleAsync()).TriagedUtc);
        }
        await caseworker.SubmitAsync(marked, "form#add", [], button: Mark(marked));

        await using var after = _app.Database();
        Assert.False((await after.InvolvedProfessionals.SingleAsync()).FamilyAsked);
        Assert.Equal(2, await after.AuditEntries.CountAsync(e => e.Fact == "FamilyAskedForAdvice"));
    }

    [Fact]
    public async Task An_import_says_whom_the_family_asked_for()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync("""
            Date request received,Legal surname,Forenames,Date of birth,Professional 1 name,Professional 1 service,Professional 1 asked for by the family,Professional 2 name,Professional 2 asked for by the family
            02/11/2026,Ashworth,Zoë,05/03/2019,Nurse Kay,Epilepsy clinic,Yes,Dr Other,perhaps
            """);
        await manager.ConfirmAsync(preview);
        await _app.ImportNextAsync();

        await using var db = _app.Database();
        Assert.Equal([true, false], await db.InvolvedProfessionals.OrderBy(p => p.Position).Select(p => p.FamilyAsked).ToListAsync());
        Assert.Contains((await db.Assessments.SingleAsync()).ToCorrect, c => c.Field == "Professional 2 asked for by the family");
    }

    private async Task<CaseKeys> NamedAsync(string name, bool familyAsked = true, AssessmentDecision? decision = AssessmentDecision.Assess)
    {
        var keys = await _app.AssessmentAsync(decision: decision);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/add"), People, new()
        {
            ["Professionals[0].Name"] = name,
            ["Professionals[0].ServiceName"] = name == "Nurse Kay" ? "Epilepsy clinic" : "",
            ["Professionals[0].FamilyAsked"] = familyAsked ? "true" : null,
        });
        return keys;
    }

    // somebody else was asked, and the authority then named more people
    private async Task AskBesidesAsync(CaseKeys keys)
    {
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy);
        await using var db = _app.Database();
        (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).NamedMore();
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }
}
