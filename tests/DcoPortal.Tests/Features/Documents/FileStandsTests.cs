using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Documents;

/// <summary>What must not be read goes with the bytes: whoever closes a file in one place reads where it stands still, and nothing absolute is said while it does.</summary>
public sealed class FileStandsTests : IDisposable
{
    private const string Number = "9434765919", Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_file_that_stands_nowhere_else_is_said_to_be_open_to_nobody()
    {
        var keys = await _app.AssessmentAsync();
        var request = await ReturnedAsync(keys);

        var done = await WithdrawAsync(request, WithdrawalReason.NotAgreed);

        Assert.Contains("Withdrawn. Nobody outside the DCO service can open it.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("still stands", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_names_every_place_of_the_same_file_before_and_after_and_in_its_incident()
    {
        var (keys, other) = (await _app.AssessmentAsync(nhsNumber: Number), await _app.AssessmentAsync(nhsNumber: Number));
        var document = await AddAsync(keys, TestWorld.Caseworker);
        var request = await ReturnedAsync(keys);
        var (joint, elsewhere) = (await ReturnedAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan, TestWorld.OtherClinician), await ReturnedAsync(other));
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        string[] places =
        [
            "‘report.pdf’ still stands as a document of Lancashire County Council on this case.",
            "‘report.pdf’ still stands in the advice of Paediatric speech and language therapy on this case.",
            $"‘report.pdf’ still stands in the advice of Paediatric occupational therapy on {other.Reference}.",
        ];
        string[] links = [$"/documents/{document}/take-out", $"/advice-requests/{joint}/withdraw", $"/advice-requests/{elsewhere}/withdraw"];

        var before = await priya.GetAsync($"/advice-requests/{request}/withdraw");
        var done = await WithdrawAsync(request, WithdrawalReason.OtherChild);
        var incident = await priya.GetAsync(done.All("main a").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith("/incidents/", StringComparison.Ordinal)));

        Assert.Contains("Withdrawn. What was returned is closed to everybody outside the DCO service. The very same file still stands elsewhere: see below.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody outside the DCO service can open it", before.Text + done.Text, StringComparison.OrdinalIgnoreCase);
        foreach (var page in new[] { before, done, incident })
        {
            Assert.All(places, p => Assert.Contains(p, page.Text, StringComparison.Ordinal));
            Assert.All(links, l => Assert.Contains(page.All("main a"), a => a.GetAttribute("href") == l));
        }
    }

