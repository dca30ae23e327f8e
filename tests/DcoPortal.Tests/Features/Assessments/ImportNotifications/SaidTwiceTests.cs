using System.Text;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>A second row or file that says more, or otherwise, is never passed over without a word. Today is 21 November 2026.</summary>
public sealed class SaidTwiceTests : IDisposable
{
    private const string Own = "LA ref,Surname,Forename,DOB,NHS number,Postcode,Date received,Decision to assess,Date of decision,Professional 1 service,Professional 1 answered on,Professional 1 asked for by the family,Do not share with,Family views,Address,Parent phone,Looked after,Source of request\n";
    private const string Tracker = "LA,LA ref,Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Date health was told,Date health was asked for advice,Service,Clinician,Date asked,Date returned,Do not share with,Family views,Address\n";
    private const string Row = "A1,Ashworth,Zoë,04/03/2019,9434765919,,02/11/2026,";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(",,,,,,Likes trains. Do not tell her father,1 High St,,,", "it says more: another Family views")]
    [InlineData(",,,,,,Likes trains,Refuge: not to be disclosed,,,", "it says more: another Address")]
    [InlineData(",,,,,,Likes trains,1 High St,07700 900200,,", "it says more: Parent phone")]
    [InlineData(",,,,,,Likes trains,1 High St,,Yes,", "it says more: another Looked after")]
    [InlineData(",,,,,,Likes trains,1 High St,,,Parent", "it says more: another Source of request")]
    [InlineData(",,,,,,Likes trains,1 High St,,Yes (Bolton),", "it says more: Looked after")]
    [InlineData(",,Audiology,,Yes,,Likes trains,1 High St,,,", "it says more of Audiology")]
    [InlineData(",,,,,Grandad,Likes trains,1 High St,07700 900200,,", "The row also says Parent phone")]
    public async Task A_known_row_that_says_more_or_otherwise_is_looked_at_and_added_where_a_person_says_so(string cells, string reason)
    {
        const string first = Row + ",,,,,,Likes trains,1 High St,,,\n";
        await ConfirmAsync(await OwnAsync(first));
        Assert.Contains("Already there (1)", (await OwnAsync(first)).Text, StringComparison.Ordinal);

        var preview = await OwnAsync(Row + cells + "\n");

        Assert.Contains(reason, preview.Text, StringComparison.Ordinal);
        Assert.Contains("To look at (1)", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_row_says_otherwise_stands_on_the_case_once_a_person_has_called_it_the_same_and_is_news_no_more()
    {
        await ConfirmAsync(await OwnAsync(Row + ",,Audiology,,,,Likes trains,1 High St,,,\n"));
        const string other = Row + ",,Audiology,,Yes,,No letters home,Refuge,,Yes,Parent\n";
        var preview = await OwnAsync(other);
        await AnswerAsync(preview, TestWorld.Manager, "Same", 2);
        await ConfirmAsync(preview);

        await using var db = _app.Database();
        Assert.Equal(["Address, another: Refuge", "Family views, another: No letters home", "Looked after, another: Yes", "Source of request, another: Parent or carer"], (await db.Assessments.SingleAsync()).ToCorrect.Select(c => $"{c.Field}: {c.Given}").Order());
        Assert.True((await db.InvolvedProfessionals.SingleAsync()).FamilyAsked);
        Assert.Contains("Already there (1)", (await OwnAsync(other)).Text, StringComparison.Ordinal);
        // taken off the list, the words stay in the activity
        var reference = await db.Assessments.Select(a => a.Reference).SingleAsync();
        var manager = await _app.SignInAsync(TestWorld.Manager);
        await manager.SubmitAsync(await manager.GetAsync($"/assessments/{reference}"), "form[action$='/to-correct']", new() { ["field"] = "Address, another", ["given"] = "Refuge" });
        Assert.Equal("Refuge", await db.AuditEntries.Where(e => e.Fact == "ImportedCellDealtWith").Select(e => e.Before).SingleAsync());
    }

    [Fact]
    public async Task The_rows_of_one_child_in_a_tracker_lose_nothing_of_what_they_say_otherwise()
    {
        const string child = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,";
        var preview = await TrackerAsync(
            child + "02/09/2026,22/09/2026,Paediatric occupational therapy,,23/09/2026,,,Wants help,1 High St\n" +
            child + "09/09/2026,22/09/2026,Community paediatrics,,23/09/2026,,Grandad,Do not tell her ex-husband,Refuge\n" +
            child + "02/09/2026,22/09/2026,,,12/10/2026,,,,\n");

        Assert.Contains("Family views, another: “Do not tell her ex-husband”. To be corrected", preview.Text, StringComparison.Ordinal);
        Assert.Contains("it says more: Professional 1 service", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(preview, TestWorld.Administrator);
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal("Grandad", assessment.Family.DoNotShareWith);
        Assert.Equal(["Address, another: Refuge", "Date health was told, another: 9 Sep 2026", "Family views, another: Do not tell her ex-husband"], assessment.ToCorrect.Select(c => $"{c.Field}: {c.Given}").Order());
    }

    [Fact]
    public async Task A_service_asked_on_another_day_than_was_recorded_is_looked_at_because_the_clock_follows_from_it()
    {
        const string row = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,05/10/2026,,,Community paediatrics,,{0},,,,\n";
        await ConfirmAsync(await TrackerAsync(row.Replace("{0}", "08/10/2026", StringComparison.Ordinal)), TestWorld.Administrator);
        Assert.Contains("Already there (1)", (await TrackerAsync(row.Replace("{0}", "08/10/2026", StringComparison.Ordinal))).Text, StringComparison.Ordinal);

        var preview = await TrackerAsync(row.Replace("{0}", "28/10/2026", StringComparison.Ordinal));
        Assert.Contains("Community paediatrics was asked on 8 October 2026, and this row 28 October 2026", preview.Text, StringComparison.Ordinal);
        await AnswerAsync(preview, TestWorld.Administrator, "Same", 2);
        await ConfirmAsync(preview, TestWorld.Administrator);
        await using var db = _app.Database();
        Assert.Contains((await db.Assessments.SingleAsync()).ToCorrect, c => c is { Field: "Community paediatrics: asked on, another", Given: "28 October 2026" });
    }

    [Fact]
    public async Task A_request_that_a_service_has_taken_on_and_one_of_somebody_else_are_not_closed_by_a_row()
    {
        const string row = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,05/10/2026,,06/10/2026,Paediatric occupational therapy,{0},06/10/2026,{1},,,\n";
        string Of(string clinician, string answered) => row.Replace("{0}", clinician, StringComparison.Ordinal).Replace("{1}", answered, StringComparison.Ordinal);
        await ConfirmAsync(await TrackerAsync(Of("Gwen Pritchard", "")), TestWorld.Administrator);

        Assert.Contains("has a request to somebody else of Paediatric occupational therapy, and this row names Somebody Else", (await TrackerAsync(Of("Somebody Else", "25/10/2026"))).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync();
        request.Acknowledge(new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc), "Gwen Pritchard");
        db.AuditEntries.Add(Facts.About(request.Keys));
        await db.SaveChangesAsync();
        Assert.Contains("has taken on the request of LCC-26-", (await TrackerAsync(Of("Gwen Pritchard", "25/10/2026"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Isla", "Ashworth", "04/03/2019", "Isla Rose", "Ashworth", "04/03/2019", true)]
    [InlineData("Mohammed", "Ashworth", "04/03/2019", "Mohamed", "Ashworth", "04/03/2019", true)]
    [InlineData("Oliver", "Ashworth", "04/03/2019", "Oli", "Ashworth", "04/03/2019", true)]
    [InlineData("Lila", "Thomsonby", "04/03/2019", "Lila", "Thompsonby", "04/03/2019", true)]
    [InlineData("Lila", "Ashworth", "14/03/2019", "Lila", "Ashworth", "15/03/2019", true)]
    [InlineData("Tom", "Hallamby", "04/03/2019", "Tom", "Hallamby-Jones", "04/03/2019", true)]
    [InlineData("Robert", "Ashworth", "04/03/2019", "Bob", "Ashworth", "04/03/2019", false)]
    public async Task A_child_written_a_little_otherwise_is_not_made_two_without_a_look_or_a_warning(string forename, string surname, string born, string other, string otherSurname, string otherBorn, bool looked)
    {
        string Row(string first, string last, string birth, string wish) => $",{last},{first},{birth},,,02/11/2026,,,,,,{wish},,,,,\n";

        var preview = await OwnAsync(Row(forename, surname, born, "") + Row(other, otherSurname, otherBorn, ""));
        Assert.Contains(looked ? "may be the same child as row 2 of this file" : "same surname and date of birth as row 2 of this file, and other forenames: a twin, or the same child?", preview.Text, StringComparison.Ordinal);
        // and a wish of only one of them keeps both back
        Assert.Contains("To look at (2)", (await OwnAsync(Row(forename, surname, born, "") + Row(other, otherSurname, otherBorn, "Dad"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_another_child_on_a_further_row_is_looked_at()
    {
        const string other = "Lancashire,E-9,Cole,Cy,04/03/2017,9434765919,01/09/2026,,,02/09/2026,,,,,,,,\n";
        string Rex(string reference, string number) => $"Lancashire,{reference},Ashworth,Rex,04/03/2018,{number},01/09/2026,Yes,05/10/2026,02/09/2026,06/10/2026,Community paediatrics,,06/10/2026,,,,\n";

        Assert.Contains("its LA reference is that of row 2 of this file, and the rest is that of row 3 of this file", (await TrackerAsync(other + Rex("", "") + Rex("E-9", ""))).Text, StringComparison.Ordinal);
        var preview = await TrackerAsync(other + Rex("", "") + Rex("", "9434765919"));
        Assert.Contains("its NHS number is that of row 2 of this file", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(preview, TestWorld.Administrator);
        await using var db = _app.Database();
        Assert.Equal("Cole", await db.Assessments.Where(a => a.Child.NhsNumber == "9434765919").Select(a => a.Child.LegalSurname).SingleAsync());
    }

    [Fact]
    public async Task Wishes_of_two_rows_are_joined_whole_or_refused_by_name()
    {
        string Of(string wish) => $"Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,05/10/2026,02/09/2026,06/10/2026,Community paediatrics,,06/10/2026,,{wish},,\n";
        Assert.Contains("what this row and row 3 say is together longer than 1,000 characters", (await TrackerAsync(Of(new string('a', 660)) + Of(new string('b', 660)))).Text, StringComparison.Ordinal);

        await ConfirmAsync(await TrackerAsync(Of("Grandfather") + Of("father")), TestWorld.Administrator);
        await using var db = _app.Database();
        Assert.Equal("Grandfather\n\nfather", (await db.Assessments.SingleAsync()).Family.DoNotShareWith);
    }

    [Fact]
    public async Task The_day_of_arrival_and_the_day_health_was_asked_stay_two()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        async Task<Page> Upload(string day, string cells) => await administrator.SubmitAsync(await administrator.GetAsync("/assessments/import"), "form[action='/assessments/import']",
            new() { ["Arrival.AuthorityId"] = await LancashireAsync(), ["Arrival.ArrivedOn.Day"] = day, ["Arrival.ArrivedOn.Month"] = "11", ["Arrival.ArrivedOn.Year"] = "2026", ["Arrival.ArrivedBy"] = "Email" },
            [("File", "for.csv", Encoding.UTF8.GetBytes("LA ref,Surname,Forename,DOB,NHS number,Date received,Decision to assess,Date of decision,Date health was asked for advice,Date health was told\n" + cells))]);

        var preview = await Upload("10", "V-1,Ashworth,Zoë,04/03/2019,9434765919,01/10/2026,Yes,05/11/2026,18/11/2026,\nV-2,Birch,Ann,04/03/2018,,01/10/2026,,,,12/11/2026\n");
        Assert.Contains("the row says 12 November 2026, and the whole file arrived on 10 November 2026", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(preview, TestWorld.Administrator);
        await using var db = _app.Database();
        Assert.Equal([(new(2026, 11, 10), new DateOnly(2026, 11, 18)), (new(2026, 11, 12), null)], (await db.Assessments.OrderBy(a => a.AuthorityReference).ToListAsync()).Select(a => (a.NotifiedOn, a.AdviceRequestReceivedOn)));
        // the same file had arrived earlier than its case says
        Assert.Contains("it arrived at health on 9 November 2026, and LCC-26-", (await Upload("9", "V-1,Ashworth,Zoë,04/03/2019,9434765919,01/10/2026,Yes,05/11/2026,18/11/2026,\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_an_authoritys_import_is_never_before_health_was_asked_as_the_record_says()
    {
        await ConfirmAsync(await OwnAsync(Row + "Yes,10/11/2026,Audiology,18/11/2026,,,,,,,\n"));

        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal((new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 10)), (assessment.NotifiedOn, assessment.AdviceRequestReceivedOn!.Value));
        Assert.Equal(["Date health was asked for advice", "Date health was told"], assessment.ToCorrect.Select(c => c.Field).Order());
    }

    [Fact]
    public async Task Our_own_headings_go_before_what_was_matched_for_another_file()
    {
        Dictionary<string, string> matched = new() { ["SURNAME"] = "Legal surname", ["STARTED"] = "Date request received", ["EXCLUDE"] = "Do not share with", ["DONOTSHAREWITH"] = "" };
        await using (var before = _app.Database()) { await before.LocalAuthorities.Where(a => a.Code == "888").ExecuteUpdateAsync(a => a.SetProperty(x => x.ImportColumns, new ReadingChoices { Columns = matched }.ToRemember().ToText())); }

        await ConfirmAsync(await UploadAsync("LA reference,Legal surname,Forenames,Date of birth,Date request received,Do not share with\nA2,Birch,Ann,04/03/2018,03/11/2026,Mum\n"));
        await using var db = _app.Database();
        Assert.Equal("Mum", (await db.Assessments.SingleAsync(a => a.AuthorityReference == "A2")).Family.DoNotShareWith);
        // theirs beside ours is asked about again
        Assert.Contains("Match the columns", (await UploadAsync("LA reference,Legal surname,Forenames,Date of birth,Date request received,Started,Surname\nA3,Cole,Cy,04/03/2017,01/11/2026,20/11/2026,Marsh\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_that_two_authorities_bring_is_told_to_the_DCO_service_alone()
    {
        var there = await _app.AssessmentAsync(authorityCode: "890", received: new(2026, 11, 2), nhsNumber: "9434765919", surname: "Ashworth");
        await ConfirmAsync(await OwnAsync(Row + ",,,,,,,,,,\n"));

        await using var db = _app.Database();
        var here = await db.Assessments.Where(a => a.AuthorityReference == "A1").Select(a => a.Reference).SingleAsync();
        Assert.Contains($"The same child has an open case with Blackpool Council: {there.Reference}", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{here}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The same child has an open case", (await (await _app.SignInAsync(TestWorld.Manager)).GetAsync($"/assessments/{here}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_authority_says_was_answered_of_a_request_that_is_open_comes_in_to_be_corrected()
    {
        await ConfirmAsync(await TrackerAsync("Lancashire,A1,Ashworth,Zoë,04/03/2019,9434765919,02/11/2026,Yes,10/11/2026,,11/11/2026,Community paediatrics,,12/11/2026,,,,\n"), TestWorld.Administrator);

        var preview = await OwnAsync(Row + "Yes,10/11/2026,Community paediatrics,19/11/2026,,,,,,,\n");
        await AnswerAsync(preview, TestWorld.Manager, "Same", 2);
        await ConfirmAsync(preview);

        await using var db = _app.Database();
        Assert.Equal((RequestStage.WithService, null), (await db.AdviceRequests.Select(r => r.Stage).SingleAsync(), await db.InvolvedProfessionals.Select(p => p.AnsweredOn).SingleAsync()));
        Assert.Contains("19 November 2026", (await db.Assessments.SingleAsync()).ToCorrect.Select(c => c.Given));
    }

    [Fact]
    public async Task An_answer_that_was_recorded_and_is_corrected_or_cleared_says_the_same_everywhere()
    {
        const string row = "Lancashire,A1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,05/10/2026,,06/10/2026,Community paediatrics,,07/10/2026,{0},,,\n";
        await ConfirmAsync(await TrackerAsync(row.Replace("{0}", "20/10/2026", StringComparison.Ordinal)), TestWorld.Administrator);
        Assert.Contains("The row has no answer of Community paediatrics, and LCC-26-00001 says that it answered on 20 October 2026", (await TrackerAsync(row.Replace("{0}", "", StringComparison.Ordinal))).Text, StringComparison.Ordinal);

        await using var db = _app.Database();
        var id = await db.AdviceRequests.Select(r => r.Id).SingleAsync();
        await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<DcoPortal.Casework.Requests.CorrectRecordedAnswerHandler>().HandleAsync(id, null, "Another child’s report", default));
        Assert.Null(await db.InvolvedProfessionals.Select(p => p.AnsweredOn).SingleAsync());
    }

    [Fact]
    public async Task Another_route_than_that_of_the_case_is_looked_at_and_an_undecided_row_says_what_its_route_needs()
    {
        const string headings = "LA ref,Surname,Forename,DOB,NHS number,Date received,Route\n";
        await ConfirmAsync(await UploadAsync(headings + "A1,Ashworth,Zoë,04/03/2019,9434765919,02/11/2026,\n"));
        Assert.Contains("it says more: another Route", (await UploadAsync(headings + "A1,Ashworth,Zoë,04/03/2019,9434765919,02/11/2026,Tribunal order\n")).Text, StringComparison.Ordinal);

        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var tracker = await administrator.SubmitAsync(await administrator.GetAsync("/go-live"), "form[action='/go-live']", [], [("File", "tracker.csv", Encoding.UTF8.GetBytes("LA,LA ref,Surname,Forename,DOB,Date received,Service,Date asked,Route\nLancashire,A9,Birch,Ann,04/03/2018,02/11/2026,Community paediatrics,03/11/2026,Tribunal order\n"))]);
        Assert.Contains("on which the authority must assess", tracker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_of_a_row_is_kept_whole()
    {
        var long1 = $"12/11/2026 rec'd from Sue by email. {new string('x', 3000)} The second page must not go to dad";
        var long2 = $"{new string('y', 3000)} who must not be told where they live";
        await ConfirmAsync(await OwnAsync(Row + $",,Audiology,{long1},,,,,{long2},,\n"));

        await using var db = _app.Database();
        Assert.Equal([("Audiology: answered on", long1), ("Parent phone", long2)], (await db.Assessments.SingleAsync()).ToCorrect.Select(c => (c.Field, c.Given)).Order());
        Assert.Contains("longer than 10,000 characters", (await OwnAsync(Row.Replace("A1", "A2", StringComparison.Ordinal) + $",,,,,,,{new string('z', 10_001)},,,\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_rows_objection_names_the_case_that_lacks_it()
    {
        await ConfirmAsync(await OwnAsync(Row + ",,,,,,,,,,\n"));

        Assert.Contains("may be this child’s, and does not say so. Record it there under Sharing information", (await OwnAsync("A1,Ashworth,Zoë,04/03/2019,9434765919,,as above,,,,,,Dad,,,,,\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_answered_meanwhile_stays_where_a_person_left_the_row_as_it_was_shown()
    {
        const string rows = "A1,Ashworth,,04/03/2019,,,02/11/2026,,,,,,,,,,,\nA2,Birch,,04/03/2019,,,02/11/2026,,,,,,,,,,,\n";
        var preview = await OwnAsync(rows);
        var (one, other) = (await _app.SignInAsync(TestWorld.Manager), await _app.SignInAsync(TestWorld.Manager));
        var before = await one.GetAsync(preview.Url.AbsolutePath + "?show=LookAt");
        await other.SubmitAsync(await other.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Another" });

        await one.SubmitAsync(before, "form[action$='/take']", new() { ["Rows[3]"] = "Another" });

        Assert.Contains("With a warning (2)", (await one.GetAsync(preview.Url.AbsolutePath)).Text, StringComparison.Ordinal);
    }

    private async Task<string> LancashireAsync()
    {
        await using var db = _app.Database();
        return (await db.LocalAuthorities.Where(a => a.Code == "888").Select(a => a.Id).SingleAsync()).ToString();
    }

    private async Task AnswerAsync(Page preview, string by, string answer, int line)
    {
        var browser = await _app.SignInAsync(by);
        await browser.SubmitAsync(await browser.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { [$"Rows[{line}]"] = answer });
    }

    private Task<Page> OwnAsync(string rows) => UploadAsync(Own + rows);

    private async Task<Page> UploadAsync(string text)
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        return await manager.SubmitAsync(await manager.GetAsync("/assessments/import"), "form[action='/assessments/import']", [], [("File", "own.csv", Encoding.UTF8.GetBytes(text))]);
    }

    private async Task<Page> TrackerAsync(string rows)
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        return await administrator.SubmitAsync(await administrator.GetAsync("/go-live"), "form[action='/go-live']", [], [("File", "tracker.csv", Encoding.UTF8.GetBytes(Tracker + rows))]);
    }

    private async Task ConfirmAsync(Page preview, string by = TestWorld.Manager)
    {
        var browser = await _app.SignInAsync(by);
        await browser.SubmitAsync(await browser.GetAsync(preview.Url.AbsolutePath), "form[action$='/confirm']", []);
        await _app.Services.GetRequiredService<ImportProcessor>().ProcessNextAsync(default);
        await using var db = _app.Database();
        Assert.Null((await db.ImportBatches.OrderByDescending(b => b.UploadedUtc).FirstAsync()).Failure);
    }
}
