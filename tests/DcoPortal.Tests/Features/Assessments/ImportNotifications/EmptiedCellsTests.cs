using System.Text;
using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>A corrected file says less than the one before: a person is told what the case goes on to say. Today is 21 November 2026.</summary>
public sealed class EmptiedCellsTests : IDisposable
{
    public enum Door { Own, ForAuthority, GoLive }

    private const string Headings = "Local authority,LA reference,Legal surname,Forenames,Date of birth,NHS number,Date request received,Decision to assess,Date of decision,Date health was told,Date health was asked for advice,Do not share with,Date health answered,"
        + "Professional 1 service,Professional 1 asked on,Professional 1 answered on,Professional 2 service,Professional 2 asked on,Professional 2 answered on\n";
    private const string Child = "Lancashire,A1,Ashworth,Zoë,04/03/2019,9434765919,02/11/2026,";
    private const string Decided = Child + "Yes,09/11/2026,02/11/2026,10/11/2026,";
    private const string Paediatrics = "Community paediatrics", Therapy = "Paediatric occupational therapy";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(Door.Own, "ask the DCO service to take it back on its request")]
    [InlineData(Door.ForAuthority, "take it back on its request")]
    [InlineData(Door.GoLive, "take it back on its request")]
    public async Task A_service_that_has_not_answered_after_all_is_told_at_every_door_and_the_same_row_is_not(Door door, string how)
    {
        const string row = Decided + $",,{Paediatrics},,20/11/2026,,,\n";
        await ImportAsync(door, row);
        var again = await UploadAsync(door, row);
        Assert.Contains("Already there (1)", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The row has no", again.Text, StringComparison.Ordinal);

        var corrected = await UploadAsync(door, Decided + $",,{Paediatrics},,,,,\n");

        Assert.Contains($"The row has no answer of Community paediatrics, and LCC-26-00001 says that it answered on 20 November 2026. If that was wrong, {how}", corrected.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Door.Own, "tell the DCO service that the advice is still awaited")]
    [InlineData(Door.ForAuthority, "the advice is still awaited: ask for it under Request advice")]
    [InlineData(Door.GoLive, "the advice is still awaited: ask for it under Request advice")]
    public async Task That_health_has_not_answered_after_all_is_told_where_no_service_is_named(Door door, string how)
    {
        await ImportAsync(door, Decided + ",20/11/2026,,,,,,\n");

        Assert.Contains($"The row has no answer of Health (service not named), and LCC-26-00001 says that it answered on 20 November 2026. If that was wrong, {how}", (await UploadAsync(door, Decided + ",,,,,,,\n")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Door.Own)]
    [InlineData(Door.ForAuthority)]
    [InlineData(Door.GoLive)]
    public async Task A_column_that_the_file_does_not_have_says_nothing(Door door)
    {
        await ImportAsync(door, Decided + $"Grandad,20/11/2026,{Paediatrics},10/11/2026,20/11/2026,,,\n");

        var less = await UploadAsync(door, $"Lancashire,A1,Ashworth,Zoë,04/03/2019,9434765919,02/11/2026,{Paediatrics}\n", "Local authority,LA reference,Legal surname,Forenames,Date of birth,NHS number,Date request received,Professional 1 service\n");

        Assert.Contains("Already there (1)", less.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The row has no", less.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Door.Own, "Yes", "to assess, 9 November 2026”. If that was wrong, take the decision back there")]
    [InlineData(Door.Own, "No", "not to assess, 9 November 2026”, and has ended with it. If that was wrong, take the decision back there")]
    [InlineData(Door.ForAuthority, "No", "not to assess, 9 November 2026”, and has ended with it. If that was wrong, take the decision back there")]
    [InlineData(Door.GoLive, "No", "not to assess, 9 November 2026”, and has ended with it. If that was wrong, take the decision back there")]
    public async Task A_decision_that_the_row_says_no_more_is_looked_at(Door door, string decision, string told)
    {
        await ImportAsync(door, Child + $"{decision},09/11/2026,02/11/2026,,,,,,,,,\n");

        var preview = await UploadAsync(door, Child + ",,02/11/2026,,,,,,,,,\n");

        Assert.Contains("To look at (1)", preview.Text, StringComparison.Ordinal);
        Assert.Contains($"the same as LCC-26-00001, and it says less. The row has no decision, and LCC-26-00001 says “{told}", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_never_decided_is_the_same_again_after_somebody_has_recorded_the_decision()
    {
        const string undecided = Child + ",,02/11/2026,,,,,,,,,\n";
        await ImportAsync(Door.Own, undecided);
        await _app.AsAsync(TestWorld.Manager, s => s.GetRequiredService<RecordDecisionHandler>().HandleAsync(new("LCC-26-00001", AssessmentDecision.Assess, new(2026, 11, 20)), default));

        var preview = await UploadAsync(Door.Own, undecided);

        Assert.Contains("Already there (1)", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The row has no decision", preview.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Door.Own, "None")]
    [InlineData(Door.Own, "Nobody")]
    [InlineData(Door.Own, "No objection")]
    [InlineData(Door.Own, "No")]
    [InlineData(Door.ForAuthority, "no restrictions")]
    [InlineData(Door.GoLive, "None")]
    public async Task A_row_that_says_nobody_where_the_case_excludes_somebody_is_told(Door door, string nobody)
    {
        await ImportAsync(door, Decided + $"CAMHS,,{Paediatrics},,20/11/2026,,,\n");

        Assert.DoesNotContain("goes on to count", (await UploadAsync(door, Decided + $",,{Paediatrics},,20/11/2026,,,\n")).Text, StringComparison.Ordinal);
        var preview = await UploadAsync(door, Decided + $"{nobody},,{Paediatrics},,20/11/2026,,,\n");
        Assert.Contains($"the row says “{nobody}”, and LCC-26-00001 says not to share with “CAMHS”, which goes on to count", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Already there (1)", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_was_not_asked_after_all_is_told_at_go_live()
    {
        await ImportAsync(Door.GoLive, Decided + $",,{Paediatrics},10/11/2026,,,,\n");

        Assert.Contains("The row has no day on which Community paediatrics was asked, and LCC-26-00001 says that it was asked on 10 November 2026 and has not answered. If it was not asked, close its request",
            (await UploadAsync(Door.GoLive, Decided + $",,{Paediatrics},,,,,\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_moved_to_another_service_in_its_row_stands_to_be_corrected_and_is_said_once()
    {
        await ImportAsync(Door.GoLive, Decided + $",,{Paediatrics},10/11/2026,20/11/2026,{Therapy},10/11/2026,\n");
        const string moved = Decided + $",,{Paediatrics},10/11/2026,,{Therapy},10/11/2026,20/11/2026\n";

        var preview = await UploadAsync(Door.GoLive, moved);

        Assert.Contains("Add to a case (1)", preview.Text, StringComparison.Ordinal);
        Assert.Contains("The row has no answer of Community paediatrics, and LCC-26-00001 says that it answered on 20 November 2026", preview.Text, StringComparison.Ordinal);
        await _app.ImportAsync(preview, TestWorld.Administrator);
        Assert.Equal(["Community paediatrics: answered on, emptied"], await ToCorrectAsync());
        Assert.DoesNotContain("The row has no answer", (await UploadAsync(Door.GoLive, moved)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_moved_between_the_rows_of_a_tracker_stands_to_be_corrected_and_is_said_of_its_own_row_alone()
    {
        await ImportAsync(Door.GoLive, Decided + $",,{Paediatrics},10/11/2026,20/11/2026,,,\n" + Decided + $",,{Therapy},10/11/2026,,,,\n");

        var preview = await UploadAsync(Door.GoLive, Decided + $",,{Paediatrics},10/11/2026,,,,\n" + Decided + $",,{Therapy},10/11/2026,20/11/2026,,,\n");

        Assert.Equal(1, Times("The row has no answer of Community paediatrics", preview.Text));
        Assert.Equal(0, Times("The row has no answer of Paediatric occupational therapy", preview.Text));
        await _app.ImportAsync(preview, TestWorld.Administrator);
        Assert.Equal(["Community paediatrics: answered on, emptied"], await ToCorrectAsync());
    }

    [Fact]
    public async Task The_rows_of_other_services_that_leave_out_what_the_first_one_says_are_the_same_again()
    {
        const string rows = Decided + $"CAMHS,,{Paediatrics},10/11/2026,20/11/2026,,,\n" + Child + $",,,,None,,{Therapy},10/11/2026,,,,\n" + Child + $",,,,,,{Paediatrics},,,,,\n";
        await ImportAsync(Door.GoLive, rows);

        var again = await UploadAsync(Door.GoLive, rows);

        Assert.Contains("Already there (3)", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The row has no", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("goes on to count", again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Door.Own)]
    [InlineData(Door.ForAuthority)]
    public async Task What_a_row_has_emptied_comes_in_to_be_corrected_where_a_person_adds_it(Door door)
    {
        await ImportAsync(door, Decided + $",,{Paediatrics},,20/11/2026,,,\n");
        var preview = await UploadAsync(door, Child + $",,02/11/2026,,,,{Paediatrics},,,{Therapy},,20/11/2026\n");
        Assert.Contains("The row has no answer of Community paediatrics", preview.Text, StringComparison.Ordinal);
        Assert.Contains("The row has no decision", preview.Text, StringComparison.Ordinal);
        var by = By(door);
        var browser = await _app.SignInAsync(by);
        await browser.SubmitAsync(await browser.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Same" });

        await _app.ImportAsync(preview, by);

        Assert.Equal(["Community paediatrics: answered on, emptied", "Decision to assess, emptied"], (await ToCorrectAsync()).Where(f => f.EndsWith("emptied", StringComparison.Ordinal)));
    }

    private async Task<IReadOnlyList<string>> ToCorrectAsync()
    {
        await using var db = _app.Database();
        return [.. (await db.Assessments.SingleAsync()).ToCorrect.Select(c => c.Field).Order()];
    }

    private static int Times(string words, string text) => text.Split(words).Length - 1;

    private static string By(Door door) => door == Door.Own ? TestWorld.Manager : TestWorld.Administrator;

    private async Task ImportAsync(Door door, string rows, string headings = Headings) => await _app.ImportAsync(await UploadAsync(door, rows, headings), By(door));

    private async Task<Page> UploadAsync(Door door, string rows, string headings = Headings)
    {
        if (door != Door.ForAuthority) { return await (door == Door.Own ? _app.OwnFileAsync(headings + rows) : _app.TrackerAsync(headings + rows)); }
        await using var db = _app.Database();
        var lancashire = await db.LocalAuthorities.Where(a => a.Code == "888").Select(a => a.Id).SingleAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        return await administrator.SubmitAsync(await administrator.GetAsync("/assessments/import"), "form[action='/assessments/import']",
            new() { ["Arrival.AuthorityId"] = lancashire.ToString(), ["Arrival.ArrivedOn.Day"] = "20", ["Arrival.ArrivedOn.Month"] = "11", ["Arrival.ArrivedOn.Year"] = "2026", ["Arrival.ArrivedBy"] = "Email" },
            [("File", "for.csv", Encoding.UTF8.GetBytes(headings + rows))]);
    }
}