    [Fact]
    public async Task A_withdrawn_version_names_the_addendum_of_the_same_request_that_holds_its_file()
    {
        var keys = await _app.AssessmentAsync();
        var request = await ReturnedAsync(keys);
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        await priya.SubmitAsync(await priya.GetAsync($"/advice-requests/{request}/more"), Form, new() { ["Kind"] = "Addendum", ["What"] = "The last page" });
        await AnswerAsync(request, TestWorld.Clinician);

        var done = await WithdrawAsync(request, WithdrawalReason.OtherChild, onlyVersion: true);

        Assert.Contains("‘report.pdf’ still stands in addendum 1 of this request.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_authority_takes_out_is_named_where_it_stands_in_advice_and_on_another_case_and_whom_to_ask()
    {
        var (keys, other) = (await _app.AssessmentAsync(nhsNumber: Number), await _app.AssessmentAsync(nhsNumber: Number));
        var document = await AddAsync(keys, TestWorld.Caseworker);
        var copy = await AddAsync(other, TestWorld.Caseworker);
        await ReturnedAsync(keys);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var before = await carol.GetAsync($"/documents/{document}/take-out");
        var done = await carol.SubmitAsync(before, Form, new() { ["Reason"] = "About another child" });

        Assert.Contains("Nobody can open it here from now on", before.Text, StringComparison.Ordinal);
        Assert.Contains("letter.pdf is taken out. The very same file still stands elsewhere: see below.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody can open it any more", done.Text, StringComparison.Ordinal);
        foreach (var page in new[] { before, done })
        {
            Assert.Contains("‘letter.pdf’ still stands in the advice of Paediatric occupational therapy on this case. Ask the DCO service to withdraw it", page.Text, StringComparison.Ordinal);
            Assert.Contains($"‘letter.pdf’ still stands as a document of Lancashire County Council on {other.Reference}.", page.Text, StringComparison.Ordinal);
            Assert.Contains(page.All("main a"), a => a.GetAttribute("href") == $"/documents/{copy}/take-out");
            Assert.DoesNotContain(page.All("main a"), a => a.GetAttribute("href")!.EndsWith("/withdraw", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Of_a_case_of_the_child_that_the_reader_cannot_open_only_that_it_is_there_is_said()
    {
        var (keys, other) = (await _app.AssessmentAsync(nhsNumber: Number), await _app.AssessmentAsync(nhsNumber: Number));
        await using var db = _app.Database();
        var blackpool = await db.LocalAuthorities.Where(a => a.Code == "890").Select(a => a.Id).SingleAsync();
        await AddAsync(other, TestWorld.Caseworker);
        await db.Assessments.Where(a => a.Id == other.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.LocalAuthorityId, blackpool));
        await db.Documents.Where(d => d.AssessmentId == other.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(d => d.LocalAuthorityId, blackpool));
        var document = await AddAsync(keys, TestWorld.Caseworker);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await carol.SubmitAsync(await carol.GetAsync($"/documents/{document}/take-out"), Form, new() { ["Reason"] = "About another child" });

        Assert.Contains("‘letter.pdf’ still stands on another case of this child, which you cannot open.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Reference, done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Blackpool", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_childs_case_rightly_has_is_not_listed_and_nothing_absolute_is_said()
    {
        var (keys, brother) = (await _app.AssessmentAsync(nhsNumber: Number), await _app.AssessmentAsync(surname: "Otherwise"));
        await AddAsync(brother, TestWorld.Caseworker);
        var document = await AddAsync(keys, TestWorld.Caseworker);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await carol.SubmitAsync(await carol.GetAsync($"/documents/{document}/take-out"), Form, new() { ["Reason"] = "His brother's" });

        Assert.Contains("letter.pdf is taken out.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody can open it any more", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("still stands", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_were_withdrawn_from_one_case_of_a_child_are_told_where_they_come_again()
    {
        var words = string.Join(' ', Enumerable.Range(1, 60).Select(n => $"word{n}"));
        var (first, second) = (await _app.AssessmentAsync(nhsNumber: Number), await _app.AssessmentAsync(nhsNumber: Number));
        await WithdrawAsync(await ReturnedAsync(first, needs: words), WithdrawalReason.OtherChild);
        var request = await _app.RequestAsync(second, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        var check = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{request}/respond"), "main form[enctype]", new() { ["Needs"] = words.ToUpperInvariant(), ["Provision"] = "Weekly" }, [], "check");
        await gwen.SubmitAsync(check, "main form[action$='/respond/check']", []);

        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/check/{request}");
        Assert.Contains("the very same words were withdrawn from another case of this child", check.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("the very same words were withdrawn from another case of this child", dco.Text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Guid> AddAsync(CaseKeys keys, string who)
    {
        var browser = await _app.SignInAsync(who);
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/add"), "main form[data-warns]", [], [("Files", "letter.pdf", SampleFiles.Pdf)]);
        await using var db = _app.Database();
        return await db.Documents.Where(d => d.AssessmentId == keys.AssessmentId && d.Kind == CaseDocumentKind.FromAuthority).Select(d => d.Id).SingleAsync();
    }

    private Task<Guid> ReturnedAsync(CaseKeys keys, string needs = "Zoë holds a pencil") => ReturnedAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, TestWorld.Clinician, needs);

    private async Task<Guid> ReturnedAsync(CaseKeys keys, Guid service, Guid professional, string account, string needs = "Zoë holds a pencil")
    {
        var request = await _app.RequestAsync(keys, service, professional);
        await AnswerAsync(request, account, needs);
        return request;
    }

    private async Task AnswerAsync(Guid request, string account, string needs = "Zoë holds a pencil")
    {
        var (clinician, priya) = (await _app.SignInAsync(account), await _app.SignInAsync(TestWorld.Administrator));
        var check = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{request}/respond"), "main form[enctype]", new() { ["Summary"] = "See the report", ["Needs"] = needs }, [("Files", "report.pdf", SampleFiles.Pdf)], "check");
        await clinician.SubmitAsync(check, "main form[action$='/respond/check']", []);
        await priya.SubmitAsync(await priya.GetAsync($"/check/{request}"), "form[action$='/accept']", [], button: "return");
    }

    private async Task<Page> WithdrawAsync(Guid request, WithdrawalReason reason, bool onlyVersion = false)
    {
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        var page = await priya.GetAsync($"/advice-requests/{request}/withdraw");
        await using var db = _app.Database();
        var answer = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == request && (!onlyVersion || a.Kind == AnswerKind.Version)).Select(a => a.Id).SingleAsync();
        var next = page.All("input[name=Next]").Count == 0 ? null : onlyVersion ? "version" : "nothing";
        return await priya.SubmitAsync(page, "form[action$='/withdraw']", new() { ["What"] = $"{answer}", ["Reason"] = $"{reason}", ["Words"] = "It must not be read", ["Next"] = next, ["AskWords"] = next == "version" ? "All of it" : "" });
    }
}
