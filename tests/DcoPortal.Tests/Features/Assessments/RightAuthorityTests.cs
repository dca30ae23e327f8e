using System.Net;
using System.Reflection;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Notes;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>A case that the DCO service recorded under the wrong authority is put under the right one. Today is 21 November 2026.</summary>
public sealed class RightAuthorityTests : IDisposable
{
    private const string Form = "main form[method=post]";

    // what is only ever added stays where it was written; what the wrong authority wrote for itself is not the right one's to read
    private static readonly string[] StaysBehind = ["AuditEntries", "Chases", "RequestMoves", "Notes", "Questions", "QuestionMessages", "Emails"];

    private static readonly DateTime Then = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_right_authority_has_the_whole_case_with_its_days_and_the_wrong_one_can_no_longer_open_it()
    {
        var keys = await RecordedByHealthAsync();
        var returned = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r =>
        {
            r.Submit(new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc), new(2026, 11, 20), "Gwen Pritchard");
            r.Accept(new(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc));
            r.ReturnToAuthority(null, [], new(2026, 11, 20, 11, 0, 0, DateTimeKind.Utc), new(2026, 11, 20));
        });
        var open = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        await using (var db = _app.Database())
        {
            db.AuditEntries.Add(Facts.About(keys));
            db.Documents.Add(new CaseDocument(keys, null, CaseDocumentKind.FromAuthority, Guid.NewGuid().ToString("N")) { FileName = "family.pdf", ContentType = "application/pdf", Sha256 = new string('0', 64), ScanVerdict = "Clean", UploadedByName = "Test", UploadedUtc = Then });
            db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 1) { Name = "Named", ServiceName = "Service" });
            await db.SaveChangesAsync();
        }
        await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");
        var before = await CaseAsync(keys.AssessmentId);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var page = await FollowAsync(administrator, $"/assessments/{keys.Reference}", "Recorded for the wrong authority?");
        Assert.Contains("Lancashire County Council can no longer open it", page.Text, StringComparison.Ordinal);
        Assert.Contains("Opened at Lancashire County Council by", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 answer was returned", page.Text, StringComparison.Ordinal);
        var wrong = await administrator.SubmitAsync(page, Form, []);
        Assert.Equal(["Select the local authority", "Say how it came about"], wrong.Errors);
        var done = await administrator.SubmitAsync(wrong, Form, await PutAsync("890"));

        var now = await CaseAsync(keys.AssessmentId);
        Assert.StartsWith("BPL-26-", now.Reference, StringComparison.Ordinal);
        Assert.Contains($"The case is Blackpool Council’s, as {now.Reference}.", done.Text, StringComparison.Ordinal);
        Assert.Equal((before.RequestReceivedOn, before.NotifiedOn, before.DecidedOn, before.FinalPlanDueOn), (now.RequestReceivedOn, now.NotifiedOn, now.DecidedOn, now.FinalPlanDueOn));
        await using (var db = _app.Database())
        {
            Assert.Equal([RequestStage.Returned, RequestStage.WithService], await db.AdviceRequests.Where(r => r.Id == open || r.Id == returned).Select(r => r.Stage).OrderBy(s => s).ToListAsync());
            Assert.Equal([], await RowsOfTheWrongAuthorityAsync(keys));
            Assert.Equal(["CaseWasNotTheirs", "CasePutUnderItsAuthority"], await db.AuditEntries.Where(e => e.Reason == "The column was read wrongly").OrderBy(e => e.Fact.Length).Select(e => e.Fact).ToListAsync());
            Assert.Equal(2, await db.Emails.CountAsync(e => e.Template == "case-moved"));
            Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "request-details-corrected" && e.To == TestWorld.OtherClinician));
        }
        var gone = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.Contains("This case was recorded for you by mistake", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Blackpool", gone.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{now.Reference}")).Status);
        var right = await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync($"/assessments/{now.Reference}");
        foreach (var text in new[] { "family.pdf", "Paediatric occupational therapy", "Recorded by the DCO service" }) { Assert.Contains(text, right.Text, StringComparison.Ordinal); }
        Assert.Equal($"/assessments/{now.Reference}", (await administrator.GetAsync($"/assessments/{keys.Reference}")).Url.AbsolutePath);
        Assert.Contains(now.Reference, (await administrator.SubmitAsync(await administrator.GetAsync("/"), "form[action='/search']", new() { ["Text"] = keys.Reference })).Text, StringComparison.Ordinal);
        var service = await _app.SignInAsync(TestWorld.OtherClinician);
        Assert.Contains(now.Reference, (await service.SubmitAsync(await service.GetAsync("/"), "form[action='/search']", new() { ["Text"] = keys.Reference })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_put_back_and_right_again_is_told_each_time_and_every_reference_it_had_leads_on()
    {
        var keys = await RecordedByHealthAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        List<string> had = [keys.Reference];
        foreach (var code in new[] { "890", "888", "890" })
        {
            await administrator.SubmitAsync(await administrator.GetAsync($"/assessments/{had[^1]}/authority"), Form, await PutAsync(code));
            had.Add((await CaseAsync(keys.AssessmentId)).Reference);
        }

        Assert.Equal("890", await AuthorityOfAsync(await CaseAsync(keys.AssessmentId)));
        foreach (var old in had[..^1]) { Assert.Equal($"/assessments/{had[^1]}", (await administrator.GetAsync($"/assessments/{old}")).Url.AbsolutePath); }
        await using var db = _app.Database();
        Assert.Equal((6, 3), (await db.Emails.CountAsync(e => e.Template == "case-moved"), await db.Emails.CountAsync(e => e.Template == "request-details-corrected")));
    }

    [Fact]
    public async Task An_authority_that_has_its_case_again_is_led_there_by_every_reference_it_had_and_told_so()
    {
        var keys = await RecordedByHealthAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        List<string> had = [keys.Reference];
        foreach (var code in new[] { "890", "888" })
        {
            await administrator.SubmitAsync(await administrator.GetAsync($"/assessments/{had[^1]}/authority"), Form, await PutAsync(code));
            had.Add((await CaseAsync(keys.AssessmentId)).Reference);
        }
        var (again, wrong) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.OtherCaseworker));

        Assert.Equal($"/assessments/{had[2]}", (await again.GetAsync($"/assessments/{had[0]}")).Url.AbsolutePath);
        Assert.Contains(had[2], (await again.SubmitAsync(await again.GetAsync("/"), "form[action='/search']", new() { ["Text"] = had[0] })).Text, StringComparison.Ordinal);
        Assert.Contains("recorded for you by mistake", (await wrong.GetAsync($"/assessments/{had[1]}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var told = await db.Emails.Where(e => e.Template == "case-moved").Select(e => e.Body).ToListAsync();
        Assert.Contains($"{had[2]} is the case that you had as {had[0]}. What we then told you to delete is yours", Assert.Single(told, b => b.Contains(had[2], StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(told, b => b.Contains(had[1], StringComparison.Ordinal) && b.Contains(had[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_wrong_authority_wrote_for_itself_is_not_the_right_ones_to_read()
    {
        var keys = await RecordedByHealthAsync();
        await using (var db = _app.Database())
        {
            var writer = await db.Users.SingleAsync(u => u.Email == TestWorld.Caseworker);
            db.AuditEntries.Add(Facts.About(keys));
            db.Notes.Add(new CaseNote(Guid.CreateVersion7(), keys, CaseSide.LocalAuthority, new(writer.Id, "C"), new("The aunt is our neighbour", true, null), Then));
            await db.SaveChangesAsync();
        }
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/assessments/{keys.Reference}/authority"), Form, await PutAsync("890"));

        var now = await CaseAsync(keys.AssessmentId);
        Assert.Equal("890", await AuthorityOfAsync(now));
        Assert.DoesNotContain("neighbour", (await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync($"/assessments/{now.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_the_authority_recorded_that_moved_or_of_which_it_is_still_asked_stays_and_says_why()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var own = await _app.AssessmentAsync("888");
        Assert.Contains("The authority recorded this case itself", (await administrator.GetAsync($"/assessments/{own.Reference}/authority")).Text, StringComparison.Ordinal);
        var asked = await RecordedByHealthAsync();
        await using (var db = _app.Database())
        {
            db.AuditEntries.Add(Facts.About(asked));
            db.Questions.Add(new CaseQuestion(Guid.CreateVersion7(), asked, CaseSide.DcoService, "Is it yours?", "Test", Then));
            await db.SaveChangesAsync();
        }
        Assert.Contains("Close the question first", (await administrator.GetAsync($"/assessments/{asked.Reference}/authority")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{own.Reference}/authority")).Status);
    }

    [Fact]
    public async Task All_that_an_import_made_is_put_right_at_once_and_both_authorities_get_one_email()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        const string file = """
            LA reference,Date request received,Decision to assess,Date of decision,Legal surname,Forenames,Date of birth
            A1,02/11/2026,Yes,10/11/2026,Ashworth,Zoë,04/03/2019
            A2,02/11/2026,Yes,10/11/2026,Begum,Aisha,05/04/2018
            A3,02/11/2026,Yes,10/11/2026,Clarke,Ben,06/05/2017
            """;
        var preview = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/import"), "main form", new()
        {
            ["Arrival.AuthorityId"] = await AuthorityAsync("888"),
            ["Arrival.ArrivedOn.Day"] = "18",
            ["Arrival.ArrivedOn.Month"] = "11",
            ["Arrival.ArrivedOn.Year"] = "2026",
            ["Arrival.By"] = "Email",
        }, [("File", "n.csv", System.Text.Encoding.UTF8.GetBytes(file))]);
        await administrator.ConfirmAsync(preview);
        Assert.True(await _app.ImportNextAsync());
        // the other authority has a case of that reference already
        var other = await _app.AssessmentAsync("890");
        await using (var db = _app.Database())
        {
            await db.Assessments.Where(a => a.Id == other.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.AuthorityReference, "A3"));
        }

        var page = await FollowAsync(administrator, preview.Url.AbsolutePath, "Put its cases under the right one");
        var done = await administrator.SubmitAsync(page, Form, await PutAsync("890"));

        Assert.Contains("2 cases are Blackpool Council’s.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Another case there has the authority’s own reference A3", done.Text, StringComparison.Ordinal);
        await using var after = _app.Database();
        Assert.Equal(["Case moved: BPL-26-00001 and 1 other case", "Case moved: LCC-26-00001 and 1 other case"], await after.Emails.Where(e => e.Template == "case-moved").Select(e => e.Subject).Order().ToListAsync());
        Assert.Equal(["LCC-26-00003"], await after.Assessments.Where(a => a.IsRecordedByHealth && a.Reference.StartsWith("LCC")).Select(a => a.Reference).ToListAsync());

    }

    [Fact]
    public async Task A_case_of_the_import_that_was_merged_since_is_named_before_and_after()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        const string file = """
            LA reference,Date request received,Legal surname,Forenames,Date of birth
            A1,02/11/2026,Ashworth,Zoë,04/03/2019
            A2,02/11/2026,Begum,Aisha,05/04/2018
            """;
        var preview = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/import"), "main form", new()
        {
            ["Arrival.AuthorityId"] = await AuthorityAsync("888"),
            ["Arrival.ArrivedOn.Day"] = "18",
            ["Arrival.ArrivedOn.Month"] = "11",
            ["Arrival.ArrivedOn.Year"] = "2026",
            ["Arrival.By"] = "Email",
        }, [("File", "n.csv", System.Text.Encoding.UTF8.GetBytes(file))]);
        await administrator.ConfirmAsync(preview);
        Assert.True(await _app.ImportNextAsync());
        var kept = await _app.AssessmentAsync("888");
        await using (var db = _app.Database())
        {
            await db.Assessments.Where(a => a.Id == kept.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsRecordedByHealth, true));
        }
        var check = await administrator.SubmitAsync(await administrator.GetAsync($"/assessments/{kept.Reference}/same-child?other=LCC-26-00001"), Form, new() { ["Decision"] = "merge", ["Keep"] = kept.Reference, ["Reason"] = "Logged twice" });
        await administrator.SubmitAsync(check, Form, []);

        var page = await FollowAsync(administrator, preview.Url.AbsolutePath, "Put its cases under the right one");
        Assert.Contains($"LCC-26-00001: It was merged into {kept.Reference}, which stays where it is.", page.Text, StringComparison.Ordinal);
        var done = await administrator.SubmitAsync(page, Form, await PutAsync("890"));

        Assert.Contains($"1 case stays: LCC-26-00001: It was merged into {kept.Reference}", done.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> FollowAsync(PortalBrowser browser, string path, string link) =>
        await browser.GetAsync((await browser.GetAsync(path)).All("main a").Single(a => a.TextContent == link).GetAttribute("href")!);

    private async Task<CaseKeys> RecordedByHealthAsync()
    {
        var keys = await _app.AssessmentAsync("888");
        await using var db = _app.Database();
        await db.Assessments.Where(a => a.Id == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsRecordedByHealth, true));
        return keys;
    }

    private async Task<Assessment> CaseAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == id);
    }

    private async Task<string> AuthorityOfAsync(Assessment assessment)
    {
        await using var db = _app.Database();
        return await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Code).SingleAsync();
    }

    private async Task<string> AuthorityAsync(string code)
    {
        await using var db = _app.Database();
        return (await db.LocalAuthorities.Where(a => a.Code == code).Select(a => a.Id).SingleAsync()).ToString();
    }

    private async Task<Dictionary<string, string?>> PutAsync(string code) => new() { ["AuthorityId"] = await AuthorityAsync(code), ["Reason"] = "The column was read wrongly" };

    // every table of the model whose rows belong to a case, so that a new one is not forgotten
    private async Task<List<string>> RowsOfTheWrongAuthorityAsync(CaseKeys wrong)
    {
        await using var db = _app.Database();
        List<string> left = [];
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.FindProperty("AssessmentId")?.ClrType == typeof(Guid) && t.FindProperty("LocalAuthorityId") is not null && !StaysBehind.Contains(t.GetTableName())))
        {
            var rows = (Task<int>)typeof(RightAuthorityTests).GetMethod(nameof(CountAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.ClrType).Invoke(null, [db, wrong])!;
            if (await rows > 0) { left.Add(type.GetTableName()!); }
        }
        return left;
    }

    private static Task<int> CountAsync<T>(PortalDb db, CaseKeys wrong) where T : class, ICaseRow => db.Set<T>().CountAsync(r => r.AssessmentId == wrong.AssessmentId && r.LocalAuthorityId == wrong.LocalAuthorityId);
}
