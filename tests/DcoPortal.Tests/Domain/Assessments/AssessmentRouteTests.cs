using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Assessments;

public sealed class AssessmentRouteTests
{
    private static Assessment Case(ClockEvent startedBy, string on, string notified = "2026-05-01") => new(Guid.CreateVersion7(), "LCC-26-00001", Guid.NewGuid(), Guid.NewGuid(), startedBy,
        Day.Of(on), Day.Of(notified), new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc),
        new ChildOrYoungPerson { LegalSurname = "Ashworth", Forenames = "Zoë", DateOfBirth = new(2019, 3, 4) }, new FamilyView(), new EducationSetting());

    private static string Dates(Assessment a) => $"{a.DecisionDueOn:yyyy-MM-dd} {a.NoPlanDueOn:yyyy-MM-dd} {a.FinalPlanDueOn:yyyy-MM-dd}";

    [Theory]
    [InlineData(ClockEvent.RequestReceived, "2026-03-02", "2026-04-13 2026-06-22 2026-07-20")]
    [InlineData(ClockEvent.BecameResponsible, "2026-03-02", "2026-04-13 2026-06-22 2026-07-20")]
    [InlineData(ClockEvent.AssessmentOrdered, "2026-01-12", "2026-01-26 2026-03-23 2026-04-20")]
    [InlineData(ClockEvent.AssessmentConceded, "2026-01-12", "2026-01-26 2026-03-23 2026-04-20")]
    [InlineData(ClockEvent.ReassessmentRequested, "2026-04-01", "2026-04-16  ")]
    [InlineData(ClockEvent.ReassessmentNotified, "2026-04-01", "  2026-07-08")]
    public void Each_start_has_its_own_limits_and_no_date_that_is_not_known(ClockEvent startedBy, string on, string dates) => Assert.Equal(dates, Dates(Case(startedBy, on)));

    [Fact]
    public void T04_the_plan_of_a_re_assessment_is_counted_from_the_day_the_family_was_told()
    {
        var a = Case(ClockEvent.ReassessmentRequested, "2026-03-20");
        a.Decide(AssessmentDecision.Assess, new(2026, 4, 1), new(2026, 5, 1));
        Assert.Equal("2026-04-04  2026-07-08", Dates(a));
        a.CorrectDecidedOn(new(2026, 4, 2));
        Assert.Equal("2026-04-04  2026-07-09", Dates(a));
        Assert.Throws<DomainRuleException>(() => a.CorrectDecidedOn(new(2026, 3, 19)));
        Assert.Throws<DomainRuleException>(() => a.CorrectDecidedOn(new(2026, 5, 2)));
    }

    [Fact]
    public void A_refused_re_assessment_ends_like_any_refusal_and_never_has_a_plan_date()
    {
        var a = Case(ClockEvent.ReassessmentRequested, "2026-04-01");
        a.Decide(AssessmentDecision.DoNotAssess, new(2026, 4, 10), new(2026, 5, 1));
        Assert.Equal((false, "2026-04-16  "), (a.IsOpen, Dates(a)));
    }

    [Theory]
    [InlineData(ClockEvent.AssessmentOrdered)]
    [InlineData(ClockEvent.AssessmentConceded)]
    public void Where_the_authority_must_assess_it_cannot_decide_not_to(ClockEvent startedBy)
    {
        var a = Case(startedBy, "2026-04-20");
        Assert.Throws<DomainRuleException>(() => a.Decide(AssessmentDecision.DoNotAssess, new(2026, 4, 21), new(2026, 5, 1)));
        a.Decide(AssessmentDecision.Assess, new(2026, 4, 21), new(2026, 5, 1));
        Assert.Equal(new DateOnly(2026, 5, 1), a.AdviceRequestReceivedOn);
    }

    [Fact]
    public void The_authority_s_own_decision_to_re_assess_is_decided_and_health_is_asked_from_the_start()
    {
        var a = Case(ClockEvent.ReassessmentNotified, "2026-04-20");
        Assert.Equal((AssessmentDecision.Assess, new DateOnly(2026, 4, 20), new DateOnly(2026, 5, 1)), (a.Decision, a.DecidedOn, a.AdviceRequestReceivedOn));
        a.CorrectAnchor(ClockEvent.ReassessmentNotified, new(2026, 4, 13));
        Assert.Equal((new DateOnly(2026, 4, 13), "  2026-07-20"), (a.DecidedOn!.Value, Dates(a)));
    }

    [Fact]
    public void The_route_may_be_corrected_between_any_two_that_the_decision_allows()
    {
        foreach (var from in AssessmentStarts.All)
        {
            foreach (var to in AssessmentStarts.All)
            {
                var a = Case(from, "2026-04-01");
                if (a.Decision is null) { a.Decide(AssessmentDecision.Assess, new(2026, 4, 8), new(2026, 5, 1)); }
                a.CorrectAnchor(to, new(2026, 4, 1));
                var law = StatutoryClock.ForAssessment(to, new(2026, 4, 1), a.DecidedOn);
                Assert.Equal((to, law.DecisionToAssess?.Due, law.NoPlanNotice?.Due, law.FinalPlan!.Due), (a.StartedBy, a.DecisionDueOn, a.NoPlanDueOn, a.FinalPlanDueOn));
            }
        }
        var refused = Case(ClockEvent.RequestReceived, "2026-04-01");
        Assert.Throws<DomainRuleException>(() => refused.CorrectAnchor(ClockEvent.ReassessmentNotified, new(2026, 4, 1)));
        refused.Decide(AssessmentDecision.DoNotAssess, new(2026, 4, 8), new(2026, 5, 1));
        Assert.Throws<DomainRuleException>(() => refused.CorrectAnchor(ClockEvent.AssessmentOrdered, new(2026, 4, 1)));
        refused.CorrectAnchor(ClockEvent.ReassessmentRequested, new(2026, 4, 1));
    }

    [Theory]
    [InlineData(ClockEvent.RequestReceived, "4(2) 5(2) 10(2) 13(2)(c)")]
    [InlineData(ClockEvent.BecameResponsible, "4(2) 5(2) 10(2) 13(2)(c)")]
    [InlineData(ClockEvent.AssessmentOrdered, "10(2) 44(2)(b)(ii) with 13(2)(c)")]
    [InlineData(ClockEvent.AssessmentConceded, "10(2) 45(3A)(b) with 13(2)(c)")]
    [InlineData(ClockEvent.ReassessmentRequested, "27(2)")]
    [InlineData(ClockEvent.ReassessmentNotified, "27(2)")]
    public void Each_start_has_its_own_moments_at_which_health_must_be_told(ClockEvent startedBy, string citations) =>
        Assert.Equal(citations, string.Join(' ', Case(startedBy, "2026-04-01").HealthNotifications.Select(m => m.Citation["regulation ".Length..])));

    [Theory]
    [InlineData(ClockEvent.AssessmentOrdered, "regulation 44(2)(b), regulation 44(2)(b)(i), regulation 44(2)(b)(ii)")]
    [InlineData(ClockEvent.AssessmentConceded, "regulation 45(3), regulation 45(3A)(a), regulation 45(3A)(b)")]
    public void An_order_and_a_concession_have_the_same_dates_and_each_its_own_regulation(ClockEvent startedBy, string citations)
    {
        var law = StatutoryClock.ForAssessment(startedBy, new(2026, 1, 12));
        Assert.Equal(citations, string.Join(", ", law.DecisionToAssess!.Rule.Citation, law.NoPlanNotice!.Rule.Citation, law.FinalPlan!.Rule.Citation));
    }
}
