using DcoPortal.Domain.Statutory;
using DcoPortal.Domain.Statutory.Forecasting;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class AssessmentForecastTests
{
    // week 20 on 20 July 2026
    private static readonly AssessmentDeadlines Law = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, new(2026, 3, 2));
    private static readonly DateOnly Asked = new(2026, 4, 13);

    private static OutstandingRequest Request(string reference, string service, params int[] days) =>
        new(reference, new(2026, 5, 25), Asked, new ServiceHistory(service, days, 6));

    private static AssessmentForecast Of(string today, params OutstandingRequest[] requests) =>
        AssessmentForecast.Of(new ForecastInput(Day.Of(today), Law, requests, 28));

    [Fact]
    public void A_service_that_answers_quickly_keeps_the_date_and_says_on_what_that_rests()
    {
        var forecast = Of("2026-04-20", Request("LCC-26-00042/1", "Physiotherapy", 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42));
        Assert.Equal(Outlook.OnCourse, forecast.FinalPlan!.Outlook);
        Assert.StartsWith("20 July 2026 is on course to be kept. The last advice is that of Physiotherapy, expected about 15 May 2026 (median of 12 answers by Physiotherapy in the last 6 months)", forecast.FinalPlan!.Words, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 5, 15), forecast.CriticalPath!.ExpectedOn); // 13 April and 32 days, the slower of the middle two
        Assert.Equal(new DateOnly(2026, 6, 12), forecast.FinalPlan!.ExpectedOn);
        Assert.Contains("28 days to draft, with the family's time to comment in them, make 12 June 2026", forecast.FinalPlan!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_last_day_to_say_no_nothing_is_forecast_because_it_is_no_duty() =>
        Assert.Null(Of("2026-06-23", Request("A", "S", 71, 72, 73, 74, 75)).Of(DeadlineKind.NoPlanNotice));

    [Fact]
    public void The_slowest_request_is_on_the_critical_path()
    {
        var forecast = Of("2026-04-20", Request("A", "Physiotherapy", 20, 21, 22, 23, 24), Request("B", "CAMHS", 40, 41, 42, 43, 44), Request("C", "Dietetics", 10, 11, 12, 13, 14));
        Assert.Equal("B", forecast.CriticalPath!.Request.Reference);
        Assert.Equal(["B", "A", "C"], forecast.Answers.Select(a => a.Request.Reference));
    }

    [Fact]
    public void Slow_services_make_a_date_tight_or_late()
    {
        // 20 July less 28 days is 22 June, 70 days after asking
        Assert.Equal(Outlook.OnCourse, Of("2026-04-20", Request("A", "S", 66, 67, 68, 69, 70)).FinalPlan!.Outlook);
        Assert.Equal(Outlook.Tight, Of("2026-04-20", Request("A", "S", 66, 67, 68, 71, 72)).FinalPlan!.Outlook);
        Assert.Equal(Outlook.ExpectedLate, Of("2026-04-20", Request("A", "S", 60, 61, 71, 72, 73)).FinalPlan!.Outlook);
        Assert.True(Of("2026-04-20", Request("A", "S", 60, 61, 71, 72, 73)).FinalPlan!.IsStillReachable);
    }

    [Fact]
    public void A_date_cannot_be_met_once_the_family_could_not_have_its_15_days_any_more()
    {
        // 20 July less 15 days: a draft of 5 July leaves the family until the 19th
        var quick = Request("A", "S", 71, 72, 73, 74, 75);
        Assert.True(Of("2026-07-05", quick).FinalPlan!.IsStillReachable);
        var late = Of("2026-07-06", quick);
        Assert.Equal(Outlook.OutOfReach, late.FinalPlan!.Outlook);
        Assert.Equal("20 July 2026 cannot be kept any more, even if every answer came today: the family must have 15 days for the draft, which had to be served by 5 July 2026.", late.FinalPlan!.Words);
    }

    [Theory]
    [InlineData("2026-04-20", false, false, "20 July 2026 is on course to be kept. The last advice is that of S, expected about 15 May 2026", "Nobody has the request")]
    [InlineData("2026-04-20", true, false, "Nobody has the request for the advice of S now: it is counted as if it were asked for today.", "already at")]
    [InlineData("2026-07-06", false, false, "20 July 2026 cannot be kept any more, even if every answer came today", "returned today")]
    [InlineData("2026-07-06", false, true, "20 July 2026 cannot be kept any more, even if every answer were returned today", "came today")]
    public void A_request_that_nobody_has_and_an_answer_that_was_given_are_not_told_as_an_answer_that_is_awaited(string today, bool unsent, bool answered, string says, string never)
    {
        var words = Of(today, Request("A", "S", 20, 31, 32, 33, 34) with { IsWithNobody = unsent, AnsweredOn = answered ? Asked.AddDays(9) : null }).FinalPlan!.Words;

        Assert.Contains(says, words, StringComparison.Ordinal);
        Assert.DoesNotContain(never, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "The advice of S is asked of nobody now, and the plan lacks it until it comes.")]
    [InlineData(false, "The advice of S is still out, and the plan lacks it until it comes.")]
    public void Beside_a_draft_that_was_served_it_is_said_whether_anybody_is_asked(bool unsent, string says)
    {
        var input = new ForecastInput(Day.Of("2026-06-20"), Law, [Request("A", "S", 20, 31, 32, 33, 34) with { IsWithNobody = unsent }], 28, DraftServedOn: Day.Of("2026-06-18"));

        Assert.Contains(says, AssessmentForecast.Of(input).FinalPlan!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_five_answers_are_not_enough_history_and_it_is_said()
    {
        var forecast = Of("2026-04-20", Request("A", "Audiology", 20, 21, 22, 23));
        Assert.Equal(Outlook.NotEnoughHistory, forecast.FinalPlan!.Outlook);
        Assert.Null(forecast.FinalPlan!.ExpectedOn);
        Assert.Null(forecast.CriticalPath);
        Assert.Equal("Whether 20 July 2026 will be kept cannot be said: there is not enough history. The advice of Audiology has no forecast (not enough history: 4 answers by Audiology in the last 6 months). The family must have the draft by 5 July 2026.", forecast.FinalPlan!.Words);
        Assert.Equal(Outlook.OnCourse, Of("2026-04-20", Request("A", "Audiology", 20, 21, 22, 23, 24)).FinalPlan!.Outlook);
    }

    [Fact]
    public void A_request_without_history_hides_no_lateness_that_another_already_brings()
    {
        var forecast = Of("2026-04-20", Request("A", "Audiology"), Request("B", "CAMHS", 80, 81, 82, 83, 84));
        Assert.Equal(Outlook.ExpectedLate, forecast.FinalPlan!.Outlook);
        Assert.Contains("The advice of Audiology has no forecast (not enough history: 0 answers", forecast.FinalPlan!.Words, StringComparison.Ordinal);
        Assert.Null(forecast.FinalPlan!.ExpectedOn);
    }

    [Fact]
    public void An_answer_is_never_expected_in_the_past()
    {
        // 40 days gone: only the three answers that took at least as long still speak
        var answer = Assert.Single(Of("2026-05-23", Request("A", "S", 10, 12, 14, 40, 44, 60)).Answers);
        Assert.Equal(new DateOnly(2026, 5, 27), answer.ExpectedOn);
        Assert.Equal("median of the 3 of 6 answers by S in the last 6 months that took 40 days or more", answer.BasedOn);

        var beyond = Assert.Single(Of("2026-05-23", Request("A", "S", 10, 12, 14, 20, 44, 60)).Answers);
        Assert.Equal((ForecastBasis.FewTookThatLong, (DateOnly?)null), (beyond.Basis, beyond.ExpectedOn));
        Assert.Equal("already at 40 days: 2 of 6 answers by S in the last 6 months took that long", beyond.BasedOn);
    }

    [Theory]
    // 40 days gone: how many answers there were, and how many of them took that long
    [InlineData(5, 0, true)]
    [InlineData(5, 1, false)]
    [InlineData(5, 2, false)]
    [InlineData(9, 1, false)]
    [InlineData(10, 1, true)]
    [InlineData(19, 2, false)]
    [InlineData(20, 2, true)]
    public void Only_what_waits_longer_than_nine_in_ten_is_said_to_have_waited_longer_than_nearly_all(int answers, int longer, bool nearlyAll)
    {
        var plan = Of("2026-05-23", Request("A", "S", [.. Enumerable.Repeat(8, answers - longer), .. Enumerable.Repeat(45, longer)])).FinalPlan!;

        Assert.Equal(nearlyAll, plan.Words.Contains("has waited longer than nearly all before it", StringComparison.Ordinal));
        Assert.Equal(nearlyAll ? Outlook.ExpectedLate : Outlook.NotEnoughHistory, plan.Outlook);
        Assert.Contains($"(already at 40 days: {(longer == 0 ? "none" : longer)} of {answers} answers by S in the last 6 months took that long)", plan.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WithoutAdvice.DcoToDecide, "each service said that it has none", false, " A plan issued now would lack the medical advice of regulation 6(1)(c) (each service said that it has none). What follows is for the Designated Clinical Officer to decide.")]
    [InlineData(WithoutAdvice.DcoToAsk, null, false, " No service has been asked for the health assessment that was commissioned.")]
    [InlineData(WithoutAdvice.NoNeedsKnown, "each service said that it has none", false, " A plan issued now would lack the medical advice of regulation 6(1)(c) (each service said that it has none).")]
    [InlineData(WithoutAdvice.No, null, true, " What was never given, or withdrawn, is lacking.")]
    [InlineData(WithoutAdvice.No, null, false, "")]
    public void A_draft_that_was_served_says_what_the_plan_lacks_and_who_has_to_decide(WithoutAdvice without, string? why, bool lacks, string says)
    {
        var plan = AssessmentForecast.Of(new ForecastInput(new(2026, 7, 1), Law, [], 28, new(2026, 5, 20), new(2026, 6, 25)) { Without = without, WhyNone = why, LacksAsked = lacks }).FinalPlan!;

        Assert.Equal($"20 July 2026 can be kept: the draft was served on 25 June 2026. The family has until 9 July 2026 to comment, and the final plan can follow.{says}", plan.Words);
    }

    [Fact]
    public void A_request_later_than_all_history_is_the_worst_and_everything_waits_for_it()
    {
        var forecast = Of("2026-05-23", Request("A", "S", 10, 12, 14, 20, 22, 24), Request("B", "CAMHS", 60, 61, 62, 63, 64), Request("C", "Audiology", 1));
        Assert.Equal(["A", "C", "B"], forecast.Answers.Select(a => a.Request.Reference));
        Assert.Equal("A", forecast.CriticalPath!.Request.Reference);
        Assert.Equal(Outlook.ExpectedLate, forecast.FinalPlan!.Outlook);
        Assert.StartsWith("20 July 2026 can still be kept, but nobody can say when the last answer comes.", forecast.FinalPlan!.Words, StringComparison.Ordinal);
        Assert.Contains("The advice of S has waited longer than nearly all before it (already at 40 days: none of 6 answers by S in the last 6 months took that long), and 1 more cannot be forecast.", forecast.FinalPlan!.Words, StringComparison.Ordinal);
    }

    private const string Comments = " The family must have the draft by 5 July 2026.";

    // every combination once: today, all advice in on, draft served on
    [Theory]
    [InlineData("2026-06-01", "2026-05-20", null, Outlook.OnCourse, "20 July 2026 is on course to be kept: all advice has been in since 20 May 2026, and 28 days to draft, with the family's 15 days in them, make 17 June 2026." + Comments)]
    [InlineData("2026-06-02", "2026-05-20", null, Outlook.OnCourse, "20 July 2026 is on course to be kept: all advice has been in since 20 May 2026, and 28 days to draft, with the family's 15 days in them, make 17 June 2026." + Comments)]
    [InlineData("2026-06-03", "2026-05-20", null, Outlook.Tight, "All advice has been in since 20 May 2026: at the usual pace of 28 days the family should have had the draft by 2 June 2026. 20 July 2026 can still be kept: served today, the draft allows a final plan from 18 June 2026." + Comments)]
    [InlineData("2026-06-18", "2026-05-20", null, Outlook.Tight, "All advice has been in since 20 May 2026: at the usual pace of 28 days the family should have had the draft by 2 June 2026. 20 July 2026 can still be kept: served today, the draft allows a final plan from 3 July 2026." + Comments)]
    [InlineData("2026-07-05", "2026-05-20", null, Outlook.Tight, "All advice has been in since 20 May 2026: at the usual pace of 28 days the family should have had the draft by 2 June 2026. 20 July 2026 can still be kept: served today, the draft allows a final plan from 20 July 2026." + Comments)]
    [InlineData("2026-07-06", "2026-05-20", null, Outlook.OutOfReach, "20 July 2026 cannot be kept any more: the family must have 15 days for the draft, which had to be served by 5 July 2026.")]
    [InlineData("2026-06-25", "2026-06-23", null, Outlook.ExpectedLate, "20 July 2026 can still be kept, but not at the usual pace: all advice has been in since 23 June 2026, and 28 days to draft, with the family's 15 days in them, make 21 July 2026." + Comments)]
    [InlineData("2026-07-21", "2026-05-20", null, Outlook.OutOfReach, "20 July 2026 has passed.")]
    [InlineData("2026-07-01", "2026-05-20", "2026-06-25", Outlook.OnCourse, "20 July 2026 can be kept: the draft was served on 25 June 2026. The family has until 9 July 2026 to comment, and the final plan can follow.")]
    [InlineData("2026-07-10", "2026-05-20", "2026-06-25", Outlook.OnCourse, "20 July 2026 can be kept: the draft was served on 25 June 2026, and the family's time to comment ended on 9 July 2026.")]
    [InlineData("2026-07-05", "2026-05-20", "2026-07-05", Outlook.OnCourse, "20 July 2026 can be kept: the draft was served on 5 July 2026. The family has until 19 July 2026 to comment, and the final plan can follow.")]
    [InlineData("2026-07-06", "2026-05-20", "2026-07-06", Outlook.OutOfReach, "20 July 2026 cannot be kept any more: the draft was served on 6 July 2026, and the family has until 20 July 2026 to comment.")]
    [InlineData("2026-07-21", "2026-05-20", "2026-06-25", Outlook.OutOfReach, "20 July 2026 has passed.")]
    public void With_all_advice_in_the_words_say_what_the_pace_and_the_law_say(string today, string adviceIn, string? served, Outlook outlook, string words)
    {
        var forecast = AssessmentForecast.Of(new ForecastInput(Day.Of(today), Law, [], 28, Day.Of(adviceIn), served is null ? null : Day.Of(served)));
        Assert.Equal((outlook, words), (forecast.FinalPlan!.Outlook, forecast.FinalPlan!.Words));
        Assert.Null(forecast.CriticalPath);
    }

    [Theory]
    [InlineData("2026-06-01", "20 July 2026 is on course to be kept: all advice that stands has been in since 20 May 2026 (what was never given, or withdrawn, is lacking), and 28 days to draft")]
    [InlineData("2026-06-03", "All advice that stands has been in since 20 May 2026 (what was never given, or withdrawn, is lacking): at the usual pace")]
    public void Where_an_answer_was_withdrawn_nobody_says_that_all_advice_is_in(string today, string words)
    {
        var forecast = AssessmentForecast.Of(new ForecastInput(Day.Of(today), Law, [], 28, Day.Of("2026-05-20")) { LacksAsked = true });
        Assert.StartsWith(words, forecast.FinalPlan!.Words, StringComparison.Ordinal);
    }

    private const string Lacking = "the medical advice of regulation 6(1)(c) is lacking";

    // what stands where nobody is waited for: what follows without advice, why there is none, whether some was never given, and the day of the last closing or decision
    [Theory]
    [InlineData(WithoutAdvice.No, null, false, null, Outlook.OnCourse, "20 July 2026 is on course to be kept: all advice has been in since 20 May 2026, and 28 days to draft")]
    [InlineData(WithoutAdvice.No, null, true, null, Outlook.OnCourse, "20 July 2026 is on course to be kept: all advice that stands has been in since 20 May 2026 (what was never given, or withdrawn, is lacking), and 28 days to draft")]
    [InlineData(WithoutAdvice.No, null, false, "2026-06-01", Outlook.OnCourse, "20 July 2026 is on course to be kept: nothing more has been awaited since 1 June 2026, and 28 days to draft, with the family's 15 days in them, make 29 June 2026.")]
    [InlineData(WithoutAdvice.No, null, true, "2026-06-01", Outlook.OnCourse, "20 July 2026 is on course to be kept: nothing more has been awaited since 1 June 2026 (what was never given, or withdrawn, is lacking), and 28 days to draft")]
    [InlineData(WithoutAdvice.DcoToDecide, "each service said that it has none", false, null, Outlook.WaitsForDco, "Whether 20 July 2026 will be kept cannot be said: " + Lacking + " (each service said that it has none), and what follows is for the Designated Clinical Officer to decide." + Comments)]
    [InlineData(WithoutAdvice.DcoToDecide, "who answered said that there is none, and every other request was closed or withdrawn without an answer", true, "2026-06-01", Outlook.WaitsForDco, "Whether 20 July 2026 will be kept cannot be said: " + Lacking + " (who answered said that there is none, and every other request was closed or withdrawn without an answer), and what follows is for")]
    [InlineData(WithoutAdvice.DcoToDecide, null, false, null, Outlook.WaitsForDco, "Whether 20 July 2026 will be kept cannot be said: no service that answered has advice, and what follows is for")]
    [InlineData(WithoutAdvice.DcoToAsk, "each service said that it has none", false, null, Outlook.WaitsForDco, "Whether 20 July 2026 will be kept cannot be said: " + Lacking + " (each service said that it has none), and no service has been asked for the health assessment that was commissioned." + Comments)]
    [InlineData(WithoutAdvice.NoNeedsKnown, "each service said that it has none", false, null, Outlook.OnCourse, "20 July 2026 is on course to be kept: nothing more has been awaited since 2 June 2026 (" + Lacking + ": each service said that it has none), and 28 days to draft, with the family's 15 days in them, make 30 June 2026.")]
    public void Where_nobody_is_waited_for_the_words_say_what_stands_and_what_does_not(WithoutAdvice without, string? why, bool lacks, string? closed, Outlook outlook, string words)
    {
        var plan = AssessmentForecast.Of(new ForecastInput(new(2026, 6, 2), Law, [], 28, new(2026, 5, 20))
        {
            Without = without,
            WhyNone = why,
            LacksAsked = lacks,
            ClosedOn = closed is null ? null : Day.Of(closed),
            DecidedOn = without == WithoutAdvice.NoNeedsKnown ? new(2026, 6, 2) : null,
        }).FinalPlan!;
        Assert.Equal(outlook, plan.Outlook);
        Assert.StartsWith(words, plan.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_should_have_drafted_while_a_request_was_open_that_was_closed_since()
    {
        var plan = AssessmentForecast.Of(new ForecastInput(new(2026, 6, 18), Law, [], 28, new(2026, 5, 1)) { ClosedOn = new(2026, 6, 18), LacksAsked = true }).FinalPlan!;
        Assert.Equal(Outlook.OnCourse, plan.Outlook);
        Assert.DoesNotContain("should have had", plan.Words, StringComparison.Ordinal);
        Assert.Contains("nothing more has been awaited since 18 June 2026", plan.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_answered_and_waits_to_be_checked_is_forecast_of_no_service()
    {
        var answered = Kinds["beyond"] with { AnsweredOn = new(2026, 4, 29) };
        var all = AssessmentForecast.Of(new ForecastInput(new(2026, 5, 1), Law, [answered, Kinds["unknown"] with { AnsweredOn = new(2026, 4, 30) }], 28));
        var some = AssessmentForecast.Of(new ForecastInput(new(2026, 5, 1), Law, [answered, Kinds["quick"]], 28));
        Assert.Equal((Outlook.WaitsForDco, "Whether 20 July 2026 will be kept cannot be said before the DCO service has checked and returned what was answered: 2 answers, the last of 30 April 2026, wait for it." + Comments), (all.FinalPlan!.Outlook, all.FinalPlan!.Words));
        Assert.Equal((Outlook.OnCourse, "20 July 2026 is on course to be kept. " + Quick + " 1 answer is with the DCO service, to check and return." + Comments), (some.FinalPlan!.Outlook, some.FinalPlan!.Words));
        Assert.Null(all.CriticalPath);
    }

    private static readonly Dictionary<string, OutstandingRequest> Kinds = new()
    {
        // asked on 13 April: what the service usually takes keeps the date, breaks it, or breaks it at its slowest; later than all before it; nothing known
        ["quick"] = Request("1", "Physiotherapy", 68, 68, 68, 68, 68),
        ["slow"] = Request("2", "CAMHS", 90, 90, 90, 90, 90),
        ["tight"] = Request("3", "Dietetics", 67, 68, 69, 90, 90),
        ["beyond"] = Request("4", "Audiology", 5, 6, 7, 8, 9),
        ["unknown"] = Request("5", "School nursing"),
    };

    private const string Quick = "The last advice is that of Physiotherapy, expected about 20 June 2026 (median of 5 answers by Physiotherapy in the last 6 months), and 28 days to draft, with the family's time to comment in them, make 18 July 2026.";
    private const string QuickOfThose = "The last advice that can be forecast is that of Physiotherapy, expected about 20 June 2026 (median of 5 answers by Physiotherapy in the last 6 months), and 28 days to draft, with the family's time to comment in them, make 18 July 2026.";
    private const string Slow = "The last advice is that of CAMHS, expected about 12 July 2026 (median of 5 answers by CAMHS in the last 6 months), and 28 days to draft, with the family's time to comment in them, make 9 August 2026.";
    private const string SlowOfThose = "The last advice that can be forecast is that of CAMHS, expected about 12 July 2026 (median of 5 answers by CAMHS in the last 6 months), and 28 days to draft, with the family's time to comment in them, make 9 August 2026.";
    private const string Tight = "The last advice is that of Dietetics, expected about 21 June 2026 (median of 5 answers by Dietetics in the last 6 months), and 28 days to draft, with the family's time to comment in them, make 19 July 2026.";
    private const string Beyond = "The advice of Audiology has waited longer than nearly all before it (already at 18 days: none of 5 answers by Audiology in the last 6 months took that long)";
    private const string Unknown = "The advice of School nursing has no forecast (not enough history: 0 answers by School nursing in the last 6 months).";
    private const string NotAtThatPace = "20 July 2026 can still be kept, but not at the pace the services have lately kept.";
    private const string NobodyCanSay = "20 July 2026 can still be kept, but nobody can say when the last answer comes.";
    private const string OnlyIf = "20 July 2026 can be kept only if every answer comes now and drafting takes less than the usual 28 days.";
    private const string TooLate = "20 July 2026 cannot be kept any more, even if every answer came today: the family must have 15 days for the draft, which had to be served by 5 July 2026.";

    // every combination of what is still out, on a day with time left
    [Theory]
    [InlineData("2026-05-01", "quick", Outlook.OnCourse, "20 July 2026 is on course to be kept. " + Quick + Comments)]
    [InlineData("2026-05-01", "tight", Outlook.Tight, "20 July 2026 can be kept at the usual pace, but not if the answers are as slow as the slowest quarter. " + Tight + Comments)]
    [InlineData("2026-05-01", "slow", Outlook.ExpectedLate, NotAtThatPace + " " + Slow + Comments)]
    [InlineData("2026-05-01", "beyond", Outlook.ExpectedLate, NobodyCanSay + " " + Beyond + "." + Comments)]
    [InlineData("2026-05-01", "unknown", Outlook.NotEnoughHistory, "Whether 20 July 2026 will be kept cannot be said: there is not enough history. " + Unknown + Comments)]
    [InlineData("2026-05-01", "quick tight", Outlook.Tight, "20 July 2026 can be kept at the usual pace, but not if the answers are as slow as the slowest quarter. " + Tight + Comments)]
    [InlineData("2026-05-01", "quick slow", Outlook.ExpectedLate, NotAtThatPace + " " + Slow + Comments)]
    [InlineData("2026-05-01", "quick beyond", Outlook.ExpectedLate, NobodyCanSay + " " + QuickOfThose + " " + Beyond + "." + Comments)]
    [InlineData("2026-05-01", "quick unknown", Outlook.NotEnoughHistory, "Whether 20 July 2026 will be kept cannot be said: there is not enough history. " + QuickOfThose + " " + Unknown + Comments)]
    [InlineData("2026-05-01", "slow beyond", Outlook.ExpectedLate, NotAtThatPace + " " + SlowOfThose + " " + Beyond + "." + Comments)]
    [InlineData("2026-05-01", "slow unknown", Outlook.ExpectedLate, NotAtThatPace + " " + SlowOfThose + " " + Unknown + Comments)]
    [InlineData("2026-05-01", "beyond unknown", Outlook.ExpectedLate, NobodyCanSay + " " + Beyond + ", and 1 more cannot be forecast." + Comments)]
    [InlineData("2026-05-01", "slow beyond unknown", Outlook.ExpectedLate, NotAtThatPace + " " + SlowOfThose + " " + Beyond + ", and 1 more cannot be forecast." + Comments)]
    // less time left than drafting usually takes
    [InlineData("2026-06-23", "slow", Outlook.ExpectedLate, OnlyIf + " " + Slow + Comments)]
    [InlineData("2026-06-23", "unknown", Outlook.ExpectedLate, OnlyIf + " " + Unknown + Comments)]
    [InlineData("2026-07-05", "unknown", Outlook.ExpectedLate, OnlyIf + " " + Unknown + Comments)]
    // the day after the last day for the draft: whatever is out, the law says no
    [InlineData("2026-07-06", "quick", Outlook.OutOfReach, TooLate)]
    [InlineData("2026-07-06", "beyond unknown", Outlook.OutOfReach, TooLate)]
    [InlineData("2026-07-20", "slow", Outlook.OutOfReach, TooLate)]
    [InlineData("2026-07-21", "slow", Outlook.OutOfReach, "20 July 2026 has passed.")]
    public void With_answers_still_out_the_words_say_what_may_be_hoped(string today, string kinds, Outlook outlook, string words)
    {
        var plan = Of(today, [.. kinds.Split(' ').Select(k => Kinds[k])]).FinalPlan!;
        Assert.Equal((outlook, words), (plan.Outlook, plan.Words));
    }

    [Theory]
    [InlineData("unknown", "The advice of School nursing is still out, and the plan lacks it until it comes.")]
    [InlineData("quick unknown", "The advice of Physiotherapy and of 1 other is still out, and the plan lacks it until it comes.")]
    [InlineData("quick beyond unknown", "The advice of Physiotherapy and of 2 others is still out, and the plan lacks it until it comes.")]
    public void A_draft_that_was_served_before_every_answer_is_in_can_keep_the_date_and_says_what_the_plan_lacks(string kinds, string stillOut)
    {
        var plan = AssessmentForecast.Of(new ForecastInput(new(2026, 7, 1), Law, [.. kinds.Split(' ').Select(k => Kinds[k])], 28, DraftServedOn: new(2026, 6, 25))).FinalPlan!;
        Assert.Equal((Outlook.OnCourse, $"20 July 2026 can be kept: the draft was served on 25 June 2026. The family has until 9 July 2026 to comment, and the final plan can follow. {stillOut}"), (plan.Outlook, plan.Words));
    }

    [Theory]
    [InlineData("2026-05-01", null, null)]
    [InlineData("2026-07-06", null, "20 July 2026 cannot be kept any more: the family must have 15 days for the draft, which had to be served by 5 July 2026.")]
    [InlineData("2026-07-10", "2026-07-08", "20 July 2026 cannot be kept any more: the draft was served on 8 July 2026, and the family has until 22 July 2026 to comment.")]
    public void Where_nobody_was_asked_only_what_the_law_allows_is_said(string today, string? served, string? words) =>
        Assert.Equal(words, AssessmentForecast.Of(new ForecastInput(Day.Of(today), Law, [], 28, DraftServedOn: served is null ? null : Day.Of(served), IsAsked: false)).FinalPlan?.Words);

    [Fact]
    public void No_two_sentences_of_a_forecast_contradict_each_other_on_any_day_whatever_is_out()
    {
        var sets = Enumerable.Range(0, 1 << Kinds.Count).Select(n => Kinds.Values.Where((_, i) => (n & (1 << i)) != 0).ToArray()).ToList();
        DateOnly due = Law.FinalPlan!.Due, draftBy = due.AddDays(-15);
        foreach (var (drafting, requests) in new[] { 15, 28, 60 }.SelectMany(d => sets.Select(s => (d, s))))
        {
            for (var today = new DateOnly(2026, 4, 20); today <= new DateOnly(2026, 7, 25); today = today.AddDays(1))
            {
                var plan = AssessmentForecast.Of(new ForecastInput(today, Law, requests, drafting, requests.Length == 0 ? new(2026, 4, 20) : null)).FinalPlan!;
                var (words, which) = (plan.Words, $"{today:yyyy-MM-dd}, {drafting} days, {string.Join('+', requests.Select(r => r.History.ServiceName))}: {plan.Outlook}: {plan.Words}");
                var claims = new[] { "is on course", "can be kept", "can still be kept", "cannot be kept", "cannot be said", "has passed" }.Count(c => words.Contains(c, StringComparison.Ordinal));
                Assert.True(claims == 1, which);
                Assert.True(plan.IsStillReachable == (today <= draftBy), which);
                Assert.True(words.Contains("must have the draft by 5 July 2026", StringComparison.Ordinal) == plan.IsStillReachable, which);
                Assert.True(words.Contains("All advice", StringComparison.OrdinalIgnoreCase) == (requests.Length == 0 && plan.IsStillReachable), which);
                // what is on course or tight ends by the due date, and its draft by the last day for it
                if (plan.Outlook is Outlook.OnCourse or Outlook.Tight) { Assert.True(plan.ExpectedOn is null || (plan.ExpectedOn <= due && (requests.Length == 0 || plan.ExpectedOn.Value.AddDays(-drafting) <= draftBy)), which); }
                if (plan.ExpectedOn > due) { Assert.True(plan.Outlook == Outlook.ExpectedLate && words.Contains("not at", StringComparison.Ordinal) || words.Contains("only if", StringComparison.Ordinal), which); }
                Assert.DoesNotMatch(@"\.\.|  | \.|make \.", words);
            }
        }
    }

    [Fact]
    public void No_forecast_calls_a_date_on_course_or_tight_that_the_law_does_not_allow()
    {
        int[][] paces = [[], [5, 6, 7, 8, 9], [60, 61, 62, 63, 64], [90, 91, 92, 93, 94]];
        for (var today = new DateOnly(2026, 4, 13); today <= new DateOnly(2026, 8, 1); today = today.AddDays(1))
        {
            foreach (var pace in paces)
            {
                var plan = AssessmentForecast.Of(new ForecastInput(today, Law, [Request("A", "S", pace)], 28)).FinalPlan!;
                Assert.Equal(today > new DateOnly(2026, 7, 5), plan.Outlook == Outlook.OutOfReach);
                Assert.DoesNotContain("All advice", plan.Words, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\.\.|  | \.|make \.", plan.Words);
            }
        }
    }

    private const string Pace = "median of 5 answers by S in the last 6 months";
    private const string NoPace = "not enough history: 0 answers by S in the last 6 months";
    private const string Beyond7 = "already at 7 days: none of 5 answers by S in the last 6 months took that long";

    // asked on 13 April, looked at on 20 April: the pace makes 15 May; with 28 days to draft, 22 June is the last day that keeps 20 July
    [Theory]
    [InlineData("20 31 32 33 34", "2026-06-10", null, Outlook.OnCourse, "2026-06-10", "promised for 10 June 2026, later than the " + Pace)]
    [InlineData("20 31 32 33 34", null, "2026-06-10", Outlook.OnCourse, "2026-06-10", "now expected on 10 June 2026, as recorded with the exemption, later than the " + Pace)]
    [InlineData("20 31 32 33 34", "2026-07-01", null, Outlook.ExpectedLate, "2026-07-01", "promised for 1 July 2026, later than the " + Pace)]
    [InlineData("20 31 32 33 34", null, "2026-07-01", Outlook.ExpectedLate, "2026-07-01", "now expected on 1 July 2026, as recorded with the exemption, later than the " + Pace)]
    // what is promised is the newer word
    [InlineData("20 31 32 33 34", "2026-06-10", "2026-07-01", Outlook.OnCourse, "2026-06-10", "promised for 10 June 2026, later than the " + Pace)]
    [InlineData("20 31 32 33 34", "2026-07-01", "2026-06-10", Outlook.ExpectedLate, "2026-07-01", "promised for 1 July 2026, later than the " + Pace)]
    [InlineData("20 31 32 33 34", "2026-06-10", "2026-06-10", Outlook.OnCourse, "2026-06-10", "promised for 10 June 2026, later than the " + Pace)]
    // a day before that of the pace, or one that has passed, makes nothing earlier
    [InlineData("20 31 32 33 34", "2026-05-01", "2026-05-02", Outlook.OnCourse, "2026-05-15", Pace)]
    [InlineData("20 31 32 33 34", "2026-04-19", null, Outlook.OnCourse, "2026-05-15", Pace)]
    // where no pace speaks, the day is all there is, and never "on course"
    [InlineData("", "2026-06-10", null, Outlook.Tight, "2026-06-10", "promised for 10 June 2026; " + NoPace)]
    [InlineData("", "2026-07-01", null, Outlook.ExpectedLate, "2026-07-01", "promised for 1 July 2026; " + NoPace)]
    [InlineData("", "2026-04-19", null, Outlook.NotEnoughHistory, null, NoPace)]
    [InlineData("1 2 3 4 5", "2026-06-10", null, Outlook.Tight, "2026-06-10", "promised for 10 June 2026; " + Beyond7)]
    [InlineData("1 2 3 4 5", "2026-04-19", null, Outlook.ExpectedLate, null, Beyond7)]
    public void An_answer_is_never_expected_before_the_day_that_was_recorded_for_it_and_the_words_say_on_what_that_rests(string days, string? promised, string? exempt, Outlook outlook, string? expected, string basis)
    {
        var forecast = Of("2026-04-20", Recorded(Request("A", "S", [.. days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]), promised, exempt));
        var (answer, plan) = (Assert.Single(forecast.Answers), forecast.FinalPlan!);

        Assert.Equal((expected, basis), (answer.ExpectedOn is { } on ? $"{on:yyyy-MM-dd}" : null, answer.BasedOn));
        Assert.Equal(outlook, plan.Outlook);
        Assert.Contains(expected is null ? $"({basis})" : $"expected about {Day.Of(expected):d MMMM yyyy} ({basis}), and 28 days to draft", plan.Words, StringComparison.Ordinal);
        if (expected is not null) { Assert.Equal(answer, forecast.CriticalPath); }
    }

    [Theory]
    [InlineData("quick", "2026-07-01", "20 July 2026 can still be kept, but not if the last answer comes on the day that was recorded for it.")]
    [InlineData("unknown", "2026-06-10", "20 July 2026 can be kept if the answers come on the days recorded for them.")]
    [InlineData("slow", "2026-06-10", NotAtThatPace)]
    public void The_first_sentence_says_whether_the_pace_or_the_recorded_day_decides(string kind, string promised, string lead) =>
        Assert.StartsWith(lead, Of("2026-04-20", Recorded(Kinds[kind], promised, null)).FinalPlan!.Words, StringComparison.Ordinal);

    [Fact]
    public void On_no_day_and_at_no_pace_is_an_answer_expected_before_its_recorded_day_or_a_plan_on_course_against_it()
    {
        DateOnly due = Law.FinalPlan!.Due, first = new(2026, 4, 20);
        var recorded = new DateOnly?[] { null, first, first.AddDays(20), first.AddDays(60), first.AddDays(75), first.AddDays(120) };
        foreach (var (kind, promised, exempt) in Kinds.Values.SelectMany(k => recorded.SelectMany(p => recorded.Select(e => (k, p, e)))))
        {
            for (var today = first; today <= due; today = today.AddDays(3))
            {
                var request = kind with { PromisedOn = promised, NowExpectedOn = exempt };
                var forecast = AssessmentForecast.Of(new ForecastInput(today, Law, [request], 28));
                var (answer, plan) = (Assert.Single(forecast.Answers), forecast.FinalPlan!);
                var paced = Assert.Single(AssessmentForecast.Of(new ForecastInput(today, Law, [kind], 28)).Answers);
                // counted by hand: what is promised, else what an exemption expects, and no day that has passed
                var known = (promised ?? exempt) is { } last && last >= today ? last : (DateOnly?)null;
                var which = $"{today:yyyy-MM-dd}, {kind.History.ServiceName}, {promised}, {exempt}: {answer.ExpectedOn} {plan.Outlook} {plan.Words}";
                Assert.True(answer.ExpectedOn == (known > paced.ExpectedOn || paced.ExpectedOn is null ? known : paced.ExpectedOn), which);
                Assert.True(answer.SlowOn is null || answer.SlowOn >= answer.ExpectedOn, which);
                if (known?.AddDays(28) > due && plan.IsStillReachable) { Assert.True(plan.Outlook == Outlook.ExpectedLate, which); }
                Assert.True(new[] { "is on course", "can be kept", "can still be kept", "cannot be kept", "cannot be said" }.Count(c => plan.Words.Contains(c, StringComparison.Ordinal)) == 1, which);
                Assert.DoesNotMatch(@"\.\.|  | \.|make \.", plan.Words);
            }
        }
    }

    [Theory]
    [InlineData("2026-08-01", null, true, "20 July 2026 can still be kept, but the local authority now expects the plan on 1 August 2026, as recorded with its exemption." + Comments)]
    [InlineData("2026-08-01", null, false, "20 July 2026 can still be kept, but the local authority now expects the plan on 1 August 2026, as recorded with its exemption." + Comments)]
    [InlineData("2026-08-01", "2026-04-18", true, "20 July 2026 can still be kept, but the local authority now expects the plan on 1 August 2026, as recorded with its exemption. The advice of Physiotherapy is still out, and the plan lacks it until it comes.")]
    [InlineData("2026-07-20", null, true, "20 July 2026 is on course to be kept. " + Quick + Comments)]
    [InlineData("2026-07-20", null, false, null)]
    public void A_plan_that_its_own_authority_expects_late_is_never_on_course(string expected, string? served, bool asked, string? words)
    {
        var plan = AssessmentForecast.Of(new ForecastInput(new(2026, 4, 20), Law, asked ? [Kinds["quick"]] : [], 28, DraftServedOn: served is null ? null : Day.Of(served), IsAsked: asked) { PlanExpectedOn = Day.Of(expected) }).FinalPlan;

        Assert.Equal((words, words is null ? null : expected == "2026-07-20" ? Outlook.OnCourse : Outlook.ExpectedLate), (plan?.Words, plan?.Outlook));
    }

    [Fact]
    public void A_draft_served_where_nobody_in_health_was_asked_says_what_the_plan_would_lack() => Assert.Equal(
        "20 July 2026 can be kept: the draft was served on 25 June 2026. The family has until 9 July 2026 to comment, and the final plan can follow. A plan issued now would lack the medical advice of regulation 6(1)(c) (nobody in health was asked).",
        AssessmentForecast.Of(new ForecastInput(new(2026, 7, 1), Law, [], 28, DraftServedOn: new(2026, 6, 25), IsAsked: false) { WhyNone = "nobody in health was asked" }).FinalPlan!.Words);

    private static OutstandingRequest Recorded(OutstandingRequest request, string? promised, string? exempt) =>
        request with { PromisedOn = promised is null ? null : Day.Of(promised), NowExpectedOn = exempt is null ? null : Day.Of(exempt) };
}
