using DcoPortal.Tests.Features.Advice;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class ChildInListsTests : IDisposable
{
    private const string School = "St Wilfrid's CE Academy";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("/assessments", TestWorld.Administrator)]
    [InlineData("/assessments", TestWorld.Caseworker)]
    [InlineData("/advice-requests", TestWorld.Administrator)]
    [InlineData("/advice-requests", TestWorld.Caseworker)]
    [InlineData("/advice-requests", TestWorld.Clinician)]
    [InlineData("/triage", TestWorld.Administrator)]
    [InlineData("/chase", TestWorld.Administrator)]
    public async Task A_child_in_a_list_is_a_name_an_age_a_school_and_a_reference(string list, string email)
    {
        var keys = await _app.AssessmentAsync(surname: "Quickenden");
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        if (list == "/triage") { keys = await _app.AssessmentAsync(surname: "Quickenden"); }
        _app.Time.Advance(TimeSpan.FromDays(60));
        var browser = await _app.SignInAsync(email);

        AssertChild(await browser.GetAsync(list), keys.Reference);
    }

    [Fact]
    public async Task A_child_in_the_answers_to_check_and_with_no_advice_is_a_name_an_age_a_school_and_a_reference()
    {
        var keys = await _app.AssessmentAsync(surname: "Quickenden");
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{request}/nil-return"), "main form", new() { ["Reason"] = "NotKnown" });
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        AssertChild(await browser.GetAsync("/check"), keys.Reference);
        AssertChild(await browser.GetAsync("/all-nil"), keys.Reference);

        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.After == "Check advice, 1 rows"));
    }

    [Fact]
    public async Task A_child_in_the_questions_is_a_name_an_age_a_school_and_a_reference()
    {
        var keys = await _app.AssessmentAsync(surname: "Quickenden");
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        await authority.SubmitAsync(await authority.GetAsync($"/assessments/{keys.Reference}/questions"), "main form", new() { ["Text"] = "Is she known?" });

        AssertChild(await authority.GetAsync("/questions"), keys.Reference);
        AssertChild(await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/questions"), keys.Reference);
    }

    [Fact]
    public async Task A_child_in_the_escalations_is_named_to_those_who_may_open_the_record()
    {
        var keys = await _app.AssessmentAsync(surname: "Quickenden");
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.EscalateAsync(TestWorld.Lead, request, TestWorld.Dco);

        AssertChild(await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/escalations"), keys.Reference);
        var lead = await _app.SignInAsync(TestWorld.Lead);
        AssertChild(await lead.GetAsync("/escalations"), keys.Reference);

        // the lead's service has the request no more
        await _app.MoveAsync(TestWorld.Lead, TestWorld.SpeechTherapy);
        var after = await (await _app.SignInAsync(TestWorld.Lead)).GetAsync("/escalations");
        Assert.Contains(keys.Reference, after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quickenden", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_children_to_chase_count_for_the_read_log()
    {
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);
        _app.Time.Advance(TimeSpan.FromDays(60));

        await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/chase");

        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.After == "Chase advice, 1 rows"));
    }

    [Fact]
    public async Task A_spreadsheet_that_names_children_gives_their_birth_and_school()
    {
        var keys = await _app.AssessmentAsync(surname: "Quickenden");
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        foreach (var path in new[] { "/assessments/csv", "/advice-requests/csv" })
        {
            var response = await browser.Client.GetAsync(path);
            var file = await response.Content.ReadAsStringAsync();
            Assert.Contains("Child or young person,Date of birth,School or setting", file.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains(School, file, StringComparison.Ordinal);
            Assert.Contains("2019", file, StringComparison.Ordinal);
        }
        // the list that is handed to a provider names no child
        Assert.DoesNotContain(School, await browser.Client.GetStringAsync("/traffic-lights/csv"), StringComparison.Ordinal);
    }

    private static void AssertChild(Page page, string reference)
    {
        Assert.Contains("Quickenden", page.Text, StringComparison.Ordinal);
        Assert.Contains("7 years", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{School}. {reference}", page.Text, StringComparison.Ordinal);
    }
}
