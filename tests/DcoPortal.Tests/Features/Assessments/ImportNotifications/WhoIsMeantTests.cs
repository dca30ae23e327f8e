using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>Which child, which person and which of two requests a tracker's row means is asked or told, never guessed. Today is 21 November 2026.</summary>
public sealed class WhoIsMeantTests : IDisposable
{
    private const string Headings = "LA,LA ref,Surname,Forename,Known as,DOB,NHS No,Date received,Decision to assess,Date of decision,Date health was told,Date health was asked for advice,Service,Clinician,Date asked,Date returned,School\n";
    private const string Child = "Lancashire,E-1,Ashworth,Zoë,,04/03/2019,9434765919,01/09/2026,Yes,01/10/2026,02/09/2026,02/10/2026,";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("J,Jack", "J,Jill", "", "", true)]
    [InlineData("J,", "J,", "", "", true)]
    [InlineData("Jo,", "Jo,", "Moor School", "Hill School", true)]
    [InlineData("Jo,", "Jo,", "Moor School", "Moor School", false)]
    [InlineData("Jo,", "Jo,Joey", "", "", false)]
    public async Task Rows_that_agree_in_name_and_days_alone_are_one_child_only_where_nothing_speaks_of_another(string one, string other, string school, string otherSchool, bool isAsked)
    {
        string Row(string names, string service, string setting) => $"Lancashire,,Wareing,{names},25/08/2016,,01/10/2026,Yes,20/10/2026,02/10/2026,21/10/2026,{service},,22/10/2026,,{setting}\n";

        var preview = await _app.TrackerAsync(Headings + Row(one, "Community paediatrics", school) + Row(other, "Paediatric occupational therapy", otherSchool));
        Assert.Contains(isAsked ? "Look at both: same name, date of birth and Date request received as row 2 of this file" : "Adds to row 2 of this file", preview.Text, StringComparison.Ordinal);

        // and beside a case that is there
        await _app.ImportAsync(preview, TestWorld.Administrator);
        var again = await _app.TrackerAsync(Headings + Row(other, "Paediatric speech and language therapy", otherSchool));
        Assert.Contains(isAsked ? "Look at both: same name" : "Adds to LCC-26-00001", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_of_a_service_whom_the_directory_does_not_have_close_no_request_of_each_other()
    {
        const string shah = Child + "Community paediatrics,Dr Shah,03/10/2026,,\n";
        const string kelly = Child + "Community paediatrics,Sister Kelly (nurse),03/10/2026,20/11/2026,\n";

        var preview = await _app.TrackerAsync(Headings + shah + kelly);
        Assert.Contains("the directory does not have Sister Kelly (nurse), and a case has one request to a service, here that of Dr Shah. To be corrected", preview.Text, StringComparison.Ordinal);
        await _app.ImportAsync(preview, TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal(RequestStage.WithService, (await db.AdviceRequests.SingleAsync()).Stage);
        Assert.Contains((await db.Assessments.SingleAsync()).ToCorrect, c => c.Field.StartsWith("Sister Kelly", StringComparison.Ordinal) && c.Given == "asked 3 October 2026, answered 20 November 2026");
        // the one who has the request answers it
        await _app.ImportAsync(await _app.TrackerAsync(Headings + Child + "Community paediatrics,Dr Shah,03/10/2026,19/11/2026,\n"), TestWorld.Administrator);
        Assert.Equal(new DateOnly(2026, 11, 19), await db.AdviceRequests.Select(r => r.ReturnedOn).SingleAsync());
    }

    [Fact]
    public async Task A_later_file_that_names_somebody_else_of_a_service_is_looked_at()
    {
        await _app.ImportAsync(await _app.TrackerAsync(Headings + Child + "Community paediatrics,Dr Shah,03/10/2026,,\n"), TestWorld.Administrator);

        var preview = await _app.TrackerAsync(Headings + Child + "Community paediatrics,Sister Kelly,03/10/2026,20/11/2026,\n");
        Assert.Contains("has one request to Community paediatrics, that of Dr Shah, and this row names Sister Kelly", preview.Text, StringComparison.Ordinal);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Same" });
        await _app.ImportAsync(preview, TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal(RequestStage.WithService, (await db.AdviceRequests.SingleAsync()).Stage);
        Assert.Contains((await db.Assessments.SingleAsync()).ToCorrect, c => c.Given == "asked 3 October 2026, answered 20 November 2026");
    }

    [Fact]
    public async Task The_answer_of_somebody_who_came_second_is_no_other_day_of_the_first_ones_answer()
    {
        await _app.ImportAsync(await _app.TrackerAsync(Headings + Child + "Community paediatrics,Dr Shah,03/10/2026,20/10/2026,\n" + Child + "Community paediatrics,Sister Kelly,03/10/2026,,\n"), TestWorld.Administrator);
        const string kelly = Child + "Community paediatrics,Sister Kelly,03/10/2026,20/11/2026,\n";

        var preview = await _app.TrackerAsync(Headings + kelly);
        Assert.DoesNotContain("Put right which is wrong", preview.Text, StringComparison.Ordinal);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Same" });
        await _app.ImportAsync(preview, TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal(new DateOnly(2026, 10, 20), await db.AdviceRequests.Select(r => r.ReturnedOn).SingleAsync());
        Assert.Contains((await db.Assessments.SingleAsync()).ToCorrect, c => c.Field.StartsWith("Sister Kelly", StringComparison.Ordinal) && c.Given == "asked 3 October 2026, answered 20 November 2026");
        Assert.Contains("Already there (1)", (await _app.TrackerAsync(Headings + kelly)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_named_second_whose_service_has_answered_by_another_stands_on_the_case_as_not_asked()
    {
        const string own = "Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Professional 1 name,Professional 1 service,Professional 1 answered on,Professional 2 name,Professional 2 service,Professional 2 asked for by the family\n";
        await _app.ImportAsync(await _app.OwnFileAsync(own + "Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,01/10/2026,Ann Other,Community paediatrics,20/10/2026,Bob Another,Community paediatrics,Yes\n"));

        await using var db = _app.Database();
        Assert.Contains((await db.Assessments.SingleAsync()).ToCorrect, c => c.Field.StartsWith("Bob Another", StringComparison.Ordinal) && c.Given == "asked for by the family");
    }

    [Theory]
    [InlineData("", "", "", null)]
    [InlineData("Ann Other", "Community paediatrics", "", "does not say who answered, and no day stands beside Ann Other. It is kept as an answer of a service that is not named: see whose it was before anybody is asked")]
    [InlineData("", "Community paediatrics", "", "does not say who answered, and no day stands beside Community paediatrics. It is kept as an answer of a service that is not named: see whose it was before anybody is asked")]
    [InlineData("Ann Other", "Community paediatrics", "18/10/2026", null)]
    public async Task A_day_on_which_health_answered_that_may_be_of_somebody_named_is_to_be_looked_at(string name, string service, string answered, string? why)
    {
        const string own = "Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Date health answered,Professional 1 name,Professional 1 service,Professional 1 answered on\n";
        await _app.ImportAsync(await _app.OwnFileAsync(own + $"Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,01/10/2026,20/10/2026,{name},{service},{answered}\n"));

        await using var db = _app.Database();
        Assert.Equal(why, (await db.Assessments.SingleAsync()).ToCorrect.SingleOrDefault(c => c.Field == "Date health answered")?.Why);
        Assert.Contains(new DateOnly(2026, 10, 20), await db.InvolvedProfessionals.Where(p => p.AnsweredOn != null).Select(p => p.AnsweredOn!.Value).ToListAsync());
    }

    [Theory]
    [InlineData("\"PRITCHARD, Gwen\"", "\"AZIZ, Tariq\"")]
    [InlineData("Mrs Gwen Pritchard (OT)", "Mr Tariq Aziz")]
    public async Task People_of_the_directory_are_known_surname_first_and_by_their_title(string gwen, string tariq)
    {
        await _app.ImportAsync(await _app.TrackerAsync(Headings + Child + $"Paediatric occupational therapy,{gwen},03/10/2026,20/10/2026,\n" + Child + $"Paediatric occupational therapy,{tariq},20/10/2026,,\n"), TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal([(TestWorld.Gwen, RequestStage.Returned), (TestWorld.Tariq, RequestStage.WithService)], (await db.AdviceRequests.ToListAsync()).Select(r => (r.ProfessionalId!.Value, r.Stage)).OrderBy(r => r.Stage != RequestStage.Returned));
    }

    [Theory]
    [InlineData("Gwen Pritchard (mum objects to her)")]
    [InlineData("Gwen Pritchard (now Tariq Aziz)")]
    [InlineData("Gwen Pritchard (left 30/9)")]
    [InlineData("Gwen Pritchard?")]
    [InlineData("Gwen Pritchard (?)")]
    public async Task What_is_said_or_asked_behind_a_name_stays_and_the_person_is_not_asked(string gwen)
    {
        await _app.ImportAsync(await _app.TrackerAsync(Headings + Child + $",{gwen},03/10/2026,,\n"), TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal(gwen, (await db.InvolvedProfessionals.SingleAsync()).Name);
        Assert.Empty(await db.AdviceRequests.ToListAsync());
        Assert.Contains((await db.Assessments.SingleAsync()).ToCorrect, c => c.Given.Contains("asked 3 October 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_in_doubt_is_named_as_it_stands_and_not_asked()
    {
        var preview = await _app.TrackerAsync(Headings + Child + "Community paediatrics?,,03/10/2026,,\n");
        Assert.Contains("“Community paediatrics?” is in doubt, so it is named as it stands", preview.Text, StringComparison.Ordinal);
        await _app.ImportAsync(preview, TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal("Community paediatrics?", (await db.InvolvedProfessionals.SingleAsync()).ServiceName);
        Assert.Empty(await db.AdviceRequests.ToListAsync());
        Assert.Empty((await _app.TrackerAsync(Headings + Child.Replace("Lancashire", "Lancashire?", StringComparison.Ordinal) + "Community paediatrics,,03/10/2026,,\n")).All("form[action$='/confirm']"));
    }

    [Theory]
    [InlineData("12/11/2026,", null)]
    [InlineData("12/11/2026,20/11/2026", "2026-11-20")]
    public async Task The_statutory_request_to_a_service_that_gave_early_information_is_recorded_beside_it(string days, string? returned)
    {
        const string child = "Lancashire,E-1,Ashworth,Zoë,,04/03/2019,9434765919,01/10/2026,{0},02/10/2026,{1},Community paediatrics,,{2},\n";
        string Row(string decision, string asked, string of) => child.Replace("{0}", decision, StringComparison.Ordinal).Replace("{1}", asked, StringComparison.Ordinal).Replace("{2}", of, StringComparison.Ordinal);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var early = await _app.TrackerAsync(Headings + Row(",", "", "05/10/2026,12/10/2026"));
        await administrator.SubmitAsync(await administrator.GetAsync(early.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Another" });
        await _app.ImportAsync(early, TestWorld.Administrator);
        await using (var before = _app.Database())
        {
            var there = await before.Assessments.SingleAsync();
            there.Decide(DcoPortal.Domain.Assessments.AssessmentDecision.Assess, new(2026, 11, 10), new(2026, 11, 11));
            before.AuditEntries.Add(Facts.About(there.Keys));
            await before.SaveChangesAsync();
        }

        var later = await _app.TrackerAsync(Headings + Row("Yes,10/11/2026", "11/11/2026", days));
        Assert.Contains("Adds to LCC-26-00001", later.Text, StringComparison.Ordinal);
        await _app.ImportAsync(later, TestWorld.Administrator);

        await using var db = _app.Database();
        var statutory = await db.AdviceRequests.SingleAsync(r => r.Kind == AdviceKind.Statutory);
        Assert.Equal((returned is null ? RequestStage.WithService : RequestStage.Returned, returned), (statutory.Stage, statutory.ReturnedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(new DateOnly(2026, 10, 12), await db.AdviceRequests.Where(r => r.Kind == AdviceKind.EarlyInformation).Select(r => r.ReturnedOn).SingleAsync());
        Assert.DoesNotContain((await db.Assessments.SingleAsync()).ToCorrect, c => c.Given.Contains("12 October", StringComparison.Ordinal));
        // the row of the early information changes neither
        await _app.ImportAsync(await _app.TrackerAsync(Headings + Row("Yes,10/11/2026", "11/11/2026", "05/10/2026,12/10/2026")), TestWorld.Administrator);
        Assert.Equal([(AdviceKind.EarlyInformation, new DateOnly(2026, 10, 12)), (AdviceKind.Statutory, statutory.ReturnedOn)], (await db.AdviceRequests.AsNoTracking().ToListAsync()).Select(r => (r.Kind, r.ReturnedOn)).OrderBy(r => r.Kind != AdviceKind.EarlyInformation));
    }
}
