using System.Net;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Accounts;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Calendar;

public sealed class FeedTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private readonly LoggedApp _app = new();

    public void Dispose() => _app.Dispose();

    private async Task<string> AddressAsync(string email) =>
        new Uri((await _app.AsAsync(email, services => services.GetRequiredService<CalendarAddressHandler>().MakeAsync(default))).Value!).PathAndQuery;

    private async Task<(HttpStatusCode Status, string Text)> ReadAsync(string path)
    {
        using var response = await _app.Browser().Client.GetAsync(path);
        return (response.StatusCode, (await response.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal));
    }

    private async Task<string> FeedAsync(string email) => (await ReadAsync(await AddressAsync(email))).Text;

    private static string[] Lines(string feed, string name) => [.. feed.Split("\r\n").Where(l => l.StartsWith(name, StringComparison.Ordinal)).Select(l => l[(name.Length + 1)..])];

    [Fact]
    public async Task An_address_is_shown_once_works_and_stops_working_when_replaced_or_revoked()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        string Shown(Page page) => new Uri(page.Find("#calendar-address").TextContent.Trim()).PathAndQuery;

        var made = await gwen.SubmitAsync(await gwen.GetAsync("/account/calendar"), "main form", []);
        var first = Shown(made);

        var (status, feed) = await ReadAsync(first);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"{keys.Reference} health advice due", feed, StringComparison.Ordinal);
        var again = await gwen.GetAsync("/account/calendar");
        Assert.Empty(again.All("#calendar-address"));
        await using var db = _app.Database();
        var stored = await db.Users.Where(u => u.Email == TestWorld.Clinician).Select(u => u.CalendarTokenHash).SingleAsync();
        Assert.Equal(AccountLinks.HashOf(first.Split('=')[1]), stored);
        Assert.DoesNotContain(first.Split('=')[1], stored, StringComparison.Ordinal);

        var second = Shown(await gwen.SubmitAsync(again, "main form[action='/account/calendar']", []));
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(second)).Status);

        await gwen.SubmitAsync(await gwen.GetAsync("/account/calendar"), "main form[action$=revoke]", []);
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(second)).Status);
        Assert.Equal(["Calendar address made", "Calendar address replaced", "Calendar address revoked"],
            await db.AuditEntries.Where(e => e.Fact.StartsWith("CalendarAddress")).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Select(e => e.Sentence).ToListAsync());
        Assert.False(await db.AuditEntries.AnyAsync(e => e.After!.Contains("token") || e.After.Contains("feed.ics")));
    }

    [Fact]
    public async Task A_wrong_token_or_a_disabled_account_finds_nothing()
    {
        var address = await AddressAsync(TestWorld.Clinician);
        foreach (var wrong in new[] { "/calendar/feed.ics", "/calendar/feed.ics?token=", address + "x", "/calendar/feed.ics?token=" + new string('a', 43), "/calendar/feed.ics?token=" + new string('a', 5000) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(wrong)).Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(address)).Status);
        await using (var db = _app.Database())
        {
            (await db.Users.SingleAsync(u => u.Email == TestWorld.Clinician)).DisabledUtc = Noon;
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(address)).Status);
    }

    [Fact]
    public async Task A_clinician_has_their_own_and_unassigned_requests_and_a_lead_the_whole_service()
    {
        var (mine, unassigned, colleagues, elsewhere, answered, unsent) = (await _app.AssessmentAsync(), await _app.AssessmentAsync(), await _app.AssessmentAsync(), await _app.AssessmentAsync(), await _app.AssessmentAsync(), await _app.AssessmentAsync());
        await _app.RequestAsync(mine, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(unassigned, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(colleagues, TestWorld.OccupationalTherapy, TestWorld.Tariq);
        await _app.RequestAsync(elsewhere, TestWorld.SpeechTherapy, TestWorld.Joan);
        await _app.RequestAsync(answered, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Submit(Noon, new DateOnly(2026, 11, 21), "Gwen"));
        await _app.RequestAsync(unsent, TestWorld.OccupationalTherapy, TestWorld.Gwen, send: false);

        Assert.Equal(Summaries(mine, unassigned), Lines(await FeedAsync(TestWorld.Clinician), "SUMMARY").Order());
        Assert.Equal(Summaries(mine, unassigned, colleagues), Lines(await FeedAsync(TestWorld.Lead), "SUMMARY").Order());
        Assert.Equal(Summaries(elsewhere), Lines(await FeedAsync(TestWorld.OtherLead), "SUMMARY").Order());
    }

    private static IEnumerable<string> Summaries(params CaseKeys[] cases) => cases.Select(c => $"{c.Reference} health advice due").Order();

    [Fact]
    public async Task An_authority_has_its_own_limits_and_healths_and_a_dco_service_the_requests_of_its_board()
    {
        var undecided = await _app.AssessmentAsync(decision: null, received: new DateOnly(2026, 11, 9));
        var open = await _app.AssessmentAsync(received: new DateOnly(2026, 11, 2));
        await _app.RequestAsync(open, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(open, TestWorld.SpeechTherapy);
        await _app.RequestAsync(open, TestWorld.Paediatrics, change: r => r.Close("Asked twice", Noon));
        await _app.AssessmentAsync(decision: AssessmentDecision.DoNotAssess);
        var unasked = await _app.AssessmentAsync("890");
        var far = await _app.AssessmentAsync("838");
        await _app.RequestAsync(far, TestWorld.FarService);

        var authority = await FeedAsync(TestWorld.Caseworker);
        var service = await FeedAsync(TestWorld.Dco);

        Assert.Equal(new[] { $"{undecided.Reference} decision whether to assess due", $"{open.Reference} health advice due", $"{open.Reference} last day to say that no plan is needed", $"{open.Reference} final plan due" }.Order(), Lines(authority, "SUMMARY").Order());
        Assert.Equal(["20261221", "20270102", "20270222", "20270322"], Lines(authority, "DTSTART;VALUE=DATE").Order());
        Assert.Contains("2 requests are open.", authority, StringComparison.Ordinal);
        Assert.Contains("(regulation 13(2))", authority, StringComparison.Ordinal);
        Assert.Equal(Summaries(unasked, open), Lines(service, "SUMMARY").Order());
        Assert.Contains($"/assessments/{open.Reference}", service, StringComparison.Ordinal);
        Assert.Equal([$"{far.Reference} health advice due"], Lines(await FeedAsync(TestWorld.FarAdministrator), "SUMMARY"));
    }

    [Fact]
    public async Task Healths_day_of_a_case_of_which_nobody_is_asked_is_in_the_feed_of_the_dco_service_and_of_the_authority()
    {
        var (never, closed, nil, asked, looked) = (await _app.AssessmentAsync(), await _app.AssessmentAsync(), await _app.AssessmentAsync(), await _app.AssessmentAsync(), await _app.AssessmentAsync(change: a => a.Triaged(Noon)));
        await _app.RequestAsync(closed, TestWorld.OccupationalTherapy, change: r => r.Close("Not theirs", Noon));
        await _app.RequestAsync(nil, TestWorld.OccupationalTherapy, TestWorld.Gwen, r =>
        {
            r.SubmitNilReturn(ReplyCode.NotKnown, "Not on the list", Noon, new DateOnly(2026, 11, 21), "Gwen");
            r.Accept(Noon);
            r.ReturnToAuthority(Noon, new DateOnly(2026, 11, 21));
        });
        // one that is still to be checked has its event already
        var toCheck = await _app.AssessmentAsync();
        await _app.RequestAsync(toCheck, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.SubmitNilReturn(ReplyCode.NotKnown, "Not on the list", Noon, new DateOnly(2026, 11, 21), "Gwen"));
        await _app.RequestAsync(asked, TestWorld.OccupationalTherapy);
        var feed = await FeedAsync(TestWorld.Administrator);

        foreach (var keys in new[] { never, closed, nil }) { Assert.Contains($"{keys.Reference} health advice due", Lines(feed, "SUMMARY")); }
        Assert.Equal(3, feed.Split("Somebody in health is still to be asked for it").Length - 1);
        Assert.Single(Lines(feed, "SUMMARY"), s => s == $"{toCheck.Reference} health advice due");
        Assert.DoesNotContain($"SUMMARY:{looked.Reference}", feed, StringComparison.Ordinal);
        Assert.Single(Lines(feed, "SUMMARY"), s => s.StartsWith(asked.Reference, StringComparison.Ordinal));
        Assert.Contains($"{never.Reference} health advice due", Lines(await FeedAsync(TestWorld.Caseworker), "SUMMARY"));
        Assert.Equal(Summaries(asked), Lines(await FeedAsync(TestWorld.Clinician), "SUMMARY"));
    }

    [Fact]
    public async Task The_feed_holds_no_personal_data_and_keeps_its_ids()
    {
        var keys = await _app.AssessmentAsync(surname: "Quillfeather", nhsNumber: "9990181594");
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, note: "Ask about Zebedee");
        var addresses = new List<string>();
        foreach (var email in new[] { TestWorld.Clinician, TestWorld.Lead, TestWorld.Caseworker, TestWorld.Administrator }) { addresses.Add(await AddressAsync(email)); }

        foreach (var address in addresses)
        {
            var (_, feed) = await ReadAsync(address);
            Assert.Contains(keys.Reference, feed, StringComparison.Ordinal);
            foreach (var personal in new[] { "Quillfeather", "Zoë", "Chlo", "Ashworth", "Wilfrid", "999018", "SLCN", "Gwen", "Pritchard", "Zebedee", "occupational", "2019" })
            {
                Assert.DoesNotContain(personal, feed, StringComparison.OrdinalIgnoreCase);
            }
            _app.Time.Advance(TimeSpan.FromDays(1));
            var later = (await ReadAsync(address)).Text;
            Assert.Equal(Lines(feed, "UID"), Lines(later, "UID"));
            Assert.Equal(Lines(feed, "UID").Length, Lines(feed, "UID").Distinct().Count());
        }
    }

    [Fact]
    public async Task The_feed_looks_26_weeks_ahead_and_always_back()
    {
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var address = await AddressAsync(TestWorld.Clinician);
        var due = new DateOnly(2027, 1, 2);
        async Task<int> CountOnAsync(DateOnly today)
        {
            _app.Time.Set(today.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
            return Lines((await ReadAsync(address)).Text, "UID").Length;
        }

        Assert.Equal(0, await CountOnAsync(due.AddDays(-183)));
        Assert.Equal(1, await CountOnAsync(due.AddDays(-182)));
        Assert.Equal(1, await CountOnAsync(due));
        Assert.Equal(1, await CountOnAsync(due.AddDays(400)));
    }

    [Fact]
    public async Task A_person_without_deadlines_of_their_own_has_no_address_to_make()
    {
        foreach (var email in new[] { TestWorld.BoardMember, TestWorld.SystemAdministrator })
        {
            var browser = await _app.SignInAsync(email);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/account/calendar")).Status);
            Assert.Empty((await browser.GetAsync("/account/profile")).All("a[href='/account/calendar']"));
        }
        Assert.NotEmpty((await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/account/profile")).All("a[href='/account/calendar']"));
    }

    [Fact]
    public async Task The_answer_is_a_private_calendar_and_its_token_stands_in_no_log()
    {
        var address = await AddressAsync(TestWorld.Clinician);

        using var response = await _app.Browser().Client.GetAsync(address);
        await ReadAsync(address + "wrong");

        Assert.Equal("text/calendar", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.Private);
        Assert.Contains(_app.Logged, l => l.Contains("/calendar/feed.ics", StringComparison.Ordinal));
        Assert.DoesNotContain(_app.Logged, l => l.Contains(address.Split('=')[1], StringComparison.Ordinal) || l.Contains("token=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_too_often_is_refused_to_that_address_alone_and_people_behind_one_proxy_do_not_share()
    {
        using var app = new PortalApp().With("RateLimits:CalendarPerMinute", "2");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests, HttpStatusCode.NotFound], await AskAsync(app, "one", "one", "one", "two"));
    }

    [Fact]
    public async Task Guessing_has_a_limit_of_its_own_though_every_guess_is_another_token()
    {
        using var app = new PortalApp().With("RateLimits:CalendarsOfAnAddressPerMinute", "2");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], await AskAsync(app, "guess1", "guess2", "guess3"));
        using var page = await app.Browser().Client.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static async Task<List<HttpStatusCode>> AskAsync(PortalApp app, params string[] tokens)
    {
        var client = app.Browser().Client;
        List<HttpStatusCode> answers = [];
        foreach (var token in tokens)
        {
            using var response = await client.GetAsync($"/calendar/feed.ics?token={token}");
            answers.Add(response.StatusCode);
        }
        return answers;
    }

    [Fact]
    public async Task A_feed_holds_hundreds_of_deadlines_the_nearest_to_today_first()
    {
        var today = new DateOnly(2026, 11, 21);
        // one decision due on each day from 404 days ago to 100 days ahead
        await UndecidedAsync(Enumerable.Range(-404, 505).Select(n => today.AddDays(n - 42)));

        var days = Lines(await FeedAsync(TestWorld.Caseworker), "DTSTART;VALUE=DATE").Select(d => DateOnly.ParseExact(d, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(505, days.Count);
        Assert.Equal(today, days[0]);
        Assert.Equal(today.AddDays(-404), days[^1]);
        Assert.Equal(days.Select(d => Math.Abs(d.DayNumber - today.DayNumber)).Order(), days.Select(d => Math.Abs(d.DayNumber - today.DayNumber)));
        Assert.Equal(505, days.Distinct().Count());
    }

    /// <summary>An undecided assessment for each day on which the authority received a request, all in one save.</summary>
    private async Task UndecidedAsync(IEnumerable<DateOnly> received)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        var (db, audit) = (scope.ServiceProvider.GetRequiredService<DcoPortal.Casework.Data.PortalDb>(), scope.ServiceProvider.GetRequiredService<DcoPortal.Casework.Audit.AuditTrail>());
        var authority = await db.LocalAuthorities.SingleAsync(a => a.Code == "888");
        var icb = await db.IcbCoverages.Where(c => c.LocalAuthorityId == authority.Id && c.IsDefault).Select(c => c.IcbId).SingleAsync();
        foreach (var (on, n) in received.Select((on, n) => (on, n)))
        {
            var assessment = new Assessment(Guid.CreateVersion7(), $"LCC-26-{10_000 + n:00000}", authority.Id, icb, DcoPortal.Domain.Statutory.ClockEvent.RequestReceived, on, on, Noon,
                new ChildOrYoungPerson { LegalSurname = "Ashworth", Forenames = $"Zoë{n}", DateOfBirth = new DateOnly(2019, 3, 4) }, new FamilyView { ParentName = "Chloé Ashworth" }, new EducationSetting { Name = "St Wilfrid's" })
            { PrimaryNeed = "SLCN", Source = RequestSource.Parent };
            db.Assessments.Add(assessment);
            audit.Record(new DcoPortal.Domain.Facts.NotificationLogged(assessment.Keys, on));
        }
        await db.SaveChangesAsync();
    }
}
