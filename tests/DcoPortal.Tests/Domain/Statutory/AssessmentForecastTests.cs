using DcoPortal.Domain.Statutory;
using DcoPortal.Domain.Statutory.Forecasting;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class AssessmentForecastTests
{
    // week 16 on 22 June 2026, week 20 on 20 July 2026
    private static readonly AssessmentDeadlines Law = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, new(2026, 3, 2));
    private static readonly DateOnly Asked = new(2026, 4, 13);

    private static OutstandingRequest Request(string reference, string service, params int[] days) =>
        new(reference, new(2026, 5, 25), Asked, new ServiceHistory(service, days, 6));

    private static AssessmentForecast Of(string today, params OutstandingRequest[] requests) =>
        AssessmentForecast.Of(new ForecastInput(Day.Of(today), Law, requests, 28));

    [Fact]
    public void A_service_that_answers_quickly_keeps_both_dates_and_says_on_what_that_rests()
    {
        var forecast = Of("2026-04-20", Request("LCC-26-00042/1", "Physiotherapy", 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42));
        Assert.Equal((Outlook.OnCourse, Outlook.OnCourse), (forecast.NoPlanNotice!.Outlook, forecast.FinalPlan!.Outlook));
        Assert.Equal("22 June 2026 is on course to be kept. The last advice is that of Physiotherapy, expected about 15 May 2026 (median of 12 answers by Physiotherapy in the last 6 months).", forecast.NoPlanNotice!.Words);
        Assert.Equal(new DateOnly(2026, 5, 15), forecast.NoPlanNotice!.ExpectedOn); // 13 April and 32 days, the slower of the middle two
        Assert.Equal(new DateOnly(2026, 6, 12), forecast.FinalPlan!.ExpectedOn);
        Assert.Contains("28 days to draft make 12 June 2026", forecast.FinalPlan!.Words, StringComparison.Ordinal);
    }

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
    public void A_date_is_out_of_reach_when_even_answers_today_come_too_late()
    {
        var quick = Request("A", "S", 71, 72, 73, 74, 75);
        Assert.True(Of("2026-06-22", quick).FinalPlan!.IsStillReachable);
        var late = Of("2026-06-23", quick);
        Assert.Equal((Outlook.OutOfReach, Outlook.OutOfReach), (late.NoPlanNotice!.Outlook, late.FinalPlan!.Outlook));
        Assert.StartsWith("20 July 2026 cannot be kept any more, even if every answer came today.", late.FinalPlan!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_five_answers_are_not_enough_history_and_it_is_said()
    {
        var forecast = Of("2026-04-20", Request("A", "Audiology", 20, 21, 22, 23));
        Assert.Equal(Outlook.NotEnoughHistory, forecast.NoPlanNotice!.Outlook);
        Assert.Null(forecast.NoPlanNotice!.ExpectedOn);
        Assert.Null(forecast.CriticalPath);
        Assert.Equal("Whether 22 June 2026 will be kept cannot be said: there is not enough history. The advice of Audiology has no forecast (not enough history: 4 answers by Audiology in the last 6 months).", forecast.NoPlanNotice!.Words);
        Assert.Equal(Outlook.OnCourse, Of("2026-04-20", Request("A", "Audiology", 20, 21, 22, 23, 24)).NoPlanNotice!.Outlook);
    }

    [Fact]
    public void A_request_without_history_hides_no_lateness_that_another_already_brings()
    {
        var forecast = Of("2026-04-20", Request("A", "Audiology"), Request("B", "CAMHS", 80, 81, 82, 83, 84));
        Assert.Equal(Outlook.ExpectedLate, forecast.NoPlanNotice!.Outlook);
        Assert.Contains("The advice of Audiology has no forecast (not enough history: 0 answers", forecast.NoPlanNotice!.Words, StringComparison.Ordinal);
        Assert.Null(forecast.NoPlanNotice!.ExpectedOn);
    }

    [Fact]
    public void An_answer_is_never_expected_in_the_past()
    {
        // 40 days gone: only the three answers that took at least as long still speak
        var answer = Assert.Single(Of("2026-05-23", Request("A", "S", 10, 12, 14, 40, 44, 60)).Answers);
        Assert.Equal(new DateOnly(2026, 5, 27), answer.ExpectedOn);
        Assert.Equal("median of the 3 of 6 answers by S in the last 6 months that took 40 days or more", answer.BasedOn);

        var beyond = Assert.Single(Of("2026-05-23", Request("A", "S", 10, 12, 14, 20, 44, 60)).Answers);
        Assert.Equal((ForecastBasis.LongerThanHistory, (DateOnly?)null), (beyond.Basis, beyond.ExpectedOn));
        Assert.Equal("already at 40 days: 2 of 6 answers by S in the last 6 months took that long", beyond.BasedOn);
    }

    [Fact]
    public void With_all_advice_in_only_the_drafting_is_left()
    {
        var done = AssessmentForecast.Of(new ForecastInput(new(2026, 6, 1), Law, [], 28, new DateOnly(2026, 5, 20)));
        Assert.Equal((Outlook.OnCourse, Outlook.OnCourse), (done.NoPlanNotice!.Outlook, done.FinalPlan!.Outlook));
        Assert.Equal(new DateOnly(2026, 6, 17), done.FinalPlan!.ExpectedOn);
        Assert.Equal("20 July 2026 is on course to be kept. All advice is in, and 28 days to draft make 17 June 2026.", done.FinalPlan!.Words);
        Assert.Null(done.CriticalPath);
        Assert.Equal(Outlook.OutOfReach, AssessmentForecast.Of(new ForecastInput(new(2026, 6, 23), Law, [], 28)).FinalPlan!.Outlook);
    }
}
