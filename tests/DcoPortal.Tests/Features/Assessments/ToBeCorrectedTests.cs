using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>What an import could not read is found until somebody has dealt with it.</summary>
public sealed class ToBeCorrectedTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

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
