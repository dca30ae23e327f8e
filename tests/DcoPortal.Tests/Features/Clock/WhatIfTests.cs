using System.Net;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Clock;

public sealed class WhatIfTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static string Day(string name, string iso)
    {
        var day = DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return FormattableString.Invariant($"&{name}.Day={day.Day}&{name}.Month={day.Month}&{name}.Year={day.Year}");
    }

    private static string Closure(string from, string reopens, string asked) => Day("ClosedFrom", from) + Day("ReopensOn", reopens) + Day("AdviceAskedOn", asked);

    private static string Absence(string first, string last) => Day("AbsentFrom", first) + Day("AbsentUntil", last);

    private static string Missed(string on, string by = "ChildOrFamily") => Day("AppointmentOn", on) + "&NotKeptBy=" + by;

    private static string Bereaved(string personal) => Day("CircumstancesFrom", "2026-06-18") + Day("CircumstancesUntil", "2026-06-30") + "&CircumstancesArePersonal=" + personal;

    private const string Authority = "RequestReceived 2026-06-15", June = "HealthReceivedRequest 2026-06-01", January = "HealthReceivedRequest 2026-01-08", July = "HealthReceivedRequest 2026-07-20";

    public static TheoryData<string, string, string, string, string, bool, string, string> Vectors => new()
    {
        { "E01", Authority, "decision-request", "SchoolClosed", Closure("2026-07-22", "2026-09-01", "2026-07-14"), false, "outside the window", "27 July 2026" },
        { "E02", Authority, "final-plan-request", "SchoolClosed", Closure("2026-07-22", "2026-09-01", "2026-07-15"), true, "inside the window of 15 July 2026 to 25 August 2026", "2 November 2026" },
        { "E03", Authority, "no-plan-request", "EarlyYearsProviderClosed", Closure("2026-07-22", "2026-09-01", "2026-08-25"), true, "inside the window", "5 October 2026" },
        { "E04", Authority, "decision-request", "SchoolClosed", Closure("2026-07-22", "2026-09-01", "2026-08-26"), false, "outside the window", "27 July 2026" },
        { "E05", July, "health-advice", "SchoolClosed", "", false, "never excuse health", "31 August 2026" },
        { "E06", Authority, "final-plan-request", "SchoolClosed", Closure("2026-07-03", "2026-07-31", "2026-06-26"), true, "window of 26 June 2026 to 24 July 2026", "2 November 2026" },
        { "E07", Authority, "final-plan-request", "SchoolClosed", Closure("2026-07-03", "2026-07-30", "2026-07-10"), false, "lasted 27 days", "2 November 2026" },
        { "E08", Authority, "final-plan-request", "SchoolClosed", Closure("2026-12-19", "2027-01-04", "2026-12-20"), false, "lasted 16 days", "2 November 2026" },
        { "E09", June, "health-advice", "AbsentFromArea", Absence("2026-06-08", "2026-07-05"), true, "28 days of the absence", "13 July 2026" },
        { "E10", June, "health-advice", "AbsentFromArea", Absence("2026-06-08", "2026-07-04"), false, "27 days of the absence", "13 July 2026" },
        { "E11", June, "health-advice", "AbsentFromArea", Absence("2026-06-20", "2026-07-25"), false, "24 days of the absence", "13 July 2026" },
        { "E12", June, "health-advice", "AbsentFromArea", Absence("2026-05-20", "2026-06-28"), true, "28 days of the absence", "13 July 2026" },
        { "E13", January, "health-advice", "MissedAppointment", Missed("2026-02-03"), true, "8(2)(c)", "19 February 2026" },
        { "E14", January, "health-advice", "MissedAppointment", Missed("2026-02-19"), true, "8(2)(c)", "19 February 2026" },
        { "E15", January, "health-advice", "MissedAppointment", Missed("2026-02-20"), false, "is outside the period", "19 February 2026" },
        { "E16", Authority, "final-plan-request", "MissedAppointment", "", false, "excuses health only", "2 November 2026" },
        { "E17", June, "health-advice", "ClinicianAbsent", "", false, "on no list", "13 July 2026" },
        { "E17", June, "health-advice", "Backlog", "", false, "on no list", "13 July 2026" },
        { "E17", June, "health-advice", "WaitingList", "", false, "on no list", "13 July 2026" },
        { "E18", January, "health-advice", "MissedAppointment", Missed("2026-02-03", "Service"), false, "The service cancelled", "19 February 2026" },
        { "E19", June, "health-advice", "ExceptionalCircumstances", Bereaved("no"), true, "8(2)(a)", "13 July 2026" },
        { "E19", Authority, "final-plan-request", "ExceptionalCircumstances", Bereaved("no"), false, "must be personal", "2 November 2026" },
        { "E19", Authority, "final-plan-request", "ExceptionalCircumstances", Bereaved("yes"), true, "13(3) with 10(4)(c)", "2 November 2026" },
    };

    [Theory]
    [InlineData("HealthMediation", "MixedMediationWanted 2026-10-05,IcbToldOfMediation 2026-10-06,HealthMediationWanted 2026-10-08", "IcbToldOfMediation", "must be on or after 8 October 2026, when the family said what it wants now")]
    [InlineData("HealthMediation", "HealthMediationWanted 2026-10-05,OtherMediationWanted 2026-10-05", "OtherMediationWanted", "is 5 October 2026 too. What is wanted together is mediation about health and other parts")]
    [InlineData("HealthMediation", "HealthMediationWanted 2026-10-05,OtherMediationWanted 2026-10-07", "OtherMediationWanted", "is 5 October 2026. Where the family wants both, enter the day on which it said so as that of mediation about health and other parts")]
    [InlineData("HealthMediation", "OtherMediationWanted 2026-10-05,HealthMediationWanted 2026-10-07", "HealthMediationWanted", "is 5 October 2026. Where the family wants both")]
    [InlineData("AnnualReview", "PhaseTransfer 2027-01-05", "PhaseTransfer", "must be on or after 15 February 2027: before that day the plan must be ready for a move of 2027 (regulation 18(1)(b)). A move between phases of education comes after it, most often in September")]
    [InlineData("AnnualReview", "PhaseTransfer 2027-02-14", "PhaseTransfer", "must be on or after 15 February 2027")]
    [InlineData("AnnualReview", "MoveToPost16 2027-01-05", "MoveToPost16", "must be on or after 31 March 2027: before that day the plan must be ready for a move of 2027 (regulation 18(1)(a))")]
    [InlineData("AnnualReview", "PlanMadeOrReviewed 2025-11-01,ReviewMeeting 2025-09-10", "ReviewMeeting", "must be on or after 1 November 2025, when the plan was made or last reviewed")]
    [InlineData("TransferFromAnotherAuthority", "MovedArea 2026-12-01,PlanTransferred 2026-11-20", "PlanTransferred", "must be on or after 1 December 2026")]
    [InlineData("TransferFromAnotherAuthority", "PlanMadeOrReviewed 2026-12-01,PlanTransferred 2026-11-20", "PlanTransferred", "must be on or after 1 December 2026, the day the plan was made or last reviewed")]
    [InlineData("AnnualReview", "PlanMadeOrReviewed 2026-11-02,AmendmentNoticeSent 2026-11-01", "AmendmentNoticeSent", "must be on or after 2 November 2026, the day the plan was made or last reviewed")]
    [InlineData("AnnualReview", "AmendmentNoticeSent 2026-11-02,AmendmentNoticeServed 2026-11-01", "AmendmentNoticeServed", "must be on or after 2 November 2026, the day the amendment notice was sent")]
    [InlineData("Section36Request", "HealthReceivedEarlyRequest 2026-11-02,HealthReceivedRequest 2026-11-01", "HealthReceivedRequest", "must be on or after 2 November 2026, the day health received the request for information it already holds (before the decision)")]
    [InlineData("TribunalOrderedAssessment", "AssessmentOrdered 2026-11-02,AssessmentConceded 2026-11-05", "AssessmentConceded", "is 2 November 2026. Where the local authority gave way the Tribunal makes no order about it")]
    [InlineData("TribunalOrderedPlan", "AmendmentOrdered 2026-11-09,AmendmentConceded 2026-11-05", "AmendmentOrdered", "is 5 November 2026. Where the local authority gave way")]
    [InlineData("HealthMediation", "HealthAgreed 2026-11-02,HealthAgreementDone 2026-10-30", "HealthAgreementDone", "must be on or after 2 November 2026, the day of the agreement about health")]
    [InlineData("HealthMediation", "HealthMediationWanted 2026-11-02,MediationHeld 2026-10-20", "MediationHeld", "must be on or after 2 November 2026")]
    [InlineData("HealthMediation", "MediationHeld 2026-11-02,MediationCertificateIssued 2026-10-30", "MediationCertificateIssued", "must be on or after 2 November 2026")]
    [InlineData("TribunalRecommendation", "RecommendationMade 2026-11-02,RecommendationAnswered 2026-11-01", "RecommendationAnswered", "must be on or after 2 November 2026")]
    [InlineData("Reassessment", "ReassessmentRequested 2026-11-02,ReassessmentNotified 2026-11-01", "ReassessmentNotified", "must be on or after 2 November 2026")]
    [InlineData("Section36Request", "RequestReceived 2026-11-02,DraftPlanServed 2026-11-01", "DraftPlanServed", "must be on or after 2 November 2026")]
    [InlineData("Section36Request", "RequestReceived 2026-11-02,HealthReceivedRequest 2026-11-01", "HealthReceivedRequest", "must be on or after 2 November 2026")]
    [InlineData("Reassessment", "ReassessmentNotified 2026-11-02,DraftPlanServed 2026-11-01", "DraftPlanServed", "must be on or after 2 November 2026")]
    [InlineData("HealthMediation", "MediationHeld 2026-11-20,HealthAgreed 2026-11-10", "HealthAgreed", "must be on or after 20 November 2026")]
    [InlineData("AppealWithHealthIssues", "DecisionNoticeSent 2026-11-02,AppealRegistered 2026-11-01", "AppealRegistered", "must be on or after 2 November 2026")]
    [InlineData("AppealWithHealthIssues", "DecisionNoticeSent 2026-11-20,MediationDeclined 2026-11-01", "MediationDeclined", "must be on or after 20 November 2026")]
    public async Task Days_that_cannot_both_be_so_are_refused_beside_the_field_and_make_no_date(string route, string days, string field, string error)
    {
        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/clock?route={route}" + string.Concat(days.Split(',').Select(d => Day(d.Split(' ')[0], d.Split(' ')[1]))));

        Assert.Contains(error, page.Find(".nhsuk-error-summary").TextContent, StringComparison.Ordinal);
        Assert.Contains(error, page.Find($"#{field}-error").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("days overdue", string.Join(' ', page.All("[id^='limit-']").Select(l => l.TextContent)), StringComparison.Ordinal);
        Assert.DoesNotContain("before the move", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Reports", string.Join(' ', page.All("h3").Select(h => h.TextContent)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task The_page_gives_the_verdict_of_each_exemption_vector_and_the_date_stays(string id, string start, string limit, string reason, string facts, bool available, string because, string due)
    {
        var (name, on) = (start.Split(' ')[0], start.Split(' ')[1]);
        var page = await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/clock?route=Section36Request{Day(name, on)}&limit={limit}&reason={reason}{facts}&impractical=yes");

        var verdict = string.Join(' ', page.Find("#verdict").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(page.Errors);
        Assert.True(verdict.Contains(available ? "May be relied on" : "May not be relied on", StringComparison.Ordinal), $"{id}: {verdict}");
        Assert.Contains(because, verdict, StringComparison.Ordinal);
        Assert.Contains($"The due date stays {due}.", verdict, StringComparison.Ordinal);
        Assert.Contains(page.All(".dco-deadline__date"), d => d.TextContent.EndsWith(due, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_role_chooses_a_route_and_is_asked_for_its_days_and_no_other()
    {
        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Dco, TestWorld.Clinician, TestWorld.BoardMember, TestWorld.SystemAdministrator })
        {
            var browser = await _app.SignInAsync(email);
            var start = await browser.GetAsync("/clock");
            Assert.Equal(Enum.GetValues<OriginRoute>().Length, start.All("input[name=route]").Count);
            Assert.Contains("No case is stored", start.Text, StringComparison.Ordinal);

            var form = await browser.SubmitAsync(start, "main form", new() { ["route"] = nameof(OriginRoute.AnnualReview) });

            Assert.Equal(["PlanMadeOrReviewed.Day", "ReviewMeeting.Day", "AmendmentNoticeServed.Day", "AmendmentNoticeSent.Day", "PhaseTransfer.Day", "MoveToPost16.Day", "MoveBetweenPost16.Day"], form.All("main form input[name$='.Day']").Select(i => i.GetAttribute("name")));
            Assert.All(form.All("main form input[type=text]"), i => Assert.Null(i.GetAttribute("value")));
            Assert.Empty(form.Errors);
        }
        using var nobody = await _app.Browser().Client.GetAsync("/clock");
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
    }

    [Fact]
    public async Task Every_route_shows_every_limit_that_its_days_start_and_each_says_why()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        // an appeal ends in an order or in a concession
        foreach (var (route, left) in Enum.GetValues<OriginRoute>().SelectMany(r => new[] { (r, "Conceded"), (r, "Ordered") }))
        {
            // mediation of two kinds wanted on one day is refused, and a move before the limit of its year
            var events = StatutoryClock.For(route, new ClockFacts()).AwaitedEvents.Where(e => e is not (ClockEvent.HealthMediationWanted or ClockEvent.OtherMediationWanted) && !e.ToString().EndsWith(left, StringComparison.Ordinal)).ToList();
            if (events.Count == 0) { continue; }
            var expected = StatutoryClock.For(route, new ClockFacts(events.Select(e => (e, new DateOnly(2026, 4, 2)))));

            var page = await browser.GetAsync($"/clock?route={route}{string.Concat(events.Select(e => Day(e.ToString(), "2026-04-02")))}");

            Assert.Empty(page.Errors);
            Assert.Equal(expected.Deadlines.Select(d => d.Due.ToString("dddd d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))), page.All(".dco-deadline__date").Select(d => d.TextContent.Trim()));
            Assert.All(expected.Deadlines, d => Assert.Contains(d.Explain(new DateOnly(2026, 11, 21)), page.All("details.dco-why .nhsuk-details__text").Select(t => t.TextContent)));
            Assert.Equal(OriginRoutes.OfAssessments.Contains(route), page.All("svg.dco-timeline").Count == 1);
        }
    }

    [Fact]
    public async Task An_assessment_shows_its_dates_with_weekday_last_working_day_and_what_is_awaited()
    {
        // C11 and C08 of the vectors: a bank holiday, and a Sunday
        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/clock?route=Section36Request{Day("RequestReceived", "2026-02-15")}{Day("HealthReceivedRequest", "2026-04-13")}");

        var health = page.Find("[aria-labelledby=limit-health-advice]").TextContent;
        Assert.Contains("Monday 25 May 2026", health, StringComparison.Ordinal);
        Assert.Contains("Last working day: Friday 22 May 2026", health, StringComparison.Ordinal);
        Assert.Contains("180 days overdue, unless it was done", health, StringComparison.Ordinal);
        Assert.Contains("Duty of: Health (regulation 8(1))", health, StringComparison.Ordinal);
        Assert.Contains("Sunday 29 March 2026", page.Find("[aria-labelledby=limit-decision-request]").TextContent, StringComparison.Ordinal);
        Assert.Contains("The day the draft plan was served: enter it to see time to comment on the draft plan", page.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(0, await db.Assessments.CountAsync());
    }

    [Fact]
    public async Task A_tried_exemption_that_may_be_relied_on_is_hatched_on_the_drawing_and_one_that_may_not_is_not()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var address = $"/clock?route=Section36Request{Day("RequestReceived", "2026-03-02")}&limit=final-plan-request&reason=AbsentFromArea{Absence("2026-03-10", "2026-05-10")}&impractical=";

        var yes = await browser.GetAsync(address + "yes");
        var no = await browser.GetAsync(address + "no");

        Assert.Single(yes.All(".dco-timeline .t-exempt-band"));
        Assert.Contains("plan on 20 July 2026, exemption tried.", yes.Find(".dco-timeline desc").TextContent, StringComparison.Ordinal);
        Assert.Contains("Exemption tried (the date does not move)", yes.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exemption recorded", yes.Text, StringComparison.Ordinal);
        Assert.Empty(no.All(".dco-timeline .t-exempt-band"));
    }

    [Fact]
    public async Task The_authoritys_own_setting_is_where_the_question_begins_and_gives_a_date_marked_local()
    {
        await using (var db = _app.Database())
        {
            (await db.LocalAuthorities.SingleAsync(a => a.Code == "888")).CountsDayOfReceipt = true;
            await db.SaveChangesAsync();
        }
        var address = $"/clock?route=Section36Request{Day("RequestReceived", "2026-03-02")}";

        var own = (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync(address)).Find("[aria-labelledby=limit-decision-request]").TextContent;
        var other = (await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync(address)).Find("[aria-labelledby=limit-decision-request]").TextContent;
        var law = (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync(address + "&dayOne=StatutoryDayExcluded")).Find("[aria-labelledby=limit-decision-request]").TextContent;

        Assert.Contains("Monday 13 April 2026", own, StringComparison.Ordinal);
        Assert.Matches("Local\\s+12 April 2026", own);
        Assert.DoesNotContain("12 April 2026", other, StringComparison.Ordinal);
        Assert.DoesNotContain("12 April 2026", law, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_date_says_so_beside_its_field_and_keeps_what_was_typed()
    {
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var page = await browser.GetAsync("/clock?route=Section36Request&RequestReceived.Day=31&RequestReceived.Month=2&RequestReceived.Year=2026" + Day("HealthReceivedRequest", "2026-03-16"));

        Assert.Equal(["The day the local authority received the request must be a real date"], page.Errors);
        Assert.Equal("31", page.Find("input[name='RequestReceived.Day']").GetAttribute("value"));
        Assert.Contains("Monday 27 April 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Enter at least one date"], (await browser.SubmitAsync(await browser.GetAsync("/clock?route=AnnualReview"), "main form", [])).Errors);
        Assert.Equal(["The day of the review meeting must be on or after 1 September 2014: before that day this was not the law"], (await browser.GetAsync("/clock?route=AnnualReview" + Day("ReviewMeeting", "2014-08-31"))).Errors);
        Assert.Equal(["Select how the work came about"], (await browser.GetAsync("/clock?route=7")).Errors);
    }

    [Fact]
    public async Task The_facts_are_asked_for_once_the_reason_is_chosen_and_the_second_limb_is_needed()
    {
        var browser = await _app.SignInAsync(TestWorld.Lead);
        var chosen = await browser.GetAsync($"/clock?route=Section36Request{Day("HealthReceivedRequest", "2026-06-01")}&limit=health-advice&reason=AbsentFromArea");
        Assert.Empty(chosen.Errors);
        Assert.Equal(["AbsentFrom.Day", "AbsentUntil.Day"], chosen.All("#facts input[name$='.Day']").Select(i => i.GetAttribute("name")));

        var missing = await browser.SubmitAsync(chosen, "main form", new() { ["AbsentFrom.Day"] = "8", ["AbsentFrom.Month"] = "6", ["AbsentFrom.Year"] = "2026" });
        Assert.Equal(["Enter last day away"], missing.Errors);

        var first = await browser.SubmitAsync(missing, "main form", new() { ["AbsentUntil.Day"] = "5", ["AbsentUntil.Month"] = "7", ["AbsentUntil.Year"] = "2026" });
        Assert.Contains("Not yet", first.Find("#verdict").TextContent, StringComparison.Ordinal);

        var no = await browser.SubmitAsync(first, "main form", new() { ["impractical"] = "no" });
        Assert.Contains("May not be relied on", no.Find("#verdict").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("textarea", no.Find("main form").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_for_a_limit_without_a_date_asks_for_the_date()
    {
        var page = await (await _app.SignInAsync(TestWorld.Lead)).GetAsync($"/clock?route=Section36Request{Day("RequestReceived", "2026-06-01")}&limit=health-advice&reason=AbsentFromArea");

        Assert.Equal(["Enter the day health received the request: without it this time limit has no date"], page.Errors);
    }

    [Fact]
    public async Task An_assessments_page_leads_here_with_its_days_and_without_its_name()
    {
        var keys = await _app.AssessmentAsync(received: new DateOnly(2026, 11, 2));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var link = (await browser.GetAsync($"/assessments/{keys.Reference}")).Find("main a[href^='/clock?']").GetAttribute("href")!;
        var page = await browser.GetAsync(link);

        Assert.DoesNotContain(keys.Reference, link, StringComparison.Ordinal);
        Assert.Contains("Monday 14 December 2026", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_final_plan_for_which_the_draft_was_not_served_in_time_cannot_be_kept_and_has_no_day_to_act_by()
    {
        using var app = new PortalApp();
        app.Time.Set(new(2026, 11, 30, 12, 0, 0, DateTimeKind.Utc));
        var plan = (await (await app.SignInAsync(TestWorld.Caseworker)).GetAsync("/clock?route=Section36Request" + Day("RequestReceived", "2026-07-26"))).Find("[aria-labelledby=limit-final-plan-request]").TextContent;

        Assert.Contains("cannot be kept any more", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("11 December 2026", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-06-01", null, "2022-08-31", "Thursday 1 September 2022", "Monday 1 August 2022", "Ends tomorrow")]
    [InlineData("2026-10-28", null, "2027-01-04", "Monday 4 January 2027", "Monday 28 December 2026", "Ends today")]
    [InlineData("2026-03-17", null, "2026-05-18", "Monday 18 May 2026", "Sunday 17 May 2026", "Ends today")] // T10
    [InlineData("2025-12-31", null, "2026-03-01", "Monday 2 March 2026", "Saturday 28 February 2026", "Ends tomorrow")] // T11
    [InlineData("2026-03-17", "2026-04-24", "2026-05-26", "Tuesday 26 May 2026", "Sunday 24 May 2026", "Ends today")] // T12
    public async Task An_appeal_runs_to_the_last_lawful_day_with_its_safe_date_and_has_not_passed_before(string notice, string? certificate, string today, string due, string safe, string words)
    {
        var day = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var app = new PortalApp();
        app.Time.Set(day.ToDateTime(new(12, 0), DateTimeKind.Utc));

        var page = await (await app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/clock?route=AppealWithHealthIssues{Day("DecisionNoticeSent", notice)}{(certificate is null ? "" : Day("MediationCertificateIssued", certificate))}");

        var appeal = page.Find($"[aria-labelledby=limit-appeal-of-{(certificate is null ? "notice" : "certificate")}]").TextContent;
        Assert.Contains(due, appeal, StringComparison.Ordinal);
        Assert.Contains($"Safe date: {safe}", appeal, StringComparison.Ordinal);
        Assert.Contains("It must arrive by 5pm on that day", appeal, StringComparison.Ordinal);
        Assert.Contains(words, appeal, StringComparison.Ordinal);
        Assert.DoesNotContain("Passed", appeal, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", appeal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_the_law_began_is_refused_and_gives_no_date()
    {
        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/clock?route=TribunalRecommendation" + Day("RecommendationMade", "2018-04-02"));

        Assert.Equal(["The day of the Tribunal's recommendation must be on or after 3 April 2018: before that day this was not the law"], page.Errors);
        Assert.Empty(page.All(".dco-deadline__date"));
        Assert.Empty((await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/clock?route=TribunalRecommendation" + Day("RecommendationMade", "2018-04-03"))).Errors);
    }

    [Fact]
    public async Task No_event_of_any_route_gives_a_date_for_a_day_on_which_that_was_not_the_law()
    {
        var browser = await _app.SignInAsync(TestWorld.Dco);
        foreach (var (route, e) in Enum.GetValues<OriginRoute>().SelectMany(r => StatutoryClock.For(r, new ClockFacts()).AwaitedEvents.Select(e => (r, e))))
        {
            if (StatutoryRules.FirstDayOf(route, e) is not { } first) { continue; }
            string On(DateOnly day) => $"/clock?route={route}{Day(e.ToString(), day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))}";
            var before = await browser.GetAsync(On(first.AddDays(-1)));
            Assert.Contains("before that day this was not the law", Assert.Single(before.Errors), StringComparison.Ordinal);
            Assert.Empty(before.All(".dco-deadline__date"));

            var since = await browser.GetAsync(On(first));
            Assert.Empty(since.Errors);
            Assert.NotEmpty(since.All(".dco-deadline__date"));
            Assert.All(StatutoryClock.For(route, new ClockFacts((e, first))).Deadlines, d => Assert.True(d.Rule.EffectiveFrom <= first, $"{d.Rule.Key} was not the law on {first:yyyy-MM-dd}"));
        }
    }

    [Fact]
    public async Task The_week_to_tell_the_authority_of_an_agreement_runs_from_doing_it_and_the_page_says_what_is_safe()
    {
        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/clock?route=HealthMediation" + Day("HealthAgreed", "2026-01-12") + Day("HealthAgreementDone", "2026-01-16"));

        var told = page.Find("[aria-labelledby=limit-health-agreement-told]").TextContent;
        Assert.Contains("Friday 23 January 2026", told, StringComparison.Ordinal);
        Assert.Contains("Safe date: Monday 19 January 2026", told, StringComparison.Ordinal);
        Assert.Contains("The careful reading counts from 12 January 2026, the day of the agreement about health", told, StringComparison.Ordinal);
        var done = page.Find("[aria-labelledby=limit-health-agreement-done]").TextContent;
        Assert.Contains("Monday 26 January 2026", done, StringComparison.Ordinal);
        Assert.Contains("Done on 16 January 2026", done, StringComparison.Ordinal);

        var agreed = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/clock?route=HealthMediation" + Day("HealthAgreed", "2026-01-12"));
        Assert.Contains("The day the integrated care board did what it agreed about health: enter it to see local authority told that the agreement was carried out", agreed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OriginRoute.TribunalRecommendation, "RecommendationMade", "RecommendationAnswered", "recommendation-response")]
    [InlineData(OriginRoute.TransferFromAnotherAuthority, "MovedArea", "PlanTransferred", "plan-transfer-on-move")]
    [InlineData(OriginRoute.HealthMediation, "HealthMediationWanted", "IcbToldOfMediation", "mediation-issues-health")]
    [InlineData(OriginRoute.HealthMediation, "IcbToldOfMediation", "MediationHeld", "mediation-by-icb")]
    [InlineData(OriginRoute.HealthMediation, "MixedMediationWanted", "MediationHeld", "mediation-by-authority")]
    [InlineData(OriginRoute.HealthMediation, "MediationDeclined", "MediationCertificateIssued", "certificate-declined")]
    [InlineData(OriginRoute.AppealWithHealthIssues, "MediationDeclined", "MediationCertificateIssued", "certificate-declined")]
    [InlineData(OriginRoute.AnnualReview, "ReviewMeeting", "AmendmentNoticeSent", "amendment-notice")]
    [InlineData(OriginRoute.TribunalOrderedPlan, "PlanOrdered", "DraftPlanServed", "make-plan-draft-order")]
    [InlineData(OriginRoute.Reassessment, "ReassessmentRequested", "ReassessmentNotified", "decision-reassessment")]
    public async Task Nothing_is_called_late_that_an_entered_day_says_was_done(OriginRoute route, string began, string done, string limit)
    {
        var browser = await _app.SignInAsync(TestWorld.Dco);
        var without = (await browser.GetAsync($"/clock?route={route}" + Day(began, "2026-03-02"))).Find($"[aria-labelledby=limit-{limit}]").TextContent;
        var with = (await browser.GetAsync($"/clock?route={route}" + Day(began, "2026-03-02") + Day(done, "2026-03-02"))).Find($"[aria-labelledby=limit-{limit}]").TextContent;

        Assert.DoesNotContain("Done on", without, StringComparison.Ordinal);
        Assert.Contains("Done on 2 March 2026", with, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", with, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-05", false)]
    [InlineData("2026-09-10", true)]
    public async Task A_notice_before_the_review_meeting_is_neither_the_decision_nor_the_review(string notice, bool done)
    {
        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/clock?route=AnnualReview" + Day("PlanMadeOrReviewed", "2025-11-01") + Day("ReviewMeeting", "2026-09-10") + Day("AmendmentNoticeSent", notice));

        foreach (var limit in new[] { "review-decision", "review-yearly", "amendment-notice" }) { Assert.Equal(done, page.Find($"[aria-labelledby=limit-{limit}]").TextContent.Contains("Done on", StringComparison.Ordinal)); }
    }

    [Fact]
    public async Task A_mediation_that_was_narrowed_leaves_no_earlier_wish_overdue()
    {
        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/clock?route=HealthMediation" + Day("MixedMediationWanted", "2026-01-05") + Day("HealthMediationWanted", "2026-01-08") + Day("IcbToldOfMediation", "2026-01-09"));

        Assert.Empty(page.All("[aria-labelledby=limit-mediation-by-authority], [aria-labelledby=limit-mediation-issues-mixed]"));
        Assert.Single(page.All("[aria-labelledby=limit-mediation-by-icb]"));
        Assert.Contains("about health and other parts, 5 January 2026, starts nothing any more: what the family said on 8 January 2026 counts.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_that_wants_no_mediation_any_more_leaves_none_overdue()
    {
        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/clock?route=HealthMediation" + Day("MixedMediationWanted", "2026-01-05") + Day("MediationDeclined", "2026-01-06"));

        Assert.Empty(page.All("[aria-labelledby=limit-mediation-by-authority], [aria-labelledby=limit-mediation-issues-mixed]"));
        Assert.Contains("about health and other parts, 5 January 2026, starts nothing any more: what the family said on 6 January 2026 counts.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PhaseTransfer", "2027-02-15", "14 February 2027")]
    [InlineData("PhaseTransfer", "2027-09-01", "14 February 2027")]
    [InlineData("MoveToPost16", "2027-03-31", "30 March 2027")]
    public async Task A_move_on_or_after_its_limit_of_the_year_has_its_date(string moved, string on, string ready)
    {
        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/clock?route=AnnualReview" + Day(moved, on));

        Assert.Empty(page.Errors);
        Assert.Contains(page.All(".dco-deadline__date"), d => d.TextContent.EndsWith(ready, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_limit_is_offered_for_which_the_page_does_not_ask_the_day()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        foreach (var route in Enum.GetValues<OriginRoute>())
        {
            var page = await browser.GetAsync($"/clock?route={route}");
            var asked = page.All("main form input[name$='.Day']").Select(i => i.GetAttribute("name")![..^4]).ToHashSet();
            var offered = page.All("select[name=limit] option").Select(o => o.GetAttribute("value")).Where(v => !string.IsNullOrEmpty(v));
            Assert.All(offered, key => Assert.Contains(StatutoryRules.All.First(r => r.Key == key).StartsFrom.ToString(), asked));
        }
    }

    [Fact]
    public async Task Week_16_is_never_late_and_a_regulation_that_nobody_read_says_so_beside_its_date()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var notice = (await browser.GetAsync("/clock?route=Section36Request" + Day("RequestReceived", "2026-06-01"))).Find("[aria-labelledby=limit-no-plan-request]");
        Assert.Contains("Last day to say that no plan is needed", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("only if no plan is needed", notice.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", notice.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(notice.QuerySelectorAll(".dco-rag--overdue"));

        var board = await browser.GetAsync("/clock?route=TransferFromAnotherAuthority" + Day("OldIcbLearnedOfMove", "2026-04-13") + Day("PlanTransferred", "2026-04-13"));
        Assert.Contains("We have not seen the text of this regulation; this is the careful reading.", board.Find("[aria-labelledby=limit-board-change-when-aware] .dco-law-note").TextContent, StringComparison.Ordinal);
        Assert.Empty(board.All("[aria-labelledby=limit-transfer-notice] .dco-law-note"));
    }
}
