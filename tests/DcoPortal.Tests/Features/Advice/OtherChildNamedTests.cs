using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Questions;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>A report that names another case, or another NHS number, is taken and looked at: it may be another child's.</summary>
public sealed class OtherChildNamedTests : IDisposable
{
    private const string Number = "9991000658";
    private const string OtherNumber = "9991010963";
    private const string Holds = "olds an NHS number that is not this child’s";
    private const string RespondForm = "main form[enctype]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_file_that_names_another_child_s_case_and_number_is_told_at_upload_before_it_is_submitted_and_before_it_is_accepted()
    {
        var other = await _app.AssessmentAsync(surname: "Thistlewood", nhsNumber: OtherNumber);
        var id = await RequestAsync(await _app.AssessmentAsync(nhsNumber: Number));
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var words = $"names {other.Reference}, which is another case, and holds an NHS number that is not this child’s. Open it and look whom it is about";

        var uploaded = await UploadAsync(gwen, id, $"OT_{other.Reference}.pdf", "NHS number 999 101 0963", "upload");
        var check = await gwen.SubmitAsync(uploaded, RespondForm, new() { ["Summary"] = "In short." }, button: "check");
        await gwen.SubmitAsync(check, "main form", []);
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{id}");

        Assert.Contains(words, (await gwen.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        Assert.All([uploaded, check, dco], p => Assert.Contains(words, p.Text, StringComparison.Ordinal));
        Assert.All([uploaded, check, dco], p => Assert.DoesNotContain("Thistlewood", p.Text, StringComparison.Ordinal));
        Assert.All([uploaded, check, dco], p => Assert.DoesNotContain("999 101 0963", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Written_advice_that_names_another_child_s_case_is_told_before_it_is_submitted_and_before_it_is_accepted()
    {
        var other = await _app.AssessmentAsync(surname: "Thistlewood");
        var id = await RequestAsync(await _app.AssessmentAsync(nhsNumber: Number));
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        var check = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), RespondForm,
            new() { ["Needs"] = $"Dyspraxia ({other.Reference}).", ["Provision"] = $"Weekly, {OtherNumber}." }, button: "check");
        await gwen.SubmitAsync(check, "main form", []);
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{id}");

        foreach (var page in new[] { check, dco })
        {
            Assert.Contains($"Health needs: it names {other.Reference}, which is another case. Look whom it is about", page.Text, StringComparison.Ordinal);
            Assert.Contains("it holds an NHS number that is not this child’s. Look", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_authority_that_adds_a_file_naming_another_case_is_told_at_once_and_on_the_case()
    {
        var other = await _app.AssessmentAsync(surname: "Thistlewood");
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var added = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "#add", [], [("Files", $"EP report {other.Reference}.pdf", SampleFiles.Pdf)]);

        Assert.Contains($"it names {other.Reference}, which is another case. Open it", added.Text, StringComparison.Ordinal);
        Assert.Contains($"It names {other.Reference}, which is another case.", (await carol.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_names_the_child_s_own_case_or_number_or_one_that_is_nobody_s_is_nothing_to_look_at()
    {
        var keys = await _app.AssessmentAsync(nhsNumber: Number);
        var same = await _app.AssessmentAsync(nhsNumber: Number);

        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var page = await UploadAsync(gwen, await RequestAsync(keys), $"{keys.Reference} {same.Reference} ABC-20-00001.pdf", "NHS number 999 100 0658", "upload");

        Assert.DoesNotContain("Is this about this child?", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_was_linked_as_the_same_child_s_is_nothing_to_look_at()
    {
        var (keys, twin) = (await _app.AssessmentAsync(nhsNumber: Number), await _app.AssessmentAsync(surname: "Ashworth-Hall", nhsNumber: OtherNumber));
        await using (var db = _app.Database())
        {
            var (one, other) = (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId), await db.Assessments.SingleAsync(a => a.Id == twin.AssessmentId));
            db.CaseTies.Add(CaseTie.Of(one, other, TieKind.SameChild, new(CaseSide.DcoService, "Priya", "One child", _app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 21))));
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }

        var page = await UploadAsync(await _app.SignInAsync(TestWorld.Clinician), await RequestAsync(keys), $"{twin.Reference}.pdf", "NHS number 999 101 0963", "upload");

        Assert.DoesNotContain("Is this about this child?", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_that_was_merged_counts_as_that_of_the_case_it_has_become()
    {
        var (kept, twice, other) = (await _app.AssessmentAsync(nhsNumber: Number), await _app.AssessmentAsync(nhsNumber: Number), await _app.AssessmentAsync(surname: "Thistlewood"));
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        var merge = await priya.SubmitAsync(await priya.GetAsync($"/assessments/{kept.Reference}/same-child?other={twice.Reference}"), "main form[method=post]", new() { ["Decision"] = "merge", ["Keep"] = kept.Reference, ["Reason"] = "Sent twice" });
        await priya.SubmitAsync(merge, "main form[method=post]", []);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        var own = await UploadAsync(gwen, await RequestAsync(kept), $"{twice.Reference}.pdf", "x", "upload");
        var others = await UploadAsync(gwen, await RequestAsync(other), $"{twice.Reference}.pdf", "y", "upload");

        Assert.DoesNotContain("Is this about this child?", own.Text, StringComparison.Ordinal);
        Assert.Contains($"It names {twice.Reference}, which is another case", others.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_compared_with_what_is_recorded_when_it_is_shown()
    {
        var keys = await _app.AssessmentAsync();
        var id = await RequestAsync(keys);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        var before = await UploadAsync(gwen, id, "report.pdf", "NHS number 999 101 0963", "upload");
        await using (var db = _app.Database()) { await db.Assessments.Where(a => a.Id == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.ChildNhsNumber, Number)); }

        Assert.DoesNotContain(Holds, before.Text, StringComparison.Ordinal);
        Assert.Contains(Holds, (await gwen.GetAsync($"/advice-requests/{id}/respond")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_and_written_advice_that_give_another_date_of_birth_are_told_at_every_step_before_they_are_accepted()
    {
        const string words = "gives a date of birth of 9 June 2015; this child was born on 4 March 2019";
        var id = await RequestAsync(await _app.AssessmentAsync());
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        var uploaded = await UploadAsync(gwen, id, "report.pdf", "Name: Cornelius. Date of birth: 09/06/2015", "upload");
        var check = await gwen.SubmitAsync(uploaded, RespondForm, new() { ["Summary"] = "In short.", ["Needs"] = "Cornelius (born 9 June 2015) was seen." }, button: "check");
        await gwen.SubmitAsync(check, "main form", []);
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{id}");

        Assert.All([uploaded, check, dco], p => Assert.Contains($"{words}. Open it and look whom it is about", p.Text, StringComparison.Ordinal));
        Assert.All([check, dco], p => Assert.Contains($"Health needs: it {words}. Look whom it is about", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_brother_s_date_of_birth_is_nothing_to_look_at_where_the_child_s_own_stands_too()
    {
        var id = await RequestAsync(await _app.AssessmentAsync());
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        var uploaded = await UploadAsync(gwen, id, "report.pdf", "DOB 4.3.19. Lives with Ned, DOB 09/06/2015", "upload");
        var check = await gwen.SubmitAsync(uploaded, RespondForm, new() { ["Needs"] = "Ned was born 9 June 2015.", ["Provision"] = "From 4 March 2019 on." }, button: "check");

        Assert.All([uploaded, check], p => Assert.DoesNotContain("date of birth of", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_authority_that_adds_a_file_with_another_date_of_birth_is_told_at_once()
    {
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var added = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "#add", [], [("Files", "application_form.pdf", SampleFiles.PdfPage("BT /F1 12 Tf 56 780 Td (Child: Cornelius, DOB 09/06/2015) Tj ET"))]);

        Assert.Contains("it gives a date of birth of 9 June 2015; this child was born on 4 March 2019. Open it", added.Text, StringComparison.Ordinal);
    }

    private Task<Guid> RequestAsync(CaseKeys keys) => _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

    [Theory]
    [InlineData("report.pdf", "KNOWNCHILD, Perry \\(05/06/2014\\)")]
    [InlineData("report.pdf", "Perry Knownchild, 5 June 2014, OT report")]
    [InlineData("Knownchild Perry 05-06-2014.pdf", "Advice")]
    public async Task A_file_with_the_full_name_of_another_child_beside_that_child_s_day_is_asked_about(string name, string text)
    {
        await PerryAsync();
        var id = await RequestAsync(await _app.AssessmentAsync());
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        var uploaded = await UploadAsync(gwen, id, name, text, "upload");
        var check = await gwen.SubmitAsync(uploaded, RespondForm, new() { ["Summary"] = "In short." }, button: "check");

        Assert.All([uploaded, check], p => Assert.Contains("gives a date of birth of 5 June 2014; this child was born on 4 March 2019", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Written_advice_and_a_document_of_the_authority_are_asked_about_in_the_same_way()
    {
        await PerryAsync();
        var keys = await _app.AssessmentAsync();
        var id = await RequestAsync(keys);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var check = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), RespondForm, new() { ["Needs"] = "Perry Knownchild (05/06/2014) needs help.", ["Provision"] = "Weekly therapy." }, button: "check");
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var added = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "#add", [], [("Files", "Knownchild Perry 05-06-2014.pdf", SampleFiles.Pdf)]);

        Assert.Contains("Health needs: it gives a date of birth of 5 June 2014", check.Text, StringComparison.Ordinal);
        Assert.Contains("it gives a date of birth of 5 June 2014; this child was born on 4 March 2019. Open it", added.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_beside_a_day_that_is_no_childs_birth_day_is_nothing_to_look_at()
    {
        await PerryAsync();
        var id = await RequestAsync(await _app.AssessmentAsync());
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        var uploaded = await UploadAsync(gwen, id, "report.pdf", "Perry Knownchild, 5 July 2014. Gwen Pritchard, 5 June 2014", "upload");

        Assert.DoesNotContain("date of birth of", uploaded.Text, StringComparison.Ordinal);
    }

    private Task<DcoPortal.Domain.Assessments.CaseKeys> PerryAsync() => _app.AssessmentAsync(change: a =>
        (a.Child.LegalSurname, a.Child.Forenames, a.Child.DateOfBirth) = ("Knownchild", "Perry", new(2014, 6, 5)));

    private static async Task<Page> UploadAsync(PortalBrowser browser, Guid id, string name, string text, string button) =>
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), RespondForm, [], [("Files", name, SampleFiles.PdfPage($"BT /F1 12 Tf 56 780 Td ({text}) Tj ET"))], button);
}
