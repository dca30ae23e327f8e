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

        Assert.DoesNotContain("Is this the right file?", check.Text, StringComparison.Ordinal);
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
