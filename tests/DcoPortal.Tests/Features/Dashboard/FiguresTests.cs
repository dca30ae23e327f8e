using System.Globalization;
using System.Net;
using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Figures;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Parts.Dashboard;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Dashboard;

public sealed class FiguresTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(TestWorld.Administrator, "/dashboard/by?period=2026-Q3&by=service")]
    [InlineData(TestWorld.Dco, "/dashboard?period=2025-2026&by=need")]
    [InlineData(TestWorld.Manager, "/dashboard/by?period=2026-08&by=age")]
    [InlineData(TestWorld.OtherManager, "/dashboard?period=2026-03-01_2026-09-15&by=route")]
    [InlineData(TestWorld.Lead, "/dashboard/by?period=2026-Q2&by=authority")]
    public async Task Every_figure_equals_the_length_of_the_list_it_leads_to_and_the_parts_add_up(string email, string address)
    {
        await FigureWorld.MakeAsync(_app, cases: 40);
        var browser = await _app.SignInAsync(email);
        var page = await browser.GetAsync(address);
        var figures = page.All("main a[href^='/advice-requests?'], main a[href^='/assessments?plans']").Select(a => (Shown: Number(a.FirstChild!.TextContent), Href: a.GetAttribute("href")!)).Distinct().ToList();
        Assert.True(figures.Count >= 6, page.Text);

        foreach (var (shown, href) in figures)
        {
            var list = await browser.GetAsync(href);
            var count = list.All("main tbody tr").Count;
            Assert.True(shown == count || (count == 25 && list.Text.Contains($"of {shown} ", StringComparison.Ordinal)), $"{href}: {shown} on the dashboard, {count} in the list");
        }
        if (address.StartsWith("/dashboard?", StringComparison.Ordinal))
        {
            var tiles = page.All(".dco-fact__value").Select(v => v.FirstElementChild?.FirstChild?.TextContent ?? v.TextContent.Trim()).ToList();
            var outcomes = page.All("#became tbody tr").Select(r => Number(r.QuerySelector("td.dco-number")!.TextContent.Split(',')[0].Trim())).ToList();
            Assert.Equal(6, outcomes.Count);
            Assert.Equal(Number(tiles[3]), outcomes.Sum());
            Assert.Equal(Number(tiles[1]), outcomes[1..5].Sum());
            foreach (var parts in new[] { ".dco-figures__said strong", ".dco-figures__lost strong" }) { Assert.Equal(Number(tiles[1]), page.All(parts).Sum(d => Number(d.TextContent.Split(',')[0].Trim()))); }
        }
        foreach (var row in page.All("table:has(.dco-bar-cell + .dco-number + .dco-number + .dco-number) tbody tr").Select(r => r.QuerySelectorAll("td.dco-number").Select(d => Number(d.TextContent.Split(',')[0].Trim())).ToList()))
        {
            Assert.Equal(row[0], row[1..7].Sum());
        }
    }

    [Fact]
    public async Task Every_figure_of_plans_opens_a_list_that_is_as_long()
    {
        await FigureWorld.MakeAsync(_app, cases: 30);
        await FigureWorld.IssuePlansAsync(_app, 14);
        var browser = await _app.SignInAsync(TestWorld.Dco);
        var page = await browser.GetAsync("/dashboard?period=2026-11");

        var figures = page.All("#plans tbody td").Select(d => (Shown: Number(d.TextContent.Split(',')[0].Trim()), Href: d.QuerySelector("a")?.GetAttribute("href"))).ToList();

        Assert.Equal(14, figures[0].Shown);
        Assert.Contains(figures[2..], f => f.Shown > 0);
        Assert.Equal(figures[1].Shown, figures[2].Shown + figures[3].Shown);
        foreach (var (shown, href) in figures.Where(f => f.Shown > 0))
        {
            var list = await browser.GetAsync(href!);
            Assert.Equal(shown, list.All("main tbody tr").Count);
            Assert.Contains("Showing only", list.Text, StringComparison.Ordinal);
        }
        Assert.Contains("Late advice explains at most", page.Find("#plans").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_in_a_few_sentences_how_it_went_why_and_where_the_time_goes()
    {
        await FigureWorld.MakeAsync(_app, cases: 40);
        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-Q3");

        Assert.Equal("Health advice, July to September 2026", page.Find("h1").TextContent);
        var story = page.Find(".dco-story").TextContent;
        foreach (var lead in new[] { "How it went. ", "Why. ", "The reasons given: ", " nobody has recorded one. The most in one place: ", " lost the most days ", "Where the time goes. Half of the advice" }) { Assert.Contains(lead, story, StringComparison.Ordinal); }
        Assert.Equal(3, page.All(".dco-story p").Count);
        // one share leads, and the story says the same
        Assert.Contains($"{page.All(".dco-fact__value")[0].TextContent.Trim()} of the advice that was owed", story, StringComparison.Ordinal);
        Assert.NotEmpty(page.All(".dco-story a[href*='why=none']"));
        Assert.NotEmpty(page.All(".dco-story a[href*='days=']"));
        Assert.DoesNotMatch(@"\d\s+[.,;]", string.Join(' ', page.All(".dco-figures__reasons").Select(r => r.TextContent)));
        foreach (var outcome in AdviceOutcomes.Counted) { Assert.Contains(outcome.Meaning(), page.Find("#became").TextContent, StringComparison.Ordinal); }
        Assert.Single(page.All("h1"));
        Assert.NotEmpty(page.All("svg[role=img][aria-label*='In time']"));
        Assert.Equal(13, page.All("table:has(caption) tbody tr").Count(r => r.QuerySelectorAll("th").Any(h => h.TextContent.Contains("202", StringComparison.Ordinal))));
        foreach (var outcome in AdviceOutcomes.Counted) { Assert.Contains(outcome.Definition(), page.Text, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task Nil_returns_are_no_advice_and_stand_with_their_reasons()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 8, 1)));
        var due = await _app.AssessmentAsync();
        await _app.RequestAsync(due, TestWorld.SpeechTherapy, change: r => { r.SubmitNilReturn(ReplyCode.Discharged, null, FigureWorld.Noon(new(2026, 8, 3)), new(2026, 8, 3), "Joan"); r.Accept(FigureWorld.Noon(new(2026, 8, 4))); r.ReturnToAuthority(FigureWorld.Noon(new(2026, 8, 4)), new(2026, 8, 4)); });
        await _app.RequestAsync(due, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(new(2026, 11, 29)));

        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-09");

        Assert.Contains("0% of the advice that was owed reached the local authority in time: 0 of 1", page.Find(".dco-story").TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.Find(".dco-parts a[href*='nil=Discharged']").FirstChild!.TextContent);
    }

    [Fact]
    public async Task An_answer_that_was_sent_back_counts_as_none_until_the_next_and_the_words_say_so()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 7, 6)));
        var keys = await _app.AssessmentAsync();
        void AnswerAndSendBack(AdviceRequest r)
        {
            r.Open(FigureWorld.Noon(new(2026, 7, 9)));
            r.Submit(FigureWorld.Noon(new(2026, 8, 8)), new(2026, 8, 8), "Joan");
            r.SendBack("Say what is needed", FigureWorld.Noon(new(2026, 8, 9)));
        }
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: AnswerAndSendBack);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r =>
        {
            AnswerAndSendBack(r);
            r.Submit(FigureWorld.Noon(new(2026, 8, 18)), new(2026, 8, 18), "Joan");
            r.Accept(FigureWorld.Noon(new(2026, 8, 18)));
            r.ReturnToAuthority(FigureWorld.Noon(new(2026, 8, 18)), new(2026, 8, 18));
        });
        _app.Time.Set(FigureWorld.Noon(new(2026, 11, 29)));

        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-08");

        string Row(string of, string name) => page.All($"{of} tbody tr").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;
        Assert.Contains("half: up to 40; more than 1 in 10 went no further", Row("section[aria-labelledby=time]", "Writing the answer"), StringComparison.Ordinal);
        Assert.Contains("half: same day", Row("section[aria-labelledby=time]", "Checking and returning"), StringComparison.Ordinal);
        Assert.EndsWith("1", Row("#funnel", "Answered, and not sent back for more").Trim(), StringComparison.Ordinal);
        Assert.Contains("from opening until the first answer that was not sent back for more; the days of one that was sent back", page.Find("#what").TextContent, StringComparison.Ordinal);
        Assert.Contains("from the first answer that was not sent back for more until the local authority had it", page.Find("#what").TextContent, StringComparison.Ordinal);
        Assert.Contains("counts as none until the service has answered again", page.Find("#funnel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_before_the_first_that_says_anything_are_neither_drawn_nor_listed()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 8, 1)));
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(new(2026, 11, 29)));

        var trend = (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-Q4")).Find("section[aria-labelledby=trend]");

        Assert.Equal("In time, last 3 months", trend.QuerySelector("h2")!.TextContent);
        Assert.Equal(["September 2026", "October 2026", "November 2026, so far"], trend.QuerySelectorAll("tbody th").Select(h => h.TextContent));
    }

    [Fact]
    public async Task To_a_board_member_figures_look_like_no_links_and_an_empty_part_is_left_out()
    {
        await FigureWorld.MakeAsync(_app, cases: 60);
        var board = await (await _app.SignInAsync(TestWorld.BoardMember)).GetAsync("/dashboard?period=2026-Q3");
        var dco = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-Q3");

        Assert.Empty(board.All(".dco-facts a"));
        Assert.Single(board.All(".dco-facts--plain"));
        Assert.Empty(dco.All(".dco-facts--plain"));
        Assert.Empty(board.All("#plans"));
        Assert.NotEmpty(dco.All("#plans"));
        Assert.NotEmpty(board.All(".dco-figures__said li"));
        Assert.Empty(board.All(".dco-figures__said a"));
    }

    [Fact]
    public async Task A_month_that_a_board_member_may_not_see_says_no_days_either_and_nothing_of_what_is_not_shown()
    {
        await FigureWorld.MakeAsync(_app, cases: 60);
        var browser = await _app.SignInAsync(TestWorld.BoardMember);
        var hidden = 0;
        foreach (var month in Enumerable.Range(1, 9))
        {
            var page = await browser.GetAsync($"/dashboard?period=2026-{month:00}");
            Assert.DoesNotContain("Not counted: Not shown", page.Text, StringComparison.Ordinal);
            // the trend counts whole quarters, so that months which stand together stand in it
            Assert.Equal(0, page.All("section[aria-labelledby=trend] tbody tr").Count(r => r.TextContent.Contains(" and ", StringComparison.Ordinal) && page.Find("#trend").TextContent == "In time, last 1 month"));
            if (page.All(".dco-fact__value")[0].TextContent.Trim() != "Not shown") { continue; }
            hidden++;
            Assert.Empty(page.All("section[aria-labelledby=time] table"));
            Assert.DoesNotContain("9 in 10", page.Find(".dco-story").TextContent, StringComparison.Ordinal);
        }
        Assert.True(hidden > 0);
    }

    [Theory]
    // a board member is told of halves and tenths only where neither side is few
    [InlineData(9, false, false)]
    [InlineData(10, true, false)]
    [InlineData(49, true, false)]
    [InlineData(50, true, true)]
    public void Days_part_no_few_children_from_the_others(int of, bool half, bool tenth)
    {
        bool Parts(int percent) => DayCounts.Rank(of, percent) is var rank && rank >= 5 && of - rank >= 5;
        var cells = new List<FigureCell> { new("2026-07", AdviceOutcome.InTime, 40), new("2026-08", AdviceOutcome.Late, 40) };
        var period = FigurePeriod.Parse("2026-Q3")!;
        var data = new FigureData { Months = cells, Cuts = new Dictionary<FigureCut, IReadOnlyList<FigureCell>>(), Details = [], Causes = [], Asked = new([], 0), Steps = new Dictionary<FigureStep, KeptDays>(), Plans = [], Funnel = new(0, 0, 0, 0, 0, 0, 0) };
        var sights = new FigureSights(new(period, data, cells, [], null, cells), isBoard: true);

        Assert.Equal((half, tenth), (sights.MaySayDays(of, 50), sights.MaySayDays(of, 90)));
        Assert.Equal((half, tenth), (Parts(50), Parts(90)));
    }

    [Fact]
    public void The_difference_of_two_shares_is_taken_before_they_are_rounded()
    {
        var line = FigureStory.HowItWent(FigurePeriod.Parse("2026-Q4")!, new(53, 72, true), new(109, 141, true), new(""), isBoard: false);

        Assert.Contains("That is 3.7 percentage points less than in July to September 2026 (77.3%).", string.Concat(line.Parts.Select(p => p.Text)), StringComparison.Ordinal);
        Assert.Contains("That is the same as in July", string.Concat(FigureStory.HowItWent(FigurePeriod.Parse("2026-Q4")!, new(1, 4, true), new(2, 8, true), new(""), isBoard: false).Parts.Select(p => p.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_days_may_be_chosen_and_wrong_ones_are_said_at_their_boxes()
    {
        var browser = await _app.SignInAsync(TestWorld.Dco);
        var page = await browser.GetAsync("/dashboard");

        var wrong = await browser.SubmitAsync(page, "form.dco-filters", Days("9", "11", "2026", "3", "11", "2026"));
        var half = await browser.SubmitAsync(page, "form.dco-filters", Days("9", "11", "2026", "", "", ""));
        var right = await browser.SubmitAsync(page, "form.dco-filters", Days("3", "11", "2026", "9", "11", "2026"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("The last day must be on or after the first day", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Enter the last day", half.Text, StringComparison.Ordinal);
        Assert.Contains("3 November 2026 to 9 November 2026", right.Find("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_figures_are_about_is_kept_and_cleared()
    {
        var browser = await _app.SignInAsync(TestWorld.Dco);

        await browser.SubmitAsync(await browser.GetAsync("/dashboard"), "form.dco-filters", new() { ["Service"] = TestWorld.SpeechTherapy.ToString(), ["Need"] = "SLCN" });
        var kept = await browser.GetAsync("/dashboard");
        var cleared = await browser.SubmitAsync(kept, "form.dco-filters", new() { ["Clear"] = "true" });

        Assert.Contains("primary need: speech, language and communication needs", kept.Text, StringComparison.Ordinal);
        Assert.Contains("all services", cleared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_member_sees_whole_periods_that_have_ended_no_list_no_child_and_no_small_number()
    {
        await FigureWorld.MakeAsync(_app, cases: 60);
        var browser = await _app.SignInAsync(TestWorld.BoardMember);

        var page = await browser.GetAsync("/dashboard");
        var free = await browser.GetAsync("/dashboard?period=2026-07-01_2026-07-30");
        var open = await browser.GetAsync("/dashboard?period=2026-Q4");
        var openMonth = await browser.GetAsync("/dashboard?period=2026-10");
        var filtered = await browser.GetAsync($"/dashboard?service={TestWorld.SpeechTherapy}");
        var month = await browser.GetAsync("/dashboard?period=2026-08");
        var year = await browser.GetAsync("/dashboard?period=2025-2026");
        var ofYear = await browser.GetAsync("/dashboard/by?period=2025-2026");
        var by = await browser.GetAsync("/dashboard/by?period=2026-Q3");
        var services = await browser.GetAsync("/dashboard/by?period=2026-Q3&by=service");

        Assert.Equal("Health advice, July to September 2026", page.Find("h1").TextContent);
        foreach (var same in new[] { free, open, openMonth, filtered }) { Assert.Equal(page.Find(".dco-facts").TextContent, same.Find(".dco-facts").TextContent); }
        Assert.Equal("Health advice, August 2026", month.Find("h1").TextContent);
        foreach (var shown in new[] { page, month, year, by, services })
        {
            Assert.Empty(shown.All("main a[href^='/advice-requests'], main a[href^='/assessments']"));
            Assert.DoesNotContain("Ashworth", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("-26-", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(shown.All("main td.dco-number, .dco-fact__value, .dco-parts li, .dco-figures__causes strong").Select(f => f.TextContent.Trim()), t => t is "1" or "2" or "3" or "4");
            Assert.DoesNotContain("hidden", shown.Find("main").TextContent, StringComparison.Ordinal);
        }
        Assert.Contains("are shown for quarters alone", ofYear.Text, StringComparison.Ordinal);
        // the least in time first, over every row that is shown
        var shares = by.All("tbody tr td.dco-bar-cell").Select(d => int.Parse(d.TextContent.Trim().Split('%')[0], CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(shares);
        Assert.Equal(shares.Order(), shares);
        Assert.Contains(page.All(".dco-chart--wide circle"), c => c.GetAttribute("class") is "c-dot");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/dashboard/csv?period=2026-Q3&by=service")).Status);
    }

    [Fact]
    public async Task What_was_not_given_says_how_long_past_its_due_date_it_was_waited_for()
    {
        await FigureWorld.MakeAsync(_app, cases: 60);
        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-Q3");
        await using var db = _app.Database();
        var period = FigurePeriod.Parse("2026-Q3")!;
        var due = await db.AdviceRequests.Where(r => r.DueOn >= period.From && r.DueOn <= period.To).ToListAsync();
        var waited = due.Where(r => AdviceOutcomes.Of(r, FigureWorld.Today) is AdviceOutcome.NotGivenOpen or AdviceOutcome.NotGivenClosed).Select(r => (r.BecameOn ?? FigureWorld.Today).DayNumber - r.DueOn.DayNumber).Order().ToList();

        Assert.True(waited.Count > 1);
        Assert.Contains($"How long past the due date, of what was not given. Half: {Days(waited[((waited.Count + 1) / 2) - 1])} or fewer; the longest: {Days(waited[^1])}.", page.Find("section[aria-labelledby=why]").TextContent, StringComparison.Ordinal);
        string Days(int n) => n == 1 ? "1 day" : $"{n} days";
    }

    [Fact]
    public async Task Rows_are_ordered_by_share_or_by_count_without_a_script_and_what_nobody_gave_stands_apart_from_what_is_excused()
    {
        await FigureWorld.MakeAsync(_app, cases: 60);
        var browser = await _app.SignInAsync(TestWorld.Dco);
        var page = await browser.GetAsync("/dashboard?period=2026-Q3");
        var byShare = await browser.GetAsync("/dashboard/by?period=2026-Q3&by=service");
        var link = byShare.All("a").Single(a => a.TextContent.Trim() == "Order by how many were not in time").GetAttribute("href")!;
        var byCount = await browser.GetAsync(link.Split('#')[0]);

        var of = page.All("#became tbody tr").ToDictionary(r => r.QuerySelector("th")!.FirstChild!.TextContent.Trim() is { Length: > 0 } name ? name : r.QuerySelector("th")!.ChildNodes[1].TextContent.Trim(), r => Number(r.QuerySelector("td.dco-number")!.TextContent.Split(',')[0].Trim()));
        Assert.Contains($"{of["Late"]} late, {of["Not given, still awaited"] + of["Not given, and closed"]} not given, {of.Single(o => o.Key.StartsWith("Excused", StringComparison.Ordinal)).Value} excused by law", page.Find(".dco-facts").TextContent, StringComparison.Ordinal);
        Assert.Equal("The most not in time first", byCount.Find("#by").TextContent);
        var missed = byCount.All("#by ~ div tbody tr, section[aria-labelledby=by] tbody tr").Distinct().Select(r => r.QuerySelectorAll("td.dco-number").Select(d => Number(d.TextContent.Split(',')[0].Trim())).ToList()).Select(n => n[2..6].Sum()).ToList();
        Assert.True(missed.Count > 1);
        Assert.Equal(missed.OrderDescending(), missed);
    }

    [Fact]
    public async Task The_days_of_all_steps_together_are_drawn_against_the_limit_of_the_law_and_say_so_in_words()
    {
        await FigureWorld.MakeAsync(_app, cases: 60);

        var time = (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-Q3")).Find("section[aria-labelledby=time]");

        Assert.Single(time.QuerySelectorAll("path.c-limit:not(.c-limit--edge)"));
        Assert.Contains("of the law", time.QuerySelector("tbody tr td")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("of the law", time.QuerySelectorAll("tbody tr td")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_is_not_over_says_so_in_the_picture_as_in_the_table()
    {
        await FigureWorld.MakeAsync(_app, cases: 40);
        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-11");

        var texts = page.All(".dco-chart--wide text").Select(t => t.TextContent).ToList();
        Assert.Contains("Nov so far", texts);
        Assert.Single(texts, t => t.EndsWith("% so far", StringComparison.Ordinal));
        Assert.DoesNotContain("Oct so far", texts);
    }

    [Fact]
    public async Task What_was_reported_stays_and_corrections_show_as_corrections()
    {
        await FigureWorld.MakeAsync(_app, cases: 60);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var before = await dco.GetAsync("/dashboard?period=2026-Q3");
        var board = await _app.SignInAsync(TestWorld.BoardMember);
        var seen = (await board.GetAsync("/dashboard?period=2026-Q3")).Find(".dco-facts").TextContent;

        var reported = await dco.SubmitAsync(before, "form[action='/dashboard/report']", []);
        await using (var db = _app.Database())
        {
            var kept = await db.ReportedFigures.SingleAsync();
            Assert.Equal(new DateOnly(2026, 7, 1), kept.From);
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"DELETE FROM ReportedFigures"));
            // a due date that was wrong: two requests leave the quarter
            foreach (var r in await db.AdviceRequests.Where(r => r.DueOn >= new DateOnly(2026, 7, 1) && r.DueOn <= new DateOnly(2026, 9, 30) && r.Became == Became.Advice).OrderBy(r => r.Id).Take(2).ToListAsync())
            {
                await db.AdviceRequests.Where(x => x.Id == r.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.DueOn, new DateOnly(2026, 6, 1)));
            }
        }
        var after = await dco.GetAsync("/dashboard?period=2026-Q3");
        var later = await board.GetAsync("/dashboard?period=2026-Q3");

        Assert.Contains("Not reported yet: these figures may still change", before.Text, StringComparison.Ordinal);
        Assert.Contains("No total has changed since", reported.Text, StringComparison.Ordinal);
        Assert.Empty(reported.All("form[action='/dashboard/report']"));
        Assert.Contains("Corrected since:", after.Text, StringComparison.Ordinal);
        var total = after.All(".dco-figures__reported tbody tr").Single(r => r.TextContent.Contains("All that fell due", StringComparison.Ordinal)).QuerySelectorAll("td").Select(d => Number(d.TextContent.Trim())).ToList();
        Assert.Equal(total[0] - 2, total[1]);
        var csv = await dco.Client.GetStringAsync("/dashboard/csv?period=2026-Q3&by=provider");
        var asReported = csv.Split('\n').Single(l => l.Contains("All, as reported on 29 November 2026", StringComparison.Ordinal)).Split(',');
        Assert.Contains($"{total[0]}", asReported);
        Assert.Contains($"All that fell due: {total[0]} as reported, {total[1]} now", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("as reported,", await board.Client.GetStringAsync("/dashboard/csv?period=2026-Q3&by=provider"), StringComparison.Ordinal);
        Assert.Equal(seen, later.Find(".dco-facts").TextContent);
        Assert.Contains("as they were reported", later.Text, StringComparison.Ordinal);
        Assert.Contains("Something has been corrected since", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_a_quarter_and_an_academic_year_are_each_reported_once_and_stand_beside_each_other()
    {
        await FigureWorld.MakeAsync(_app, cases: 60);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        foreach (var period in new[] { "2026-07", "2026-Q3", "2025-2026" })
        {
            var page = await dco.SubmitAsync(await dco.GetAsync($"/dashboard?period={period}"), "form[action='/dashboard/report']", []);
            Assert.Contains("No total has changed since", page.Text, StringComparison.Ordinal);
        }
        await using var db = _app.Database();
        Assert.Equal([31, 92, 365], (await db.ReportedFigures.ToListAsync()).Select(f => f.To.DayNumber - f.From.DayNumber + 1).Order());
        await db.AdviceRequests.Where(r => r.Became == Became.Advice && r.DueOn.Year == 2026 && r.DueOn.Month == 7).ExecuteUpdateAsync(x => x.SetProperty(y => y.DueOn, new DateOnly(2026, 11, 1)));
        foreach (var period in new[] { "2026-07", "2026-Q3", "2025-2026" })
        {
            Assert.Contains("Corrected since:", (await dco.GetAsync($"/dashboard?period={period}")).Text, StringComparison.Ordinal);
        }
        Assert.Contains("Not reported yet", (await dco.GetAsync("/dashboard?period=2026-08")).Text, StringComparison.Ordinal);
        Assert.Contains("change every day", (await dco.GetAsync("/dashboard?period=2026-Q4")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_officer_reports_and_only_a_period_that_has_ended()
    {
        _app.Time.Set(FigureWorld.Noon(FigureWorld.Today));
        var dco = await _app.SignInAsync(TestWorld.Dco);

        Assert.Empty((await dco.GetAsync("/dashboard?period=2026-Q4")).All("form[action='/dashboard/report']"));
        Assert.Empty((await dco.GetAsync("/dashboard?period=2026-07-01_2026-07-30")).All("form[action='/dashboard/report']"));
        Assert.Empty((await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/dashboard?period=2026-Q3")).All("form[action='/dashboard/report']"));
        var page = await dco.GetAsync("/dashboard?period=2026-Q3");
        Assert.Equal(HttpStatusCode.Conflict, (await dco.SubmitAsync(page, "form[action='/dashboard/report']", new() { ["period"] = "2026-Q4" })).Status);
    }

    private static Dictionary<string, string?> Days(string d, string m, string y, string d2, string m2, string y2) => new()
    {
        ["From.Day"] = d,
        ["From.Month"] = m,
        ["From.Year"] = y,
        ["To.Day"] = d2,
        ["To.Month"] = m2,
        ["To.Year"] = y2,
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
