using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Which services the page that fans out puts first, and how somebody is added to it.</summary>
public sealed class LocalServicesTests : IDisposable
{
    private static readonly Guid North = Guid.Parse("0a000000-0000-0000-0000-000000000021"), South = Guid.Parse("0a000000-0000-0000-0000-000000000022"), All = Guid.Parse("0a000000-0000-0000-0000-000000000023");

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Of_each_kind_the_service_that_covers_the_childs_district_stands_first_and_the_others_elsewhere()
    {
        await AddAsync((North, "RW5", "PR2"), (South, "RXN", "PR"), (All, "RTX", ""));

        var page = await PageAsync("PR2 1AB");

        Assert.Equal([$"service:{North:N}"], Health(page, ".dco-panel > .dco-scroll > table"));
        Assert.Equal([$"service:{South:N}", $"service:{All:N}"], Health(page, "details table"));
        Assert.Contains("Covers PR2", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Does not cover", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_covers_the_district_none_is_the_local_one_and_the_page_says_so()
    {
        await AddAsync((North, "RW5", "BB"), (South, "RXN", "LA1"));

        var page = await PageAsync("PR2 1AB");

        Assert.Empty(Health(page, ".dco-panel > .dco-scroll > table"));
        Assert.Equal(2, Health(page, "details table").Count);
        Assert.Contains("Does not cover PR2", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PR", null)]
    [InlineData("", "PR2 1AB")]
    public async Task Where_the_directory_or_the_notification_does_not_say_every_service_of_the_kind_stands_first(string areas, string? postcode)
    {
        await AddAsync((North, "RW5", areas), (South, "RXN", areas));

        var page = await PageAsync(postcode);

        Assert.Equal(2, Health(page, ".dco-panel > .dco-scroll > table").Count);
    }

    [Fact]
    public async Task Of_two_that_cover_the_district_the_one_with_less_open_work_stands_first()
    {
        await AddAsync((North, "RW5", "PR2"), (South, "RXN", "PR2"));
        await _app.RequestAsync(await _app.AssessmentAsync(surname: "Khan"), North);

        var page = await PageAsync("PR2 1AB");

        Assert.Equal([$"service:{South:N}"], Health(page, ".dco-panel > .dco-scroll > table"));
        Assert.Equal([$"service:{North:N}"], Health(page, "details table"));
    }

    [Fact]
    public async Task Several_are_added_one_after_the_other_and_what_was_typed_and_ticked_stays()
    {
        await AddAsync((North, "RW5", "BB"));
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/request-advice");
        string gwen = $"professional:{TestWorld.Gwen:N}", tariq = $"professional:{TestWorld.Tariq:N}", speech = $"service:{TestWorld.SpeechTherapy:N}";

        var first = await browser.SubmitAsync(page, "#ask", new() { ["Ask"] = speech, ["Another"] = gwen, ["AnotherForFamily"] = "true", ["CoveringNote"] = "About her hands." }, button: "add");
        var second = await browser.SubmitAsync(first, "#ask", new() { ["Another"] = tariq }, button: "add");

        Assert.Equal(new[] { speech, gwen, tariq }.Order(), second.All("[name=Ask][checked]").Select(b => b.GetAttribute("value")!).Order());
        Assert.Equal([gwen], second.All("[name=Family][checked]").Select(b => b.GetAttribute("value")!));
        Assert.Equal("About her hands.", second.Find("textarea").TextContent.Trim());
        Assert.DoesNotContain(second.All("select[name=Another] option[selected]"), o => o.GetAttribute("value")?.Length > 0);
        await using (var db = _app.Database()) { Assert.Empty(await db.AdviceRequests.ToListAsync()); }

        await browser.SubmitAsync(second, "#ask", [], button: "send");
        await using var after = _app.Database();
        Assert.Equal(3, await after.AdviceRequests.CountAsync(r => r.SentUtc != null && r.CoveringNote == "About her hands."));
        Assert.True((await after.AdviceRequests.SingleAsync(r => r.ProfessionalId == TestWorld.Gwen)).RequestedByFamily);
    }

    [Fact]
    public async Task Adding_without_a_choice_says_so_beside_the_field_and_sends_nothing()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var page = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["CoveringNote"] = "Kept" }, button: "add");

        Assert.Equal("Choose a professional or service to add", Assert.Single(page.Errors));
        Assert.Equal("Kept", page.Find("textarea").TextContent.Trim());
    }

    [Fact]
    public async Task Leave_that_begins_before_the_due_date_is_shown_before_sending()
    {
        await using (var db = _app.Database())
        {
            var gwen = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Gwen);
            (gwen.AwayFrom, gwen.AwayUntil) = (new DateOnly(2026, 12, 27), new DateOnly(2027, 1, 9));
            var tariq = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Tariq);
            tariq.AwayFrom = new DateOnly(2027, 6, 1);
            await db.SaveChangesAsync();
        }
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/request-advice");
        page = await browser.SubmitAsync(page, "#ask", new() { ["Another"] = $"professional:{TestWorld.Tariq:N}" }, button: "add");

        page = await browser.SubmitAsync(page, "#ask", new() { ["Another"] = $"professional:{TestWorld.Gwen:N}" }, button: "add");

        Assert.Contains("Away 27 December 2026 to 9 January 2027, nobody covers", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 June 2027", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_keeps_areas_and_telephone_and_refuses_what_is_neither()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var form = await browser.GetAsync($"/directory/services/{TestWorld.SpeechTherapy}");

        var wrong = await browser.SubmitAsync(form, "main form[method=post]", new() { ["Areas"] = "PR, Preston", ["Phone"] = "ask Jo" });
        var list = await browser.SubmitAsync(wrong, "main form[method=post]", new() { ["Areas"] = "pr, bb1", ["Phone"] = "01772 555 0118 ext 4" });

        Assert.Equal(["Enter a phone number, like 01772 900 982 or +44 7700 900 982", "“PRESTON” is not a postcode area or district, such as PR or BB1"], wrong.Errors);
        Assert.Equal("tel:017725550118", list.All("tbody a").Single(a => a.TextContent == "01772 555 0118 ext 4").GetAttribute("href"));
        await using var db = _app.Database();
        Assert.Equal("|PR|BB1|", (await db.Services.SingleAsync(s => s.Id == TestWorld.SpeechTherapy)).Areas);
        Assert.Equal("PR, BB1", (await browser.GetAsync($"/directory/services/{TestWorld.SpeechTherapy}")).Find("[name=Areas]").GetAttribute("value"));
    }

    private async Task AddAsync(params (Guid Id, string Provider, string Areas)[] services)
    {
        await using var db = _app.Database();
        foreach (var (id, code, areas) in services)
        {
            var provider = await db.Providers.SingleAsync(p => p.OdsCode == code);
            db.Services.Add(new HealthService { Id = id, IcbId = provider.IcbId, ProviderId = provider.Id, Name = "Health visiting", Inbox = $"{code}@hv.test", Areas = areas.Length == 0 ? "" : $"|{areas}|" });
        }
        await db.SaveChangesAsync();
    }

    private async Task<Page> PageAsync(string? postcode)
    {
        var keys = await _app.AssessmentAsync(change: a => a.Child.Postcode = postcode);
        return await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}/request-advice");
    }

    private static List<string> Health(Page page, string table) =>
        [.. page.All($"{table} tr").Where(r => r.TextContent.Contains("Health visiting", StringComparison.Ordinal)).Select(r => r.QuerySelector("[name=Ask]")!.GetAttribute("value")!)];
}
