using System.Text;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>A child of whom two things are written otherwise at once is asked about at every door, and shown to the DCO service across authorities. Today is 21 November 2026.</summary>
public sealed class TwoSlipsTests : IDisposable
{
    private const string Headings = "LA reference,Date request received,Legal surname,Forenames,Date of birth,NHS number,Postcode\n";
    private const string Tracker = "LA,LA ref,Date received,Surname,Forename,DOB,NHS No,Postcode,Date health was told\n";
    private const string MayBe = "may be the same child as row 2 of this file, but not the same surname, forenames";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("Hallum,Jaydon,14/05/2017,,PR3 0XY")]
    [InlineData("Jayden,Hallam,15/05/2017,,PR3 0XY")]
    [InlineData("Hallum,Jay,15/05/2017,,PR3 0YX")]
    public async Task An_authority_s_import_asks(string other)
    {
        var preview = await (await _app.SignInAsync(TestWorld.Manager)).UploadAsync($"{Headings}A1,02/11/2026,Hallam,Jayden,14/05/2017,9990181594,PR3 0XY\nA2,02/11/2026,{other}\n");

        Assert.Equal("Good 1, With a warning 0, To look at 1, Already there 0, Refused 0", preview.Figures());
        Assert.Contains(MayBe, preview.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hallam,Oliver,14/05/2017,,PR3 0XY", true)]
    [InlineData("Marsden,Oliver,14/05/2017,,PR3 0XY", true)]
    [InlineData("Hallam,Oliver,14/05/2017,9434765919,PR3 0XY", false)]
    [InlineData("Hallam,Oliver,14/05/2015,,PR3 0XY", false)]
    public async Task Two_of_one_home_and_birth_date_in_one_import_are_asked_about_unless_numbers_tell_them_apart(string other, bool isAsked)
    {
        var preview = await (await _app.SignInAsync(TestWorld.Manager)).UploadAsync($"{Headings}A1,02/11/2026,Hallam,Jayden,14/05/2017,9990181594,PR3 0XY\nA2,02/11/2026,{other}\n");

        Assert.Equal(isAsked, preview.Text.Contains("Look at both: a twin, or the same child? row 2 of this file has the same date of birth and postcode", StringComparison.Ordinal));
        Assert.Contains($"To look at {(isAsked ? 1 : 0)},", preview.Figures(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_for_an_authority_asks()
    {
        var there = await JaydenAsync("888", "Hallam", "Jayden");
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var preview = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/import"), "main form", new()
        {
            ["Arrival.AuthorityId"] = $"{there.LocalAuthorityId}",
            ["Arrival.ArrivedOn.Day"] = "18",
            ["Arrival.ArrivedOn.Month"] = "11",
            ["Arrival.ArrivedOn.Year"] = "2026",
            ["Arrival.By"] = "Email",
        }, [("File", "n.csv", Encoding.UTF8.GetBytes($"{Headings}A2,02/11/2026,Hallum,Jaydon,14/05/2017,,PR3 0XY\n"))]);

        Assert.Contains($"may be the same child as {there.Reference}, but not the same surname, forenames", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Go_live_asks_of_the_same_authority_and_of_another_of_the_board()
    {
        var (own, other) = (await JaydenAsync("888", "Hallam", "Jayden"), await JaydenAsync("890", "Zqbcjad", "Ada"));

        var preview = await GoLiveAsync("Lancashire,E-1,02/11/2026,Hallum,Jaydon,14/05/2017,,PR3 0XY,03/11/2026\nLancashire,E-2,02/11/2026,Zqbcjaad,Adah,14/05/2017,,PR3 0XY,03/11/2026\n");

        Assert.Contains($"may be the same child as {own.Reference}, but not the same surname, forenames", preview.Text, StringComparison.Ordinal);
        Assert.Contains($"Look at this: {other.Reference} of Blackpool Council. May be the same child, but not the same surname, forenames", preview.Text, StringComparison.Ordinal);
        Assert.Contains("To look at (2)", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_asks_and_each_case_s_page_shows_the_other()
    {
        var (there, here) = (await JaydenAsync("888", "Hallam", "Jayden"), await JaydenAsync("888", "Marsden", "Oliver"));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var check = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{here.Reference}/correct-details"), "main form", new() { ["Child.LegalSurname"] = "Hallum", ["Child.Forenames"] = "Jaydon", ["Reason"] = "From the GP." });
        Assert.Contains($"May be the same child, but not the same surname, forenames: {there.Reference}", check.Text, StringComparison.Ordinal);
        await carol.SubmitAsync(check, "main form[method=post]", new() { ["HasLooked"] = "true" });

        foreach (var reference in new[] { here.Reference, there.Reference }) { Assert.Contains("Another case looks like this child’s", (await carol.GetAsync($"/assessments/{reference}")).Text, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task A_wish_of_one_case_is_shown_where_the_other_asks_for_advice()
    {
        await JaydenAsync("888", "Hallam", "Jayden", a => a.Family.DoNotShareWith = "Paediatric occupational therapy");
        var here = await JaydenAsync("888", "Hallum", "Jaydon");

        var ask = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{here.Reference}/request-advice");

        Assert.Contains("another wish about sharing", ask.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_of_two_authorities_that_may_be_one_child_s_are_shown_to_the_DCO_service_alone()
    {
        var (here, there) = (await JaydenAsync("888", "Zqbcjadthree", "Ada"), await JaydenAsync("890", "Zqbcjadthrree", "Ada"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        Assert.Contains($"May be the same child, but not the same surname. An open case with Blackpool Council: {there.Reference}", (await dco.GetAsync($"/assessments/{here.Reference}")).Text, StringComparison.Ordinal);
        Assert.Contains(here.Reference, (await dco.GetAsync($"/assessments/{there.Reference}")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await dco.GetAsync("/triage")).Text.Split("Perhaps also").Length - 1);
        var carol = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{here.Reference}");
        Assert.DoesNotContain(there.Reference, carol.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another authority may have this child too", carol.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namesake_s_case_with_another_authority_that_has_ended_or_is_of_another_birth_date_is_not_shown()
    {
        var here = await JaydenAsync("888", "Zqbcjadthree", "Ada");
        await JaydenAsync("890", "Zqbcjadthrree", "Ada", a => a.End(AssessmentOutcome.Withdrawn, new(2026, 11, 18), new(2026, 11, 18)));
        await JaydenAsync("890", "Zqbcjadthrree", "Ada", a => a.Child.DateOfBirth = new(2015, 9, 3));

        Assert.DoesNotContain("Another authority may have this child too", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{here.Reference}")).Text, StringComparison.Ordinal);
    }

    private Task<CaseKeys> JaydenAsync(string authority, string surname, string forenames, Action<Assessment>? more = null) =>
        _app.AssessmentAsync(authority, received: new(2026, 10, 1), surname: surname, change: a =>
        {
            (a.Child.Forenames, a.Child.DateOfBirth, a.Child.Postcode) = (forenames, new(2017, 5, 14), "PR3 0XY");
            more?.Invoke(a);
        });

    private async Task<Page> GoLiveAsync(string rows)
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        return await administrator.SubmitAsync(await administrator.GetAsync("/go-live"), "form[action='/go-live']", [], [("File", "tracker.csv", Encoding.UTF8.GetBytes(Tracker + rows))]);
    }
}
