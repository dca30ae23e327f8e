using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class DeadlineTests
{
    // due Tuesday 17 November 2026
    private static readonly Deadline Health = StatutoryClock.ForHealthAdvice(new(2026, 10, 6));
    private static readonly RecordedExemption Missed =
        new(ExemptionGround.MissedAppointment, "8(2)(c)", new(2026, 11, 3), new MissedAppointmentFacts(new(2026, 11, 2), AppointmentNotKeptBy.ChildOrFamily));

    private const string Story = "6 weeks from 6 October 2026, the day health received the request (regulation 8(1)). " +
        "Health must give its advice to the local authority by 17 November 2026: that first day is left out; weekends and holidays count. ";
    private const string Next = " Next: the DCO service checks the advice and returns it to the local authority.";

    [Theory]
    [InlineData("2026-11-02", null, RagStatus.OnTrack)]
    [InlineData("2026-11-03", null, RagStatus.DueSoon)]
    [InlineData("2026-11-17", null, RagStatus.DueSoon)]
    [InlineData("2026-11-18", null, RagStatus.Overdue)]
    [InlineData("2026-12-31", "2026-11-17", RagStatus.Done)]
    [InlineData("2026-12-31", "2026-11-18", RagStatus.DoneLate)]
    public void Status_turns_on_the_due_date(string today, string? done, RagStatus expected) =>
        Assert.Equal(expected, Health.Status(Day.Of(today), done is null ? null : Day.Of(done)));

    [Fact]
    public void The_due_soon_threshold_can_be_configured()
    {
        Assert.Equal(RagStatus.OnTrack, Health.Status(new TrafficLight(new(2026, 11, 10), 6), null));
        Assert.Equal(RagStatus.DueSoon, Health.Status(new TrafficLight(new(2026, 11, 11), 6), null));
    }

    [Theory]
    [InlineData("2026-11-17", 0)]
    [InlineData("2026-11-14", 3)]
    [InlineData("2026-11-21", -4)]
    public void Days_left_go_negative_when_the_date_is_past(string today, int left) => Assert.Equal(left, Health.DaysLeft(Day.Of(today)));

    [Fact]
    public void A_late_request_says_why_how_late_and_that_nothing_excuses_it() => Assert.Equal(
        Story + "4 days overdue; the duty is still to act as soon as practicable. No exemption is recorded." + Next,
        Health.Explain(new(2026, 11, 21), null, []));

    [Fact]
    public void A_late_request_with_an_exemption_says_that_the_date_does_not_move() => Assert.Equal(
        Story + "1 day overdue; the duty is still to act as soon as practicable. " +
        "Exemption recorded on 3 November 2026: appointment missed on 2 November 2026 (regulation 8(2)(c)). " +
        "The date does not move: the exemption excuses lateness only so far as it made keeping to the limit impractical." + Next,
        Health.Explain(new(2026, 11, 18), null, [Missed]));

    [Fact]
    public void A_request_in_time_says_whose_duty_it_is_and_what_comes_next() => Assert.Equal(
        Story + "Due in 3 days." + Next,
        Health.Explain(new(2026, 11, 14), null, []));

    [Fact]
    public void A_date_on_a_bank_holiday_names_the_day_to_act_by() => Assert.Equal(
        "6 weeks from 20 November 2025, the day health received the request (regulation 8(1)). Health must give its advice to the local authority by 1 January 2026: that first day is left out; weekends and holidays count. " +
        "1 January 2026 is not a working day, so act by 31 December 2025. Due in 1 day." + Next,
        StatutoryClock.ForHealthAdvice(new(2025, 11, 20)).Explain(new(2025, 12, 31), null, []));

    [Fact]
    public void Nobody_is_told_to_act_by_a_day_that_is_over() =>
        Assert.Contains("1 January 2026 is not a working day: 31 December 2025 was the last one before it. Due today.", StatutoryClock.ForHealthAdvice(new(2025, 11, 20)).Explain(new(2026, 1, 1), null, []), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-17", "Done in time on 17 November 2026.")]
    [InlineData("2026-11-18", "Done on 18 November 2026, 1 day late. No exemption is recorded.")]
    public void What_was_done_says_whether_it_was_in_time(string done, string ending) =>
        Assert.EndsWith(ending, Health.Explain(new(2026, 12, 1), Day.Of(done), []), StringComparison.Ordinal);

    // the plan is due on 19 October 2026: when the family had it, when the board had it, and the day of the look
    [Theory]
    [InlineData("2026-10-10", "2026-10-10", "2026-11-30", RagStatus.Done, null, "Done in time on 10 October 2026.")]
    [InlineData("2026-10-10", "2026-10-15", "2026-11-30", RagStatus.Done, "To the family in time on 10 October 2026; to the integrated care board in time on 15 October 2026", null)]
    [InlineData("2026-10-10", "2026-11-20", "2026-11-30", RagStatus.DoneLate, "To the family in time on 10 October 2026; to the integrated care board 32 days late, on 20 November 2026", null)]
    [InlineData("2026-10-10", null, "2026-10-12", RagStatus.DueSoon, "To the family in time on 10 October 2026; not yet sent to the integrated care board", null)]
    [InlineData("2026-10-10", null, "2026-11-30", RagStatus.Overdue, "To the family in time on 10 October 2026; not yet sent to the integrated care board", null)]
    [InlineData("2026-10-22", "2026-10-22", "2026-11-30", RagStatus.DoneLate, null, "Done on 22 October 2026, 3 days late.")]
    [InlineData("2026-10-22", "2026-10-25", "2026-11-30", RagStatus.DoneLate, "To the family 3 days late, on 22 October 2026; to the integrated care board 6 days late, on 25 October 2026", null)]
    [InlineData("2026-10-22", null, "2026-11-30", RagStatus.Overdue, "To the family 3 days late, on 22 October 2026; not yet sent to the integrated care board", null)]
    public void A_final_plan_is_kept_only_when_the_board_has_it_too(string family, string? board, string today, RagStatus status, string? sent, string? plain)
    {
        var plan = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, new(2026, 6, 1)).PlanIssued(board is null ? null : Day.Of(board)).FinalPlan!;
        var words = plan.Explain(Day.Of(today), Day.Of(family), []);

        Assert.Equal((status, sent), (plan.Status(Day.Of(today), Day.Of(family)), plan.SentWords(Day.Of(family))));
        Assert.Contains(plain ?? $"{sent}.", words, StringComparison.Ordinal);
        Assert.Equal(plain is not null, words.Contains("Done ", StringComparison.Ordinal));
        // while the board lacks it, the duty is said as it is owed
        Assert.Equal(board is null, words.Contains("the integrated care board by 19 October 2026", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, ExemptionStanding.PastDueExempt)]
    [InlineData("2026-11-20", ExemptionStanding.PastDueExempt)]
    [InlineData("2026-10-19", ExemptionStanding.InTimeExempt)]
    public void An_exemption_beside_a_plan_stands_by_the_day_on_which_the_board_had_it(string? board, ExemptionStanding standing) =>
        Assert.Equal(standing, StatutoryClock.ForAssessment(ClockEvent.RequestReceived, new(2026, 6, 1)).PlanIssued(board is null ? null : Day.Of(board)).FinalPlan!.Standing(new(2026, 11, 30), new(2026, 10, 10), [Missed]));

    [Fact]
    public void What_was_done_says_only_how_it_was_counted_and_that_it_was_in_time() => Assert.Equal(
        "6 weeks from 6 October 2026, the day health received the request (regulation 8(1)). Done in time on 17 November 2026.",
        Health.Explain(new(2026, 12, 1), new(2026, 11, 17), []));

    [Fact]
    public void A_local_target_is_never_called_law_and_speaks_of_no_exemption()
    {
        var words = StatutoryClock.ForEarlyInformation(new(2026, 10, 6)).Explain(new(2026, 11, 1), null, []);
        Assert.Equal("2 weeks from 6 October 2026, the day health received the request (local target, not law). " +
            "The target for health to send the information it already holds is 20 October 2026: that first day is left out; weekends and holidays count. " +
            "12 days past the local target. Next: the local authority weighs it, in its decision whether to assess if that is still to come.", words);
    }

    [Theory]
    [InlineData("2026-11-17", null)]
    [InlineData("2026-12-01", "2026-11-17")]
    public void An_exemption_recorded_in_time_moves_nothing_either(string today, string? done)
    {
        var words = Health.Explain(Day.Of(today), done is null ? null : Day.Of(done), [Missed with { Facts = new AbsenceFacts(new(2026, 10, 7), new(2026, 11, 5)) }]);
        Assert.Contains("absent from the area from 7 October 2026 to 5 November 2026 (regulation 8(2)(c)). The date does not move.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("excuses", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_into_the_area_says_so_in_place_of_a_request() => Assert.StartsWith(
        "20 weeks from 5 May 2026, the day the local authority became responsible (regulation 13(2)).",
        StatutoryClock.ForAssessment(ClockEvent.BecameResponsible, new(2026, 5, 5)).FinalPlan!.Explain(new(2026, 5, 6), null, []), StringComparison.Ordinal);

    [Fact]
    public void E20_an_exemption_changes_neither_the_date_nor_the_status()
    {
        var today = new DateOnly(2026, 11, 21);
        Assert.Equal(new DateOnly(2026, 11, 17), Health.Due);
        Assert.Equal(RagStatus.Overdue, Health.Status(today, null));
        var words = Health.Explain(today, null, [Missed]);
        Assert.Contains("4 days overdue", words, StringComparison.Ordinal);
        Assert.Contains("The date does not move", words, StringComparison.Ordinal);
    }
}
