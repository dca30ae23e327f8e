using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>On "Request advice", whoever is chosen stays chosen with every button that sends nothing to them, and what the family says stands there to be read.</summary>
public sealed class KeptChoicesTests : IDisposable
{
    private const string Ask = "#ask";

    private static readonly string Tariq = $"professional:{TestWorld.Tariq:N}";
    private static readonly string Joan = $"professional:{TestWorld.Joan:N}";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("add")]
    [InlineData("keep")]
    public async Task Who_is_asked_instead_of_somebody_named_stays_chosen_with_a_button_that_sends_nothing(string button)
    {
        var keys = await NamedAsync();
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var page = await priya.SubmitAsync(await priya.GetAsync(Path(keys)), Ask, new() { ["Chosen[0]"] = Tariq, ["ChosenFamily"] = "0", ["Another"] = Joan, ["TeamName"] = "Both" }, button: button);
        Assert.Equal(Tariq, page.Find("select[name='Chosen[0]'] option[selected]").GetAttribute("value"));
        Assert.True(page.Find("#chosen-family-0").HasAttribute("checked"));
        var sent = await priya.SubmitAsync(page, Ask, new() { ["NotAsked[0].Reason"] = "Works in another board" }, button: "send");

        Assert.Equal([], sent.Errors);
        await using var db = _app.Database();
        Assert.True((await db.AdviceRequests.SingleAsync(r => r.ProfessionalId == TestWorld.Tariq)).RequestedByFamily);
        Assert.DoesNotContain("Not in the directory, not asked yet", (await priya.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_usual_team_keeps_who_is_chosen_instead_and_a_family_mark_that_was_taken_off_stays_off()
    {
        var keys = await NamedAsync(familyAsked: true);
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        await priya.SubmitAsync(await priya.GetAsync(Path(keys)), Ask, new() { ["Another"] = Joan, ["TeamName"] = "Speech" }, button: "keep");

        var page = await priya.GetAsync(Path(keys));
        page = await priya.SubmitAsync(page, Ask, new() { ["Chosen[0]"] = Tariq, ["ChosenFamily"] = null }, button: page.Find("button[name='Team']").GetAttribute("value")!);

        Assert.Equal(Tariq, page.Find("select[name='Chosen[0]'] option[selected]").GetAttribute("value"));
        Assert.False(page.Find("#chosen-family-0").HasAttribute("checked"));
    }

    [Fact]
    public async Task Who_is_chosen_stays_when_what_was_given_back_is_sent_again()
    {
        var keys = await NamedAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.GiveBack("Not ours", "Gwen", _app.Time.GetUtcNow().UtcDateTime));
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var page = await priya.SubmitAsync(await priya.GetAsync(Path(keys)), Ask, new() { ["Chosen[0]"] = Joan, ["ChosenFamily"] = "0" }, button: "Send again to the same service");

        Assert.Equal(Joan, page.Find("select[name='Chosen[0]'] option[selected]").GetAttribute("value"));
        Assert.True(page.Find("#chosen-family-0").HasAttribute("checked"));
    }

    [Theory]
    [InlineData("Send again to the same service")]
    [InlineData("Close, and ask somebody else")]
    public async Task A_covering_note_that_the_page_filled_in_by_itself_stops_no_button(string button)
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.GiveBack("Not ours", "Gwen", _app.Time.GetUtcNow().UtcDateTime), note: "She uses a wheelchair.");
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var done = await priya.SubmitAsync(await priya.GetAsync(Path(keys)), Ask, [], button: button);

        Assert.DoesNotContain("You have typed something", done.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.NotEqual(RequestStage.GivenBack, (await db.AdviceRequests.SingleAsync()).Stage);
    }

    [Fact]
    public async Task The_family_s_views_and_the_reasons_stand_open_where_somebody_chooses_whom_to_ask()
    {
        var keys = await _app.AssessmentAsync(change: a =>
        {
            a.Family.Views = "We ask that Joan Catterall, his speech therapist, is asked for her advice.";
            a.Reasons = "Parents request advice from dietetics.";
        });
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var read = (await priya.GetAsync(Path(keys))).All("main details[open]").Single(d => d.TextContent.Contains("What the family and the request say", StringComparison.Ordinal));

        Assert.Contains("We ask that Joan Catterall, his speech therapist, is asked for her advice.", read.TextContent, StringComparison.Ordinal);
        Assert.Contains("Parents request advice from dietetics.", read.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_written_nothing_stands_there()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Family.Views = null);

        Assert.DoesNotContain("What the family and the request say", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync(Path(keys))).Text, StringComparison.Ordinal);
    }

    private async Task<CaseKeys> NamedAsync(bool familyAsked = false)
    {
        var keys = await _app.AssessmentAsync();
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 0) { Name = "Dr Nobody Known", FamilyAsked = familyAsked });
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(new NotificationLogged(keys, new DateOnly(2026, 11, 1)));
        await db.SaveChangesAsync();
        return keys;
    }

    private static string Path(CaseKeys keys) => $"/assessments/{keys.Reference}/request-advice";
}
