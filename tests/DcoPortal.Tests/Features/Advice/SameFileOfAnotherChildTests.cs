using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>A report chosen for the wrong child looks like any other, so the portal says when it has the very same file for another.</summary>
public sealed class SameFileOfAnotherChildTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_very_same_file_answered_for_another_child_is_told_before_it_is_submitted_and_before_it_is_accepted()
    {
        var first = await _app.AssessmentAsync();
        var other = await _app.AssessmentAsync(surname: "Riding");
        await AnswerAsync(first);

        var (check, request) = await AnswerAsync(other);

        Assert.Contains("report.pdf: the very same file is kept for another child.", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, check.Text, StringComparison.Ordinal);
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{request}");
        Assert.Contains($"the very same file is kept for another child, in {first.Reference}", dco.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_for_two_cases_of_one_child_is_nothing_to_look_at()
    {
        await AnswerAsync(await _app.AssessmentAsync(nhsNumber: "9991000658"));

        var (check, _) = await AnswerAsync(await _app.AssessmentAsync(nhsNumber: "9991000658"));

        Assert.DoesNotContain("Is this about this child?", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_adds_the_file_of_another_child_is_told_at_once_on_the_case_too_and_may_take_it_out()
    {
        var first = await _app.AssessmentAsync();
        var other = await _app.AssessmentAsync(surname: "Riding");
        await AddAsync(first, TestWorld.Caseworker);

        var added = await AddAsync(other, TestWorld.Caseworker);

        Assert.Contains($"report.pdf: the very same file is kept for another child, in {first.Reference}", added.Text, StringComparison.Ordinal);
        Assert.NotEmpty(added.All("main a[href$='/take-out']"));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.Contains("The very same file is kept for another child", (await carol.GetAsync($"/assessments/{other.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_and_the_DCO_service_see_it_at_the_document_and_only_the_latter_reads_whose_it_is()
    {
        var first = await _app.AssessmentAsync();
        var other = await _app.AssessmentAsync(surname: "Riding");
        await AnswerAsync(first);
        await AddAsync(other, TestWorld.Administrator);

        var id = await _app.RequestAsync(other, TestWorld.OccupationalTherapy, TestWorld.Tariq);

        var clinician = await (await _app.SignInAsync(TestWorld.Colleague)).GetAsync($"/advice-requests/{id}");
        Assert.Contains("The very same file is kept for another child. Open it", clinician.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, clinician.Text, StringComparison.Ordinal);
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/advice-requests/{id}");
        Assert.Contains($"The very same file is kept for another child, in {first.Reference}", dco.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_of_another_authority_is_not_named_to_the_authority_that_has_its_file()
    {
        var first = await _app.AssessmentAsync(authorityCode: "890");
        var other = await _app.AssessmentAsync(surname: "Riding");
        await AddAsync(first, TestWorld.OtherCaseworker);

        var added = await AddAsync(other, TestWorld.Caseworker);

        Assert.Contains("the very same file is kept for another child. Open it", added.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, added.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_authority_s_own_file_in_the_answer_for_the_same_child_is_nothing_to_look_at()
    {
        var keys = await _app.AssessmentAsync();
        await AddAsync(keys, TestWorld.Caseworker);

        var (check, _) = await AnswerAsync(keys);

        Assert.DoesNotContain("Is this about this child?", check.Text, StringComparison.Ordinal);
    }

    private async Task<Page> AddAsync(CaseKeys keys, string who)
    {
        var browser = await _app.SignInAsync(who);
        return await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/add"), "#add", [], [("Files", "report.pdf", SampleFiles.Pdf)]);
    }

    private async Task<(Page Check, Guid Request)> AnswerAsync(CaseKeys keys)
    {
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var form = await gwen.GetAsync($"/advice-requests/{id}/respond");
        var check = await gwen.SubmitAsync(form, RespondForm, new() { ["Summary"] = "See the report." }, [("Files", "report.pdf", SampleFiles.Pdf)], "check");
        await gwen.SubmitAsync(check, "main form", []);
        return (check, id);
    }

    private const string RespondForm = "main form[enctype]";
}
