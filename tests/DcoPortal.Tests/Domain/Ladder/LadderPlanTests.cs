using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Ladder;

public sealed class LadderPlanTests
{
    private static readonly HashSet<LadderStep> Nothing = [];

    private static DateOnly D(string day) => Day.Of(day);

    // received and sent on Monday 5 January 2026, due on Monday 16 February 2026
    private static LadderFacts Facts(string sent = "2026-01-05", string received = "2026-01-05", int days = 42) => Facts(D(sent), D(received), days);

    private static LadderFacts Facts(DateOnly sent, DateOnly received, int days = 42) => new()
    {
        IsEscalated = true,
        ReceivedByHealthOn = received,
        DueOn = received.AddDays(days),
        AskedOn = sent,
    };

    [Fact]
    public void The_usual_ladder_of_a_six_week_request_goes_on_these_days()
    {
        Assert.Equal(
        [
            new(LadderStep.Acknowledge, D("2026-01-07")),
            new(LadderStep.Halfway, D("2026-01-26")),
            new(LadderStep.FirstReminder, D("2026-02-02")),
            new(LadderStep.SecondReminder, D("2026-02-09")),
            // 14 February is a Saturday: the step goes on the Friday
            new(LadderStep.LastReminder, D("2026-02-13")),
            new(LadderStep.ServiceLead, D("2026-02-13")),
            new(LadderStep.DueToday, D("2026-02-16")),
            new(LadderStep.DesignatedClinicalOfficer, D("2026-02-16")),
            new(LadderStep.ProviderLead, D("2026-02-23")),
            new PlannedStep(LadderStep.IcbLead, D("2026-03-02")),
        ], LadderPlan.For(Facts(), ChaseLadder.Usual));
    }

    [Fact]
    public void Of_two_steps_to_the_same_people_on_one_day_only_the_later_is_ahead()
    {
        // asked on Wednesday 11 February: to acknowledge falls on the day of the last reminder
        Assert.Equal(
        [
            new(LadderStep.LastReminder, D("2026-02-13")),
            new(LadderStep.ServiceLead, D("2026-02-13")),
            new(LadderStep.DueToday, D("2026-02-16")),
            new(LadderStep.DesignatedClinicalOfficer, D("2026-02-16")),
            new(LadderStep.ProviderLead, D("2026-02-23")),
            new PlannedStep(LadderStep.IcbLead, D("2026-03-02")),
        ], LadderPlan.Ahead(Facts("2026-02-11"), ChaseLadder.Usual, Nothing, D("2026-02-11")));
    }

    [Fact]
    public void What_was_taken_is_not_ahead_and_nothing_takes_its_place()
    {
        HashSet<LadderStep> taken = [LadderStep.LastReminder, LadderStep.ServiceLead];
        Assert.Equal([LadderStep.DueToday, LadderStep.DesignatedClinicalOfficer, LadderStep.ProviderLead, LadderStep.IcbLead],
            LadderPlan.Ahead(Facts("2026-02-11"), ChaseLadder.Usual, taken, D("2026-02-13")).Select(p => p.Step));
        Assert.Equal([LadderStep.IcbLead], LadderPlan.Ahead(Facts(), ChaseLadder.Usual, Nothing, D("2026-02-24")).Select(p => p.Step));
        Assert.Empty(LadderPlan.Ahead(Facts() with { HasEnded = true }, ChaseLadder.Usual, Nothing, D("2026-01-05")));
    }

