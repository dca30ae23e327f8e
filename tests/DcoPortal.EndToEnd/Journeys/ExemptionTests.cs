using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>Every case of the exemptions tried in the browser's form, then one recorded, told, changed and withdrawn.</summary>
[Collection(BrowserTests.Name)]
public sealed class ExemptionTests(Chromium chromium) : IDisposable
{
    private readonly LivePortal _portal = new();

    public void Dispose() => _portal.Dispose();

    private static readonly (string Id, string Closed, string Reopens, string Asked, bool Met)[] Closures =
    [
        ("E01", "2026-07-22", "2026-09-01", "2026-07-14", false), ("E02", "2026-07-22", "2026-09-01", "2026-07-15", true), ("E03", "2026-07-22", "2026-09-01", "2026-08-25", true),
        ("E04", "2026-07-22", "2026-09-01", "2026-08-26", false), ("E06", "2026-07-03", "2026-07-31", "2026-06-26", true), ("E07", "2026-07-03", "2026-07-30", "2026-07-10", false),
        ("E08", "2026-12-19", "2027-01-04", "2026-12-20", false),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_authority_tries_each_case_and_records_its_own(bool script)
    {
        Set("2026-06-25");
        var keys = await _portal.AssessmentAsync(received: new DateOnly(2026, 6, 25), decision: null);
        Set("2027-01-05");
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, script ? "exemption-authority" : "exemption-authority-no-script", script);
        await visitor.SignInAsync(TestWorld.Caseworker);
        await visitor.GoAsync($"/assessments/{keys.Reference}/exemption?limit=FinalPlan", "empty");
        // E05 and E16: what the other body may rely on is not there to choose
        Assert.Equal(0, await visitor.Page.GetByLabel("Missed appointment").CountAsync());
        await visitor.ChooseAsync("School or college closed");
        foreach (var c in Closures)
        {
            await visitor.TypeDateAsync("School.ClosedFrom", Day(c.Closed));
            await visitor.TypeDateAsync("School.ReopensOn", Day(c.Reopens));
            await visitor.TypeDateAsync("School.AskedOn", Day(c.Asked));
            await CheckAsync(visitor, c.Met, c.Id);
        }
        await visitor.LookAsync("verdict-not-met");
        await visitor.ChooseAsync("Exceptional personal circumstances of the child, parent or young person");
        await visitor.TypeDateAsync("CircumstancesFrom", new(2026, 7, 9));
        await visitor.TypeDateAsync("CircumstancesUntil", new(2026, 7, 20));
        await visitor.ChooseAsync("No");
        await CheckAsync(visitor, false, "E19, not personal");
        await visitor.ChooseAsync("Yes");
        await CheckAsync(visitor, true, "E19, personal");
        await visitor.LookAsync("verdict-met");
        await visitor.PressAsync("Record exemption");
        await visitor.LookAsync("refused");
        Assert.Contains("Enter why keeping to the time limit was impractical", await visitor.Page.Locator(".nhsuk-error-summary").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.TypeAsync("What shows this?", "The letter of 9 July");
        await visitor.TypeAsync("Why did this make it impractical to keep to the time limit?", "The family could not meet us");
        await visitor.PressAsync("Record exemption");
        await visitor.SeeAsync("The due date is still 12 November 2026");
        await visitor.LookAsync("recorded");
        await visitor.GoAsync($"/assessments/{keys.Reference}", "assessment");
        foreach (var fold in await visitor.Page.Locator(".dco-folds summary").AllAsync()) { await fold.ClickAsync(); }
        await visitor.LookAsync("assessment-unfolded");
        Assert.Contains("past due, exempt", await visitor.WordsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Health_tries_each_case_records_tells_the_family_and_withdraws(bool script)
    {
        Set("2026-01-08");
        var january = await RequestAsync();
        Set("2026-06-01");
        var june = await RequestAsync();
        Set("2026-07-10");
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, script ? "exemption-health" : "exemption-health-no-script", script);
        await visitor.SignInAsync(TestWorld.Clinician);
        await visitor.GoAsync($"/advice-requests/{june}/exemption", "empty");
        // E05: school closures are not there to choose; E17: what is no ground is named
        Assert.Equal(0, await visitor.Page.GetByLabel("School or college closed").CountAsync());
        await visitor.Page.GetByText("Not grounds in law").ClickAsync();
        foreach (var words in new[] { "A clinician's absence", "A backlog", "A waiting list", "School and early-years closures never excuse health" }) { await visitor.SeeAsync(words); }
        await visitor.LookAsync("not-grounds");
        await visitor.ChooseAsync("Absent from the area for 4 weeks or more");
        foreach (var (id, first, last, met) in new[] { ("E09", "2026-06-08", "2026-07-05", true), ("E10", "2026-06-08", "2026-07-04", false), ("E11", "2026-06-20", "2026-07-25", false), ("E12", "2026-05-20", "2026-06-28", true) })
        {
            await visitor.TypeDateAsync("AbsentFrom", Day(first));
            await visitor.TypeDateAsync("AbsentUntil", Day(last));
            await CheckAsync(visitor, met, id);
        }
        await visitor.ChooseAsync("Exceptional circumstances");
        await visitor.TypeDateAsync("CircumstancesFrom", new(2026, 6, 18));
        await CheckAsync(visitor, true, "E19");

        await visitor.Page.GotoAsync($"/advice-requests/{january}/exemption");
        await visitor.ChooseAsync("Missed appointment");
        foreach (var (id, on, who, met) in new[]
        {
            ("E13", "2026-02-03", "The child or young person did not attend or was not brought", true), ("E14", "2026-02-19", "The child or young person did not attend or was not brought", true),
            ("E15", "2026-02-20", "The child or young person did not attend or was not brought", false), ("E18", "2026-02-03", "Our service cancelled it", false),
        })
        {
            await visitor.TypeDateAsync("AppointmentOn", Day(on));
            await visitor.ChooseAsync(who);
            await CheckAsync(visitor, met, id);
        }
        await visitor.TypeAsync("What shows this?", "The appointment record");
        await visitor.TypeAsync("Why did this make it impractical to keep to the time limit?", "The next appointment is in March");
        await visitor.PressAsync("Record exemption");
        await visitor.LookAsync("refused");
        await visitor.ChooseAsync("The child or young person did not attend or was not brought");
        await visitor.PressAsync("Record exemption");
        // E20: the date stands
        await visitor.SeeAsync("The due date is still 19 February 2026");
        await visitor.SeeAsync("past due, exempt");
        await visitor.LookAsync("recorded");
        await visitor.TypeDateAsync("FamilyToldOn", new(2026, 7, 10));
        await visitor.PressAsync("Save the day");
        await visitor.SeeAsync("the family was told on 10 July 2026");
        await visitor.GoAsync($"/advice-requests/{january}", "request");
        await visitor.FollowAsync("Missed appointment (regulation 8(2)(c))");
        await visitor.Page.GetByText("Withdraw an exemption recorded by mistake").ClickAsync();
        await visitor.PressAsync("Withdraw exemption");
        await visitor.LookAsync("withdraw-refused");
        await visitor.TypeAsync("Why was it recorded by mistake?", "The child was there");
        await visitor.PressAsync("Withdraw exemption");
        await visitor.HeadingAsync("Withdrawn exemption");
        await visitor.LookAsync("withdrawn");
    }

    private async Task<Guid> RequestAsync() => await _portal.RequestAsync(await _portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);

    private static async Task CheckAsync(Visitor visitor, bool met, string id)
    {
        await visitor.PressAsync("Check these facts");
        var verdict = await visitor.Page.Locator("#verdict").InnerTextAsync();
        Assert.True(verdict.Contains(met ? "These facts meet the ground" : "These facts do not meet the ground", StringComparison.Ordinal), $"{id}: {verdict}");
    }

    private void Set(string day) => _portal.Time.Set(Day(day).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
