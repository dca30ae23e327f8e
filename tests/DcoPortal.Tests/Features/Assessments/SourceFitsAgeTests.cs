using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Who asked fits the age, or a person says that it is right. Nothing is refused.</summary>
public sealed class SourceFitsAgeTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_parents_request_for_somebody_over_compulsory_school_age_is_logged_once_it_is_confirmed()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var check = await browser.SubmitAsync(await browser.GetAsync("/assessments/log"), "main form", new()
        {
            ["Child.Forenames"] = "Sam",
            ["Child.LegalSurname"] = "Okafor",
            ["Child.DateOfBirth.Day"] = "4",
            ["Child.DateOfBirth.Month"] = "3",
            ["Child.DateOfBirth.Year"] = "2008",
            ["Child.NhsNumberNotKnown"] = "true",
            ["Request.Received.Day"] = "2",
            ["Request.Received.Month"] = "11",
            ["Request.Received.Year"] = "2026",
            ["Request.Source"] = "Parent",
            ["Request.Decision"] = "NotDecided",
            ["Request.PrimaryNeed"] = "SLCN",
            ["Family.Sharing"] = "Agreed",
        }, button: "check");
        // the questions turn to the young person first
        check = await browser.SubmitAsync(check, "main form", [], button: "check");

        var asked = await browser.SubmitAsync(check, "main form", []);
        var done = await browser.SubmitAsync(asked, "main form", new() { ["SourceIsRight"] = "true" });

        Assert.Contains("They were 18 at the request, over compulsory school age", check.Text, StringComparison.Ordinal);
        Assert.Equal(["Tick the box if who made the request is right, or change it"], asked.Errors);
        Assert.Equal("Notification logged", done.Find("h1").TextContent);
    }

    [Fact]
    public async Task A_correction_that_makes_them_not_fit_is_looked_at_and_another_correction_is_not_asked_about_it()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/correct-details");

        var other = await browser.SubmitAsync(form, "main form", new() { ["PrimaryNeed"] = "ASD", ["Reason"] = "The school says so" });
        var check = await browser.SubmitAsync(form, "main form", new() { ["Source"] = "YoungPerson", ["Reason"] = "The form says so" });
        var asked = await browser.SubmitAsync(check, "main form", []);
        var done = await browser.SubmitAsync(asked, "main form", new() { ["HasLooked"] = "true" });

        Assert.DoesNotContain("Look at these first", other.Text, StringComparison.Ordinal);
        Assert.Contains("not yet over compulsory school age", check.Text, StringComparison.Ordinal);
        Assert.Equal(["Say that you have looked, or change who made the request"], asked.Errors);
        Assert.Contains("corrected", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(RequestSource.YoungPerson, (await db.Assessments.SingleAsync()).Source);
    }

    [Fact]
    public async Task A_row_of_an_import_that_does_not_fit_comes_in_with_a_warning_and_its_case_says_what_to_look_at()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync("Date request received,Legal surname,Forenames,Date of birth,Source of request\n02/11/2026,Ashworth,Zoë,04/03/2004,School");
        Assert.Equal("Good 0, With a warning 1, To look at 0, Already there 0, Refused 0", preview.Figures());
        await manager.ConfirmAsync(preview);
        await _app.ImportNextAsync();

        await using var db = _app.Database();
        var saved = await db.Assessments.SingleAsync();
        Assert.Equal(RequestSource.School, saved.Source);
        Assert.Contains("too old for a school or nursery", (await manager.GetAsync($"/assessments/{saved.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_names_that_are_nearly_the_same_are_taken_once_each_was_seen_beside_the_other()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var rows = Enumerable.Range(1, 12).Select(n => $"0{n % 9 + 1}/11/2026,Surname{(char)('a' + n)},,04/03/2014");
        var preview = await manager.UploadAsync("Date request received,Legal surname,Forenames,Date of birth\n" + string.Join('\n', rows));
        async Task<Page> TakeAllAsync() => await manager.SubmitAsync(await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "main form:has(input[name=All])", []);

        var first = await TakeAllAsync();
        Assert.Contains("one that now looks like another row stands under To look at again", first.Text, StringComparison.Ordinal);
        Assert.Equal("Good 0, With a warning 1, To look at 11, Already there 0, Refused 0", (await manager.GetAsync(preview.Url.AbsolutePath)).Figures());
        await TakeAllAsync();
        await manager.ConfirmAsync(await manager.GetAsync(preview.Url.AbsolutePath));
        await _app.ImportNextAsync();

        Assert.Equal(12, await _app.AssessmentsAsync());
    }

    [Fact]
    public async Task Rows_that_are_passed_over_can_all_be_taken_at_once()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        // names that nobody takes for one another: nearly equal ones are asked about again, each beside the other
        string[] names = ["Ashworth", "Begum", "Clarke", "Dixon", "Ellis", "Fairhurst", "Gill", "Holt", "Iqbal", "Jolly", "Kumar", "Livesey", "Mahmood", "Nuttall", "Okafor", "Patel", "Quigley", "Riding", "Shaw", "Tunstall", "Uddin", "Varley", "Walmsley"];
        var rows = names.Select((name, n) => $"0{n % 9 + 1}/11/2026,{name},,04/03/2014");
        var preview = await manager.UploadAsync("Date request received,Legal surname,Forenames,Date of birth\n" + string.Join('\n', rows));
        Assert.Equal("Good 0, With a warning 0, To look at 23, Already there 0, Refused 0", preview.Figures());

        var pairs = await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt");
        var taken = await manager.SubmitAsync(pairs, "main form:has(input[name=All])", []);

        Assert.Contains("23 rows of these will be imported", taken.Text, StringComparison.Ordinal);
        await manager.ConfirmAsync(await manager.GetAsync(preview.Url.AbsolutePath));
        await _app.ImportNextAsync();
        Assert.Equal(23, await _app.AssessmentsAsync());
    }
}