    [Fact]
    public void What_is_ahead_on_any_day_is_what_then_goes_day_by_day()
    {
        for (var received = D("2025-11-01"); received < D("2026-03-01"); received = received.AddDays(3))
        {
            foreach (var late in new[] { 0, 12, 37, 40 })
            {
                var facts = Facts(received.AddDays(late), received);
                HashSet<LadderStep> taken = [];
                List<(DateOnly Day, IReadOnlyList<PlannedStep> Ahead)> said = [];
                List<PlannedStep> went = [];
                for (var day = facts.AskedOn!.Value; day < facts.DueOn.AddDays(30); day = day.AddDays(1))
                {
                    said.Add((day, LadderPlan.Ahead(facts, ChaseLadder.Usual, taken, day)));
                    var steps = LadderPlan.DueOn(facts, ChaseLadder.Usual, taken, day);
                    went.AddRange(steps.Select(s => new PlannedStep(s, day)));
                    taken.UnionWith(steps);
                }

                Assert.NotEmpty(went);
                Assert.All(said, s => Assert.Equal(went.Where(w => w.On >= s.Day), s.Ahead));
            }
        }
    }

    [Fact]
    public void No_step_is_planned_for_a_weekend_or_bank_holiday_and_none_moves_later_than_its_day()
    {
        for (var received = D("2024-01-01"); received < D("2027-01-01"); received = received.AddDays(1))
        {
            var facts = Facts(received, received);
            foreach (var step in LadderPlan.For(facts, ChaseLadder.Usual))
            {
                Assert.True(EnglandBankHolidays.IsWorkingDay(step.On), $"{step} of a request received on {received:yyyy-MM-dd}");
                if (step.Step is LadderStep.FirstReminder or LadderStep.SecondReminder or LadderStep.LastReminder)
                {
                    Assert.True(step.On <= facts.DueOn.AddDays(-ChaseLadder.Usual.DaysOf(step.Step)!.Value));
                }
            }
        }
    }

    [Fact]
    public void A_request_that_ended_or_was_never_sent_has_no_steps()
    {
        Assert.Empty(LadderPlan.For(Facts() with { HasEnded = true }, ChaseLadder.Usual));
        Assert.Empty(LadderPlan.For(Facts() with { AskedOn = null }, ChaseLadder.Usual));
    }

    [Theory]
    [InlineData(null, "2026-01-07 2026-01-26 2026-02-02 2026-02-09 2026-02-13 2026-02-13 2026-02-16 2026-02-16 2026-02-23 2026-03-02")]
    [InlineData("2026-02-09", "2026-02-13 2026-02-13 2026-02-16 2026-02-16 2026-02-23 2026-03-02")]
    [InlineData("2026-02-16", "2026-02-23 2026-03-02")]
    // promised for a Friday: the DCO on the Monday, the provider's lead 5 and the board's 10 working days after the Friday
    [InlineData("2026-03-06", "2026-03-09 2026-03-13 2026-03-20")]
    public void Nothing_goes_of_an_excused_request_until_its_promise_has_passed_and_who_is_told_of_lateness_is_told_from_then_on(string? until, string days)
    {
        var facts = Facts() with { RestsUntilOn = until is null ? null : D(until) };
        Assert.Equal(days.Split(' ').Select(D), LadderPlan.For(facts, ChaseLadder.Usual).Select(s => s.On));
    }

    [Fact]
    public void Who_has_acknowledged_is_not_asked_to() =>
        Assert.DoesNotContain(LadderPlan.For(Facts() with { IsAcknowledged = true }, ChaseLadder.Usual), s => s.Step == LadderStep.Acknowledge);

    [Fact]
    public void Early_information_is_reminded_of_and_never_escalated() =>
        Assert.Equal([LadderStep.Acknowledge, LadderStep.Halfway, LadderStep.SecondReminder, LadderStep.LastReminder, LadderStep.DueToday],
            LadderPlan.For(Facts(days: 14) with { IsEscalated = false }, ChaseLadder.Usual).Select(s => s.Step));

    [Fact]
    public void A_request_sent_late_is_not_reminded_of_days_before_it_was_sent()
    {
        var steps = LadderPlan.For(Facts(sent: "2026-02-10"), ChaseLadder.Usual).Select(s => s.Step);
        Assert.Equal([LadderStep.Acknowledge, LadderStep.LastReminder, LadderStep.ServiceLead, LadderStep.DueToday, LadderStep.DesignatedClinicalOfficer, LadderStep.ProviderLead, LadderStep.IcbLead], steps);
    }

