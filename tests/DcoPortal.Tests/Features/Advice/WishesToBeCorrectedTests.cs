using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What an import could not place may be a wish of the family: until somebody has looked, nobody whom it may mean is asked.</summary>
public sealed class WishesToBeCorrectedTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("Comment on Legal surname", "Mum rang: do not share with occupational therapy", "Mum rang: do not share with occupational therapy")]
    [InlineData("Consent, a column that is left out", "not occupational therapy", "not occupational therapy")]
    [InlineData("Consent, a column that is left out", "No", SharingWishes.FindOutWho)]
    [InlineData("Consent, a column that is left out", "Yes, but not CAMHS", "Yes, but not CAMHS")]
    [InlineData("Consent, a column that is left out", "Yes", null)]
    [InlineData("Consent, a column that is left out", "agreed 3/11", null)]
    [InlineData("Restrict, a column that is left out", "Dietetics", "Dietetics")]
    [InlineData("Restrict, a column that is left out", "Yes", SharingWishes.FindOutWho)]
    [InlineData("Restrict, a column that is left out", "No", null)]
    [InlineData("Parental consent, taken as Parent or carer", "Refused", SharingWishes.FindOutWho)]
    [InlineData("Comment on Postcode", "Moved in June", null)]
    [InlineData("Postcode", "PR1", null)]
    public void What_stands_to_be_corrected_counts_as_a_wish_where_it_may_be_one(string field, string given, string? wish)
    {
        var assessment = new Assessment(Guid.NewGuid(), "LCC-26-00042", Guid.NewGuid(), Guid.NewGuid(), ClockEvent.RequestReceived, new(2026, 11, 1), new(2026, 11, 1), default, new() { LegalSurname = "Ashworth", Forenames = "Zoë" }, new(), new());
        assessment.KeepToCorrect([new(field, given, "left out")]);

        Assert.Equal(wish, CaseWishes.Of(assessment, []).Skip(1).SingleOrDefault());
    }

    [Fact]
    public async Task Triage_sends_nothing_in_bulk_while_a_comment_of_the_import_may_be_a_wish()
    {
        var keys = await _app.AssessmentAsync(change: a => a.KeepToCorrect([new("Comment on Legal surname", "Mum: do not share with occupational therapy", "a comment")]));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "form[action$='/add']", new() { ["Professionals[0].Name"] = "Gwen Pritchard" });
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var sent = await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["References"] = keys.Reference });
        var page = await dco.GetAsync($"/assessments/{keys.Reference}/request-advice");

        Assert.Contains($"Nothing was sent for {keys.Reference}: the family may not want somebody there to know", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Perhaps a wish about sharing", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mum: do not share with occupational therapy", page.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.AdviceRequests.SingleAsync()).SentUtc);
    }

    [Fact]
    public async Task What_is_to_be_corrected_is_in_the_authoritys_work_and_has_a_list_until_it_is_dealt_with()
    {
        var keys = await _app.AssessmentAsync(change: a => a.KeepToCorrect([new("Postcode", "PR1", "not a postcode")]));
        await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var home = await carol.GetAsync("/?cases=team");
        var list = await carol.GetAsync("/assessments?mark=to-be-corrected");

        Assert.Contains("To be corrected after an import", home.Text, StringComparison.Ordinal);
        Assert.Equal([keys.Reference], list.All("tbody .dco-child-line a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}"), "form[action$='/to-correct']", []);

        Assert.DoesNotContain("To be corrected after an import", (await carol.GetAsync("/?cases=team")).Text, StringComparison.Ordinal);
    }
}
