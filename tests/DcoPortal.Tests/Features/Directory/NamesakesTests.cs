using System.Text.RegularExpressions;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.DirectoryPages;

/// <summary>Two trusts have a service of one name, and one child is known to both: wherever a person reads the name, they read which of the two it is.</summary>
public sealed partial class NamesakesTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    public static TheoryData<string, string> Pages => new()
    {
        { TestWorld.Administrator, "/" }, { TestWorld.Administrator, "/assessments/{case}" }, { TestWorld.Administrator, "/assessments/{case}/activity" },
        { TestWorld.Administrator, "/advice-requests/{waiting}" }, { TestWorld.Administrator, "/advice-requests/{waiting}/chase" }, { TestWorld.Administrator, "/advice-requests?box=all" },
        { TestWorld.Administrator, "/advice-requests/csv?box=all" }, { TestWorld.Administrator, "/chase" }, { TestWorld.Administrator, "/check" }, { TestWorld.Administrator, "/check/{answered}" },
        { TestWorld.Administrator, "/assessments/{case}/return" }, { TestWorld.Administrator, "/traffic-lights" }, { TestWorld.Administrator, "/directory/services" },
        { TestWorld.Administrator, "/directory/professionals" }, { TestWorld.Administrator, "/dashboard" }, { TestWorld.Administrator, "/dashboard/now" },
        { TestWorld.Administrator, "/assessments/{case}/request-advice" }, { TestWorld.Administrator, "/triage" },
        { TestWorld.Caseworker, "/" }, { TestWorld.Caseworker, "/assessments/{case}" }, { TestWorld.Caseworker, "/advice-requests?box=all" },
        { TestWorld.Caseworker, "/advice-requests/{waiting}" }, { TestWorld.Caseworker, "/assessments/{case}/correct-dates" },
        { TestWorld.Lead, "/" }, { TestWorld.Lead, "/advice-requests/{own}" }, { TestWorld.Lead, "/cover" }, { TestWorld.Lead, "/account/profile" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_says_which_of_two_services_of_one_name_it_means(string email, string path)
    {
        var at = await ChildOfBothAsync();
        var browser = await _app.SignInAsync(email);

        var response = await browser.Client.GetAsync(path.Replace("{case}", at.Reference, StringComparison.Ordinal).Replace("{waiting}", $"{at.Waiting}", StringComparison.Ordinal)
            .Replace("{answered}", $"{at.Answered}", StringComparison.Ordinal).Replace("{own}", $"{at.Own}", StringComparison.Ordinal));

        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        AssertToldApart(Words(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Every_email_says_which_of_two_services_of_one_name_it_means()
    {
        var at = await ChildOfBothAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var chase = await browser.GetAsync($"/advice-requests/{at.Waiting}/chase");
        await browser.SubmitAsync(chase, "main form[method=post]", [], button: "email");
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{at.Reference}/return"), "main form[method=post]", []);

        await using var db = _app.Database();
        var emails = await db.Emails.Where(e => e.Body.Contains("chool nursing")).ToListAsync();
        Assert.NotEmpty(emails);
        Assert.All(emails, e => { AssertToldApart(e.Subject); AssertToldApart(e.Body); });
    }

    [Fact]
    public async Task A_namesake_that_is_added_or_renamed_changes_what_the_other_is_called()
    {
        await EqualNames.AddAsync(_app);
        Assert.Equal("School nursing (LSCFT)", await NameAsync());

        await ChangeAsync(async db => (await db.Services.SingleAsync(s => s.Id == EqualNames.OtherSchoolNursing)).Name = "School nurses");
        Assert.Equal("School nursing", await NameAsync());

        await ChangeAsync(async db => (await db.Services.SingleAsync(s => s.Id == EqualNames.OtherSchoolNursing)).Name = "School nursing");
        await ChangeAsync(async db => (await db.Providers.SingleAsync(p => p.OdsCode == "RW5")).ShortName = "Lancashire & South Cumbria");
        Assert.Equal("School nursing (Lancashire & South Cumbria)", await NameAsync());
    }

    private async Task<string> NameAsync()
    {
        await using var db = _app.Database();
        return await db.Services.Where(s => s.Id == EqualNames.SchoolNursing).Select(s => s.DistinctName).SingleAsync();
    }

    private async Task ChangeAsync(Func<PortalDb, Task> change)
    {
        await using var db = _app.Database();
        await change(db);
        await db.SaveChangesAsync();
    }

    // both were asked, one has answered, and the authority named both; the lead leads one of them
    private async Task<(string Reference, Guid Waiting, Guid Answered, Guid Own)> ChildOfBothAsync()
    {
        await EqualNames.AddAsync(_app);
        await using (var db = _app.Database())
        {
            var lead = await db.Users.SingleAsync(u => u.Email == TestWorld.Lead);
            db.UserServices.Add(new() { UserId = lead.Id, ServiceId = EqualNames.SchoolNursing });
            await db.SaveChangesAsync();
        }
        var keys = await _app.AssessmentAsync();
        var now = _app.Time.GetUtcNow().UtcDateTime;
        var own = await _app.RequestAsync(keys, EqualNames.SchoolNursing);
        var answered = await _app.RequestAsync(keys, EqualNames.OtherSchoolNursing, change: r => { r.Submit(now, DateOnly.FromDateTime(now), "A nurse"); r.Accept(now); });
        var returned = await _app.AssessmentAsync();
        await _app.RequestAsync(returned, EqualNames.OtherSchoolNursing, change: r => { r.Submit(now, DateOnly.FromDateTime(now), "A nurse"); r.Accept(now); r.ReturnToAuthority(now, DateOnly.FromDateTime(now)); });
        return (keys.Reference, own, answered, own);
    }

    private static string Words(string html) => Spaces().Replace(System.Net.WebUtility.HtmlDecode(Tags().Replace(Scripts().Replace(html, " "), " ")), " ");

    private static void AssertToldApart(string text)
    {
        var alone = Mentions().Matches(text).Where(m => !Places().IsMatch(text[m.Index..Math.Min(text.Length, m.Index + 120)])).Select(m => text[Math.Max(0, m.Index - 60)..Math.Min(text.Length, m.Index + 120)]).ToList();
        Assert.True(alone.Count == 0, string.Join(Environment.NewLine, alone));
    }

    [GeneratedRegex("school nursing", RegexOptions.IgnoreCase)]
    private static partial Regex Mentions();

    [GeneratedRegex("LSCFT|Lancashire Teaching|Lancashire & South Cumbria|Leyland|Preston")]
    private static partial Regex Places();

    [GeneratedRegex("<script.*?</script>|<style.*?</style>|<head.*?</head>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
