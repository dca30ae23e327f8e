using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class ExemptionRulesTests
{
    private static readonly AssessmentDeadlines La = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, new(2026, 6, 15));
    private static readonly Deadline Reassessed = Assert.Single(StatutoryClock.For(OriginRoute.Reassessment, new((ClockEvent.ReassessmentNotified, new(2026, 6, 15)))).Deadlines);
    private static readonly Deadline JuneHealth = StatutoryClock.ForHealthAdvice(new(2026, 6, 1));
    private static readonly Deadline JanuaryHealth = StatutoryClock.ForHealthAdvice(new(2026, 1, 8));

    [Theory]
    [InlineData("E01", "2026-07-22", "2026-09-01", "2026-07-14", false)]
    [InlineData("E02", "2026-07-22", "2026-09-01", "2026-07-15", true)]
    [InlineData("E03", "2026-07-22", "2026-09-01", "2026-08-25", true)]
    [InlineData("E04", "2026-07-22", "2026-09-01", "2026-08-26", false)]
    [InlineData("E06", "2026-07-03", "2026-07-31", "2026-06-26", true)]
    [InlineData("E06, the end", "2026-07-03", "2026-07-31", "2026-07-24", true)]
    [InlineData("E07", "2026-07-03", "2026-07-30", "2026-07-10", false)]
    [InlineData("E08", "2026-12-19", "2027-01-04", "2026-12-20", false)]
    public void A_closure_turns_on_the_day_the_authority_asked(string id, string closed, string reopens, string asked, bool available)
    {
        var facts = new ClosureFacts(Day.Of(closed), Day.Of(reopens), Day.Of(asked));
        foreach (var deadline in new[] { La.DecisionToAssess!, La.NoPlanNotice!, La.FinalPlan!, Reassessed })
            foreach (var ground in new[] { ExemptionGround.SchoolClosed, ExemptionGround.EarlyYearsProviderClosed })
                Assert.True((available && facts.AdviceAskedOn <= deadline.Due) == ExemptionRules.Check(deadline, ground, facts).IsAvailable, id);
    }

    [Fact]
    public void E05_school_holidays_never_excuse_health_and_its_date_stands()
    {
        var health = StatutoryClock.ForHealthAdvice(new(2026, 7, 20));
        var verdict = ExemptionRules.Check(health, ExemptionGround.SchoolClosed, new ClosureFacts(new(2026, 7, 22), new(2026, 9, 1), new(2026, 7, 15)));
        Assert.False(verdict.IsAvailable);
        Assert.Contains("never excuse health", verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 8, 31), health.Due);
    }

    [Theory]
    [InlineData("E09", "2026-06-08", "2026-07-05", true, "28 days")]
    [InlineData("E10", "2026-06-08", "2026-07-04", false, "27 days")]
    [InlineData("E11", "2026-06-20", "2026-07-25", false, "24 days")]
    [InlineData("E12", "2026-05-20", "2026-06-28", true, "28 days")]
    [InlineData("wholly outside", "2026-01-01", "2026-03-31", false, "0 days")]
    public void An_absence_counts_only_its_days_inside_the_period(string id, string first, string last, bool available, string says)
    {
        var verdict = ExemptionRules.Check(JuneHealth, ExemptionGround.AbsentFromArea, new AbsenceFacts(Day.Of(first), Day.Of(last)));
        Assert.True(available == verdict.IsAvailable, id);
        Assert.StartsWith(says, verdict.Reason, StringComparison.Ordinal);
        Assert.Equal("8(2)(b)", verdict.Paragraph);
    }

    [Theory]
    [InlineData("E13", "2026-02-03", true)]
    [InlineData("E14", "2026-02-19", true)]
    [InlineData("E15", "2026-02-20", false)]
    [InlineData("before the request came", "2026-01-07", false)]
    public void A_missed_appointment_counts_inside_healths_six_weeks(string id, string on, bool available)
    {
        var verdict = ExemptionRules.Check(JanuaryHealth, ExemptionGround.MissedAppointment, new MissedAppointmentFacts(Day.Of(on), AppointmentNotKeptBy.ChildOrFamily));
        Assert.True(available == verdict.IsAvailable, id);
        Assert.Equal("8(2)(c)", verdict.Paragraph);
    }

    [Fact]
    public void E16_a_missed_appointment_excuses_none_of_the_authoritys_limits()
    {
        var facts = new MissedAppointmentFacts(new(2026, 7, 1), AppointmentNotKeptBy.ChildOrFamily);
        Assert.All(new[] { La.DecisionToAssess!, La.NoPlanNotice!, La.FinalPlan!, Reassessed }, d =>
        {
            var verdict = ExemptionRules.Check(d, ExemptionGround.MissedAppointment, facts);
            Assert.False(verdict.IsAvailable);
            Assert.Null(verdict.Paragraph);
        });
    }

    [Fact]
    public void E17_absence_backlog_and_waiting_lists_are_on_no_list() =>
        Assert.All(Enum.GetValues<UnlistedReason>(), reason =>
        {
            var verdict = ExemptionRules.Check(reason);
            Assert.False(verdict.IsAvailable);
            Assert.EndsWith("is on no list of exemptions in the Regulations.", verdict.Reason, StringComparison.Ordinal);
        });

    [Fact]
    public void E18_an_appointment_that_the_service_cancelled_excuses_nobody() => Assert.False(ExemptionRules.Check(
        JanuaryHealth, ExemptionGround.MissedAppointment, new MissedAppointmentFacts(new(2026, 2, 3), AppointmentNotKeptBy.Service)).IsAvailable);

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    public void E19_circumstances_excuse_health_and_excuse_the_authority_when_personal(bool personal, bool health, bool la)
    {
        var facts = new CircumstancesFacts(new(2026, 6, 18), new(2026, 6, 30), personal);
        Assert.Equal(health, ExemptionRules.Check(JuneHealth, ExemptionGround.ExceptionalCircumstances, facts).IsAvailable);
        Assert.Equal(la, ExemptionRules.Check(La.FinalPlan!, ExemptionGround.ExceptionalCircumstances, facts).IsAvailable);
    }

    [Theory]
    [InlineData("2026-05-01", "2026-05-31")]
    [InlineData("2026-07-14", null)]
    [InlineData("2026-06-30", "2026-06-18")]
    public void Circumstances_outside_the_period_excuse_nobody(string from, string? until) => Assert.False(ExemptionRules.Check(
        JuneHealth, ExemptionGround.ExceptionalCircumstances, new CircumstancesFacts(Day.Of(from), until is null ? null : Day.Of(until), true)).IsAvailable);

    [Fact]
    public void An_available_exemption_names_its_paragraph_and_the_second_limb()
    {
        var verdict = ExemptionRules.Check(La.FinalPlan!, ExemptionGround.SchoolClosed, new ClosureFacts(new(2026, 7, 22), new(2026, 9, 1), new(2026, 7, 15)));
        Assert.Equal("13(3) with 10(4)(a)", verdict.Paragraph);
        Assert.Contains("only if it made the time limit impractical", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decision-request", "5(4)(a) 5(4)(b) 5(4)(c) 5(4)(d) -")]
    [InlineData("decision-responsibility", "5(4)(a) 5(4)(b) 5(4)(c) 5(4)(d) -")]
    [InlineData("health-advice", "- - 8(2)(a) 8(2)(b) 8(2)(c)")]
    [InlineData("no-plan-request", "10(4)(a) 10(4)(b) 10(4)(c) 10(4)(d) -")]
    [InlineData("no-plan-responsibility", "10(4)(a) 10(4)(b) 10(4)(c) 10(4)(d) -")]
    [InlineData("final-plan-request", "13(3) with 10(4)(a)|13(3) with 10(4)(b)|13(3) with 10(4)(c)|13(3) with 10(4)(d)|-")]
    [InlineData("final-plan-responsibility", "13(3) with 10(4)(a)|13(3) with 10(4)(b)|13(3) with 10(4)(c)|13(3) with 10(4)(d)|-")]
    [InlineData("final-plan-reassessment", "27(3)(a) 27(3)(b) 27(3)(c) 27(3)(d) -")]
    [InlineData("final-plan-order", "44(3) with 13(3) and 10(4)(a)|44(3) with 13(3) and 10(4)(b)|44(3)|44(3)|-")]
    [InlineData("make-plan-final-agreement", "44(3) with 13(3) and 10(4)(a)|44(3) with 13(3) and 10(4)(b)|44(3)|44(3)|-")]
    [InlineData("final-plan-concession", "45(7) with 13(3) and 10(4)(a)|45(7) with 13(3) and 10(4)(b)|45(7)|45(7)|-")]
    [InlineData("change-school-concession", "45(7) with 13(3) and 10(4)(a)|45(7) with 13(3) and 10(4)(b)|45(7)|45(7)|-")]
    [InlineData("continue-plan-order", "- - - - -")]
    [InlineData("decision-reassessment", "- - - - -")]
    [InlineData("early-information", "- - - - -")]
    [InlineData("transfer-notice", "- - - - -")]
    [InlineData("recommendation-response", "- - - - -")]
    public void The_truth_table_is_the_one_in_the_Regulations(string key, string paragraphs)
    {
        var rule = StatutoryRules.All.Single(r => r.Key == key);
        var cells = paragraphs.Split(paragraphs.Contains('|', StringComparison.Ordinal) ? '|' : ' ');
        Assert.Equal(cells, Enum.GetValues<ExemptionGround>().Select(g => ExemptionRules.Listed(rule, g)?.Paragraph ?? "-"));
        var deadline = new Deadline(rule.Kind, new(2026, 6, 1), rule.DueFrom(new(2026, 6, 1)), rule);
        Assert.Equal(cells.Where(c => c != "-"), ExemptionRules.GroundsFor(deadline).Select(g => g.Paragraph));
    }

    [Fact]
    public void A_form_asks_for_the_facts_of_the_chosen_ground_and_no_others()
    {
        string Asked(Deadline deadline, ExemptionGround ground) => string.Join(' ', ExemptionRules.Listed(deadline.Rule, ground)!.Facts);
        Assert.Equal("ClosedFrom ReopensOn AdviceAskedOn", Asked(La.FinalPlan!, ExemptionGround.SchoolClosed));
        Assert.Equal("CircumstancesFrom CircumstancesUntil CircumstancesArePersonal", Asked(La.FinalPlan!, ExemptionGround.ExceptionalCircumstances));
        Assert.Equal("CircumstancesFrom CircumstancesUntil", Asked(JuneHealth, ExemptionGround.ExceptionalCircumstances));
        Assert.Equal("AbsentFrom AbsentUntil", Asked(JuneHealth, ExemptionGround.AbsentFromArea));
        Assert.Equal("AppointmentOn NotKeptBy", Asked(JuneHealth, ExemptionGround.MissedAppointment));
    }

    [Fact]
    public void Both_limbs_are_needed()
    {
        var answers = new ExemptionAnswers { AppointmentOn = new(2026, 2, 3), NotKeptBy = AppointmentNotKeptBy.ChildOrFamily };
        var first = ExemptionRules.Judge(JanuaryHealth, ExemptionGround.MissedAppointment, answers);
        Assert.True(first.Ground.IsAvailable);
        Assert.False(first.MayBeReliedOn);
        Assert.Contains("the reason alone is not enough", first.Reason, StringComparison.Ordinal);
        Assert.False(ExemptionRules.Judge(JanuaryHealth, ExemptionGround.MissedAppointment, answers with { ImpracticalBecause = "  " }).MayBeReliedOn);

        var both = ExemptionRules.Judge(JanuaryHealth, ExemptionGround.MissedAppointment, answers with { ImpracticalBecause = "The next clinic was after the due date." });
        Assert.True(both.MayBeReliedOn);
        Assert.Contains("8(2)(c)", both.Reason, StringComparison.Ordinal);

        var late = ExemptionRules.Judge(JanuaryHealth, ExemptionGround.MissedAppointment, answers with { AppointmentOn = new(2026, 2, 20), ImpracticalBecause = "x" });
        Assert.False(late.MayBeReliedOn);
        Assert.Contains("outside the period of 8 January 2026 to 19 February 2026", late.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_are_missing_are_named_and_nothing_is_judged()
    {
        var judged = ExemptionRules.Judge(La.FinalPlan!, ExemptionGround.SchoolClosed, new ExemptionAnswers { ClosedFrom = new(2026, 7, 22), ImpracticalBecause = "x" });
        Assert.False(judged.MayBeReliedOn);
        Assert.Equal([ExemptionFact.ReopensOn, ExemptionFact.AdviceAskedOn], judged.Missing);
        Assert.Equal([ExemptionFact.CircumstancesArePersonal], new ExemptionAnswers { CircumstancesFrom = new(2026, 7, 1) }.MissingOf(ExemptionRules.Listed(La.FinalPlan!.Rule, ExemptionGround.ExceptionalCircumstances)!));
    }

    [Theory]
    [InlineData(ExemptionGround.SchoolClosed)]
    [InlineData(ExemptionGround.EarlyYearsProviderClosed)]
    [InlineData(ExemptionGround.ExceptionalCircumstances)]
    [InlineData(ExemptionGround.AbsentFromArea)]
    [InlineData(ExemptionGround.MissedAppointment)]
    public void Complete_answers_are_judged_for_every_ground_of_every_deadline_that_lists_it(ExemptionGround ground)
    {
        var answers = new ExemptionAnswers
        {
            ClosedFrom = new(2026, 7, 22),
            ReopensOn = new(2026, 9, 1),
            AdviceAskedOn = new(2026, 7, 15),
            CircumstancesFrom = new(2026, 6, 18),
            CircumstancesArePersonal = true,
            AbsentFrom = new(2026, 6, 16),
            AbsentUntil = new(2026, 7, 13),
            AppointmentOn = new(2026, 6, 20),
            NotKeptBy = AppointmentNotKeptBy.ChildOrFamily,
            ImpracticalBecause = "Nobody could be seen.",
        };
        foreach (var deadline in new[] { La.DecisionToAssess!, La.NoPlanNotice!, La.FinalPlan!, Reassessed, JuneHealth })
        {
            Assert.Equal(ExemptionRules.Listed(deadline.Rule, ground) is not null, ExemptionRules.Judge(deadline, ground, answers).MayBeReliedOn);
        }
    }

    [Theory]
    [InlineData("2026-01-20", "2026-02-02", true)] // 14 days
    [InlineData("2026-01-20", "2026-02-01", false)]
    public void After_an_order_an_absence_of_two_weeks_is_enough(string first, string last, bool available)
    {
        var plan = StatutoryClock.ForAssessment(ClockEvent.AssessmentOrdered, new(2026, 1, 12)).FinalPlan!;
        Assert.Equal(available, ExemptionRules.Check(plan, ExemptionGround.AbsentFromArea, new AbsenceFacts(Day.Of(first), Day.Of(last))).IsAvailable);
    }

    [Fact]
    public void After_an_order_or_a_concession_closures_and_personal_circumstances_excuse_too()
    {
        var closure = new ClosureFacts(new(2026, 7, 22), new(2026, 9, 1), new(2026, 7, 20));
        foreach (var start in new[] { ClockEvent.AssessmentOrdered, ClockEvent.AssessmentConceded })
        {
            var plan = StatutoryClock.ForAssessment(start, new(2026, 6, 1)).FinalPlan!;
            var personal = new CircumstancesFacts(new(2026, 6, 18), null, true);
            Assert.True(ExemptionRules.Check(plan, ExemptionGround.SchoolClosed, closure).IsAvailable);
            Assert.True(ExemptionRules.Check(plan, ExemptionGround.ExceptionalCircumstances, personal).IsAvailable);
            Assert.False(ExemptionRules.Check(plan, ExemptionGround.ExceptionalCircumstances, personal with { ArePersonal = false }).IsAvailable);
            // of the list after an order the text was not seen, of that after a concession it was
            Assert.Equal(start == ClockEvent.AssessmentOrdered, ExemptionRules.Check(plan, ExemptionGround.SchoolClosed, closure).Reason.Contains(StatutoryRule.Unconfirmed, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("2026-07-14", false)]
    [InlineData("2026-07-15", true)]
    [InlineData("2026-07-16", false)]
    [InlineData("2026-08-25", true)]
    public void A_boundary_that_is_read_in_favour_of_the_late_body_says_that_it_is_a_reading(string asked, bool says) =>
        Assert.Equal(says, ExemptionRules.Check(La.FinalPlan!, ExemptionGround.SchoolClosed, new ClosureFacts(new(2026, 7, 22), new(2026, 9, 1), Day.Of(asked))).Reason.Contains("is a reading: the Regulations do not say", StringComparison.Ordinal));

    [Theory]
    [InlineData("2026-07-15", "after the time limit had ended on 20 April 2026")]
    [InlineData("2026-04-21", "after the time limit had ended on 20 April 2026")]
    [InlineData("2026-04-20", null)]
    [InlineData("2026-01-11", null)] // asked before the order, of a school that stayed closed into the time it began
    [InlineData("2025-12-02", null)] // open again on the day it began
    [InlineData("2025-12-01", "the closure was over before the time limit began on 12 January 2026")]
    public void A_closure_excuses_only_where_it_and_what_was_asked_could_hold_the_limit_up(string asked, string? refused)
    {
        var plan = StatutoryClock.ForAssessment(ClockEvent.AssessmentOrdered, new(2026, 1, 12)).FinalPlan!;

        var verdict = ExemptionRules.Check(plan, ExemptionGround.SchoolClosed, new ClosureFacts(Day.Of(asked), Day.Of(asked).AddDays(41), Day.Of(asked)));

        Assert.Equal(refused is null, verdict.IsAvailable);
        Assert.Contains(refused ?? "inside the window", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-14", "but before the request came on 15 June 2026: it was not asked for this assessment")]
    [InlineData("2026-06-15", null)]
    public void What_was_asked_for_before_the_request_came_was_not_asked_for_it(string asked, string? refused)
    {
        var verdict = ExemptionRules.Check(La.DecisionToAssess!, ExemptionGround.SchoolClosed, new ClosureFacts(Day.Of(asked), Day.Of(asked).AddDays(41), Day.Of(asked)));

        Assert.Equal(refused is null, verdict.IsAvailable);
        Assert.Contains(refused ?? "inside the window", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-08", true)] // they touch only the day of receipt
    [InlineData("2026-01-05", "2026-01-09", false)]
    [InlineData("2026-01-05", null, false)]
    [InlineData("2026-02-19", "2026-02-25", false)]
    public void Circumstances_that_touch_only_the_day_of_receipt_say_that_it_is_a_reading(string from, string? until, bool says)
    {
        var verdict = ExemptionRules.Check(JanuaryHealth, ExemptionGround.ExceptionalCircumstances, new CircumstancesFacts(Day.Of(from), until is null ? null : Day.Of(until), true));

        Assert.Equal((true, says), (verdict.IsAvailable, verdict.Reason.Contains("is a reading", StringComparison.Ordinal)));
    }

    [Fact]
    public void So_does_an_absence_that_needs_the_day_of_receipt_and_an_appointment_on_it()
    {
        bool Says(Deadline deadline, ExemptionGround ground, ExemptionFacts facts) => ExemptionRules.Check(deadline, ground, facts) is { IsAvailable: true } v && v.Reason.Contains("is a reading", StringComparison.Ordinal);
        Assert.True(Says(JuneHealth, ExemptionGround.AbsentFromArea, new AbsenceFacts(new(2026, 5, 20), new(2026, 6, 28))));
        Assert.False(Says(JuneHealth, ExemptionGround.AbsentFromArea, new AbsenceFacts(new(2026, 5, 20), new(2026, 6, 29))));
        Assert.True(Says(JanuaryHealth, ExemptionGround.MissedAppointment, new MissedAppointmentFacts(new(2026, 1, 8), AppointmentNotKeptBy.ChildOrFamily)));
        Assert.False(Says(JanuaryHealth, ExemptionGround.MissedAppointment, new MissedAppointmentFacts(new(2026, 1, 9), AppointmentNotKeptBy.ChildOrFamily)));
    }

    [Theory]
    [InlineData("2026-02-19", null, ExemptionStanding.InTimeExempt)]
    [InlineData("2026-02-20", null, ExemptionStanding.PastDueExempt)]
    [InlineData("2026-03-31", "2026-02-19", ExemptionStanding.InTimeExempt)]
    [InlineData("2026-03-31", "2026-03-02", ExemptionStanding.PastDueExempt)]
    public void E20_an_exemption_stands_beside_the_status_and_never_hides_it(string today, string? done, ExemptionStanding expected)
    {
        RecordedExemption recorded = new(ExemptionGround.MissedAppointment, "8(2)(c)", new(2026, 2, 4))
        {
            EvidenceNote = "Clinic letter",
            DecidedBy = "A manager",
            DecidedOn = new(2026, 2, 4),
            ExpectedOn = new(2026, 3, 2),
        };
        DateOnly? doneOn = done is null ? null : Day.Of(done);
        Assert.Equal(expected, JanuaryHealth.Standing(Day.Of(today), doneOn, [recorded]));
        Assert.Equal(ExemptionStanding.None, JanuaryHealth.Standing(Day.Of(today), doneOn, []));
        var late = expected == ExemptionStanding.PastDueExempt;
        Assert.Equal(late, JanuaryHealth.Status(Day.Of(today), doneOn) is RagStatus.Overdue or RagStatus.DoneLate);
        Assert.Equal(new DateOnly(2026, 2, 19), JanuaryHealth.Due);
    }

    [Fact]
    public void A_local_target_needs_no_exemption() => Assert.False(ExemptionRules.Check(
        StatutoryClock.ForEarlyInformation(new(2026, 6, 1)), ExemptionGround.AbsentFromArea, new AbsenceFacts(new(2026, 6, 1), new(2026, 8, 1))).IsAvailable);

    [Fact]
    public void Facts_of_another_ground_are_refused() => Assert.Throws<ArgumentException>(() =>
        ExemptionRules.Check(JuneHealth, ExemptionGround.AbsentFromArea, new CircumstancesFacts(new(2026, 6, 1), null, true)));
}
