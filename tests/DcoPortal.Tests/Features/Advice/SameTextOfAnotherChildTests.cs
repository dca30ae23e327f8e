using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>The clipboard still held the last report: the portal says when written advice is word for word another child's.</summary>
public sealed class SameTextOfAnotherChildTests : IDisposable
{
    private const string Long = "He has motor planning difficulties and hypermobility of both hands. He cannot fasten buttons, hold a pencil for more than a minute or cut with scissors. He told me that he likes trains, and his gran in Chorley takes him to see them.";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_very_same_words_as_another_child_s_are_told_before_they_are_submitted_and_before_they_are_accepted()
    {
        var first = await _app.AssessmentAsync();
        var other = await _app.AssessmentAsync(surname: "Riding");
        await AnswerAsync(first, Long);

        var (check, id) = await AnswerAsync(other, $"  {Long.ToLowerInvariant().Replace(". ", ".\t  ", StringComparison.Ordinal)} ");

        Assert.Contains("Health needs: the very same words are kept for another child. Look whom they are about before you submit it", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, check.Text, StringComparison.Ordinal);
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{id}");
        Assert.Contains($"the very same words are kept for another child, in {first.Reference}", dco.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_told_too_after_the_first_were_returned()
    {
        var first = await _app.AssessmentAsync();
        var (_, id) = await AnswerAsync(first, Long);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        var (check, _) = await AnswerAsync(await _app.AssessmentAsync(surname: "Riding"), Long);

        Assert.Contains("the very same words are kept for another child", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_the_same_in_its_parts_together_is_told_where_each_part_is_short()
    {
        var half = Long[..120];
        await AnswerAsync(await _app.AssessmentAsync(), half, half);

        var (check, _) = await AnswerAsync(await _app.AssessmentAsync(surname: "Riding"), half, half);

        Assert.Contains("Written advice: the very same words", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No new needs were found at this review.", "Weekly")]
    [InlineData("A text of her own, and only the usual sentence about provision is the same.", Long)]
    public async Task The_usual_short_words_and_a_usual_provision_beside_needs_of_their_own_are_nothing_to_look_at(string needs, string provision)
    {
        await AnswerAsync(await _app.AssessmentAsync(), needs, provision);

        var (check, _) = await AnswerAsync(await _app.AssessmentAsync(surname: "Riding"), provision == Long ? $"{needs} Hers are others." : needs, provision);

        Assert.DoesNotContain("Is this about this child?", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_for_two_cases_of_one_child_are_nothing_to_look_at()
    {
        await AnswerAsync(await _app.AssessmentAsync(nhsNumber: "9991000658"), Long);

        var (check, _) = await AnswerAsync(await _app.AssessmentAsync(nhsNumber: "9991000658"), Long);

        Assert.DoesNotContain("Is this about this child?", check.Text, StringComparison.Ordinal);
    }

    private async Task<(Page Check, Guid Request)> AnswerAsync(CaseKeys keys, string needs, string provision = "Weekly sessions")
    {
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var check = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Needs"] = needs, ["Provision"] = provision }, button: "check");
        await gwen.SubmitAsync(check, "main form", []);
        return (check, id);
    }
}