    [Fact]
    public void A_request_that_came_back_for_more_is_to_be_acknowledged_anew_and_goes_on_with_the_next_step()
    {
        var facts = Facts() with { AskedOn = D("2026-02-10") };
        Assert.Equal([new(LadderStep.Acknowledge, D("2026-02-12")), new PlannedStep(LadderStep.LastReminder, D("2026-02-13"))], LadderPlan.For(facts, ChaseLadder.Usual).Take(2));
    }

    [Fact]
    public void Who_is_asked_for_more_after_the_due_date_is_still_asked_to_say_that_they_have_it() =>
        Assert.Equal([new PlannedStep(LadderStep.Acknowledge, D("2026-04-08"))], LadderPlan.For(Facts() with { AskedOn = D("2026-04-02") }, ChaseLadder.Usual));

    [Fact]
    public void Only_asking_to_acknowledge_counts_anew_when_somebody_is_asked_anew()
    {
        var asked = new DateTime(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
        var taken = LadderPlan.Taken([(LadderStep.Acknowledge, asked.AddDays(-30)), (LadderStep.FirstReminder, asked.AddDays(-8))], asked, isForMore: false);
        Assert.Equal([LadderStep.FirstReminder], taken);
        Assert.Contains(LadderStep.Acknowledge, LadderPlan.Taken([(LadderStep.Acknowledge, asked.AddDays(2))], asked, isForMore: false));
    }

    [Fact]
    public void Nothing_goes_at_a_weekend_or_on_a_bank_holiday()
    {
        Assert.Empty(LadderPlan.DueOn(Facts(), ChaseLadder.Usual, Nothing, D("2026-02-14")));
        Assert.Empty(LadderPlan.DueOn(Facts("2025-11-13", "2025-11-13"), ChaseLadder.Usual, Nothing, D("2025-12-25")));
    }

    [Fact]
    public void Nobody_gets_two_steps_about_one_request_on_one_day()
    {
        // due on Sunday 1 March 2026: the last reminder and "due today" both fall on the Friday before
        var facts = Facts("2026-01-18", "2026-01-18");
        Assert.Equal(D("2026-03-01"), facts.DueOn);
        Assert.Equal([LadderStep.DueToday, LadderStep.ServiceLead, LadderStep.DesignatedClinicalOfficer], LadderPlan.DueOn(facts, ChaseLadder.Usual, Nothing, D("2026-02-27")));
    }

    [Fact]
    public void A_step_is_taken_once() =>
        Assert.Empty(LadderPlan.DueOn(Facts(), ChaseLadder.Usual, new HashSet<LadderStep> { LadderStep.FirstReminder }, D("2026-02-02")));

    [Fact]
    public void A_portal_that_slept_for_two_days_sends_what_fell_due_meanwhile_once()
    {
        Assert.Equal([LadderStep.FirstReminder], LadderPlan.DueOn(Facts(), ChaseLadder.Usual, Nothing, D("2026-02-04")));
        // and after three working days it is stale
        Assert.Empty(LadderPlan.DueOn(Facts(), ChaseLadder.Usual, Nothing, D("2026-02-05")));
    }

    [Fact]
    public void A_portal_that_slept_for_months_sends_nothing_stale() =>
        Assert.Empty(LadderPlan.DueOn(Facts(), ChaseLadder.Usual, Nothing, D("2026-05-05")));

    [Fact]
    public void A_ladder_survives_being_kept_as_text()
    {
        var ladder = new ChaseLadder(new Dictionary<LadderStep, int> { [LadderStep.DueToday] = 0, [LadderStep.IcbLead] = 20 });
        Assert.Equal(ladder, ChaseLadder.Parse(ladder.ToString()));
        Assert.Equal([LadderStep.DueToday, LadderStep.IcbLead], ladder.Steps);
        Assert.Throws<FormatException>(() => ChaseLadder.Parse("Someday:3"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChaseLadder.Parse("IcbLead:61"));
    }
}
