using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Assessments;

/// <summary>Two cases that are one assessment, logged twice: what stands, and when they cannot be one.</summary>
public sealed class MergingTests
{
    private static readonly Guid Authority = Guid.NewGuid();
    private static readonly Guid Board = Guid.NewGuid();

    [Theory]
    [InlineData("2026-09-01", "2026-09-08", "2026-09-01")]
    [InlineData("2026-09-08", "2026-09-01", "2026-09-01")]
    [InlineData("2026-09-01", "2026-09-01", "2026-09-01")]
    public void The_earlier_day_of_the_request_stands_and_no_limit_becomes_later(string kept, string duplicate, string stands)
    {
        var (one, other) = (Case("A", Day.Of(kept)), Case("B", Day.Of(duplicate)));
        var (decision, plan) = (Earliest(one.DecisionDueOn, other.DecisionDueOn), Earliest(one.FinalPlanDueOn, other.FinalPlanDueOn));

        one.TakeIn(other);

        Assert.Equal(Day.Of(stands), one.RequestReceivedOn);
        Assert.Equal((decision, plan), (one.DecisionDueOn, one.FinalPlanDueOn));
    }

    [Theory]
    [InlineData(null, "PR1 1AA", "12 Mill Street", "PR1 1AA", "12 Mill Street", "PR1 1AA")] // the half that is missing is filled in
    [InlineData("12 Mill Street", null, null, "PR1 1AA", "12 Mill Street", "PR1 1AA")]
    [InlineData(null, "PR1 1AA", "9 High Road", "BB1 2CC", null, "PR1 1AA")] // another place is not mixed with this one
    [InlineData("12 Mill Street", null, "9 High Road", "BB1 2CC", "12 Mill Street", null)]
    [InlineData(null, null, "9 High Road", "BB1 2CC", "9 High Road", "BB1 2CC")]
    public void An_address_is_filled_in_where_the_two_do_not_contradict_each_other(string? street, string? postcode, string? otherStreet, string? otherPostcode, string? stands, string? standsPostcode)
    {
        var (one, other) = (Case("A", Day.Of("2026-09-01")), Case("B", Day.Of("2026-09-01")));
        (one.Child.Address, one.Child.Postcode, other.Child.Address, other.Child.Postcode) = (street, postcode, otherStreet, otherPostcode);

        one.TakeIn(other);

        Assert.Equal((stands, standsPostcode), (one.Child.Address, one.Child.Postcode));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2026-10-01", null, "2026-10-01")]
    [InlineData(null, "2026-10-05", "2026-10-05")]
    [InlineData("2026-10-05", "2026-10-01", "2026-10-01")]
    public void The_earlier_decision_stands_with_the_day_on_which_health_was_asked(string? kept, string? duplicate, string? stands)
    {
        var (one, other) = (Case("A", Day.Of("2026-09-01"), kept), Case("B", Day.Of("2026-09-01"), duplicate));

        one.TakeIn(other);

        var day = stands is null ? (DateOnly?)null : Day.Of(stands);
        Assert.Equal((day, day, day), (one.DecidedOn, one.AdviceRequestReceivedOn, one.HealthToldOfDecisionOn));
        Assert.Equal(stands is null ? null : AssessmentDecision.Assess, one.Decision);
    }

    [Theory]
    [InlineData(null, null, "2026-11-02", "2026-11-10", "2026-11-02", "2026-11-10")] // only the case that is merged away has them
    [InlineData("2026-11-03", "2026-11-09", null, null, "2026-11-03", "2026-11-09")]
    [InlineData("2026-11-03", null, "2026-11-02", "2026-11-10", "2026-11-02", "2026-11-10")]
    [InlineData("2026-11-03", "2026-11-09", "2026-11-05", "2026-11-10", "2026-11-03", "2026-11-09")]
    public void That_a_plan_is_needed_and_its_draft_was_served_are_not_lost_and_stand_as_before_when_undone(string? needed, string? served, string? otherNeeded, string? otherServed, string stands, string servedThen)
    {
        var (one, other) = (Case("A", Day.Of("2026-09-01"), "2026-10-01"), Case("B", Day.Of("2026-09-01"), "2026-10-01"));
        one.Plan(On(needed), On(served), Day.Of("2026-11-21"), null);
        other.Plan(On(otherNeeded), On(otherServed), Day.Of("2026-11-21"), null);
        var before = one.BeforeMerge;

        one.TakeIn(other);
        Assert.Equal((Day.Of(stands), Day.Of(servedThen), false), (one.PlanNeededOn, one.DraftServedOn, one.MayStillSayNo));

        one.PutBack(before);
        Assert.Equal((On(needed), On(served)), (one.PlanNeededOn, one.DraftServedOn));

        static DateOnly? On(string? day) => day is null ? null : Day.Of(day);
    }

    public static TheoryData<string, Action<Assessment>, Action<Assessment>, string?> Refusals => new()
    {
        { "alike", _ => { }, _ => { }, null },
        { "NHS number in one", _ => { }, a => a.Child.NhsNumber = "9990181594", null },
        { "two NHS numbers", a => a.Child.NhsNumber = "9434765919", a => a.Child.NhsNumber = "9990181594", "They have two NHS numbers. Correct the one that is wrong first." },
        { "two UPNs", a => a.Child.Upn = "A888200023001", a => a.Child.Upn = "B888200023002", "They have two unique pupil numbers (UPN). Correct the one that is wrong first." },
        { "two birthdays", _ => { }, a => a.Child.DateOfBirth = new(2019, 4, 3), "They have two dates of birth. Correct the one that is wrong first." },
        { "two decisions", a => a.Decide(AssessmentDecision.Assess, Day.Of("2026-10-01"), Day.Of("2026-10-01")), a => a.Decide(AssessmentDecision.DoNotAssess, Day.Of("2026-10-01"), Day.Of("2026-10-01")), "One was decided to be assessed and the other not, so they are two assessments." },
        { "one ended", _ => { }, a => a.End(AssessmentOutcome.Withdrawn, Day.Of("2026-10-01"), Day.Of("2026-10-01")), "B has ended and A has not. Record how A ended first." },
        { "both ended alike", a => a.End(AssessmentOutcome.Withdrawn, Day.Of("2026-10-01"), Day.Of("2026-10-01")), a => a.End(AssessmentOutcome.Withdrawn, Day.Of("2026-10-02"), Day.Of("2026-10-02")), null },
        { "two outcomes", a => a.End(AssessmentOutcome.Withdrawn, Day.Of("2026-10-01"), Day.Of("2026-10-01")), a => a.End(AssessmentOutcome.MovedAway, Day.Of("2026-10-01"), Day.Of("2026-10-01")), "They ended in two ways, so they are two assessments." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Two_cases_are_one_only_where_nothing_says_otherwise(string what, Action<Assessment> one, Action<Assessment> other, string? refusal)
    {
        var (kept, duplicate) = (Case("A", Day.Of("2026-09-01")), Case("B", Day.Of("2026-09-01")));
        one(kept);
        other(duplicate);

        Assert.True(refusal == Assessment.WhyNotMerge(kept, duplicate), what);
        Assert.Equal(refusal, Record.Exception(() => kept.TakeIn(duplicate))?.Message);
    }

    [Fact]
    public void A_request_and_an_order_of_the_Tribunal_are_two_assessments() =>
        Assert.StartsWith("They did not begin in the same way", Assessment.WhyNotMerge(Case("A", Day.Of("2026-09-01")), Case("B", Day.Of("2026-09-01"), startedBy: ClockEvent.AssessmentOrdered))!, StringComparison.Ordinal);

    [Fact]
    public void Cases_of_two_authorities_or_two_boards_are_neither_linked_nor_merged()
    {
        var here = Case("A", Day.Of("2026-09-01"));
        var decision = new TieDecision(CaseSide.LocalAuthority, "Carol", "twins", default, default);

        Assert.Equal("Only two cases of one local authority can be compared.", Assert.Throws<DomainRuleException>(() => here.TakeIn(Case("B", Day.Of("2026-09-01"), authority: Guid.NewGuid()))).Message);
        Assert.Throws<DomainRuleException>(() => CaseTie.Of(here, Case("B", Day.Of("2026-09-01"), board: Guid.NewGuid()), TieKind.SameChild, decision));
        Assert.Throws<DomainRuleException>(() => CaseTie.Of(here, here, TieKind.SameChild, decision));
    }

    [Fact]
    public void What_the_case_that_stays_lacks_comes_from_the_other_and_what_it_says_stands()
    {
        var (one, other) = (Case("A", Day.Of("2026-09-01")), Case("B", Day.Of("2026-09-01")));
        (one.Child.KnownAs, other.Child.KnownAs, other.Child.NhsNumber, other.Child.IsLookedAfter) = ("Zo", "Zozo", "9990181594", true);
        (one.Family.ParentName, other.Family.ParentName, other.Family.ParentPhone) = ("Chloé Ashworth", "Sam Ashworth", "01632 960001");
        (one.Family.Views, other.Family.Views) = ("She loves water.", "She fears dogs.");
        other.AuthorityReference = "EHC-7";

        one.TakeIn(other);
        other.BecomePartOf(one);

        Assert.Equal(("Zo", "9990181594", true), (one.Child.KnownAs, one.Child.NhsNumber, one.Child.IsLookedAfter));
        // the other parent's number is not this parent's
        Assert.Equal(("Chloé Ashworth", null), (one.Family.ParentName, one.Family.ParentPhone));
        Assert.Equal("She loves water.\n\nShe fears dogs.", one.Family.Views);
        Assert.Equal(("EHC-7", null), (one.AuthorityReference, other.AuthorityReference));
        Assert.Equal("9990181594", one.ChildNhsNumber);
    }

    [Theory]
    [InlineData(SharingAgreement.Agreed, null, SharingAgreement.Objects, "Dr Shaw", SharingAgreement.Objects, "Dr Shaw")]
    [InlineData(SharingAgreement.Objects, "Dr Shaw", SharingAgreement.Agreed, null, SharingAgreement.Objects, "Dr Shaw")]
    [InlineData(SharingAgreement.Objects, "Dr Shaw", SharingAgreement.Objects, "The school", SharingAgreement.Objects, "Dr Shaw\n\nThe school")]
    [InlineData(SharingAgreement.NotRecorded, null, SharingAgreement.Agreed, null, SharingAgreement.Agreed, null)]
    [InlineData(SharingAgreement.Agreed, null, SharingAgreement.NotRecorded, "Dr Shaw", SharingAgreement.Agreed, "Dr Shaw")]
    public void Whoever_either_record_of_the_family_excludes_stays_excluded(SharingAgreement one, string? notWith, SharingAgreement other, string? norWith, SharingAgreement stands, string? excluded)
    {
        var wish = new SharingWish(one, notWith, null, null, null).With(new(other, norWith, null, null, null));

        Assert.Equal((stands, excluded), (wish.Agreement, wish.DoNotShareWith));
    }

    [Fact]
    public void An_objection_is_never_cut_to_make_room() =>
        Assert.Throws<DomainRuleException>(() => new SharingWish(SharingAgreement.Objects, new('a', 600), null, null, null).With(new(SharingAgreement.Objects, new('b', 600), null, null, null)));

    [Theory]
    [InlineData(TieKind.SameAssessment, "2026-11-21", CaseSide.LocalAuthority, null)]
    [InlineData(TieKind.SameAssessment, "2026-11-22", CaseSide.LocalAuthority, "A merge can be undone on the day on which it was made.")]
    [InlineData(TieKind.SameAssessment, "2026-11-21", CaseSide.DcoService, "Only the local authority, which merged these cases, can undo it.")]
    [InlineData(TieKind.SameChild, "2026-11-21", CaseSide.LocalAuthority, "Only cases that were merged are put apart again. Decide anew instead.")]
    public void A_merge_is_undone_on_its_day_by_the_side_that_made_it(TieKind kind, string today, CaseSide by, string? refusal)
    {
        var tie = CaseTie.Of(Case("A", Day.Of("2026-09-01")), Case("B", Day.Of("2026-09-01")), kind, new(CaseSide.LocalAuthority, "Carol", "twice", default, Day.Of("2026-11-21")));

        Assert.Equal(refusal, tie.WhyNotUndo(by, Day.Of(today)));
    }

    private static DateOnly? Earliest(DateOnly? one, DateOnly? other) => one < other ? one : other;

    private static Assessment Case(string reference, DateOnly received, string? decidedOn = null, ClockEvent startedBy = ClockEvent.RequestReceived, Guid? authority = null, Guid? board = null)
    {
        var assessment = new Assessment(Guid.NewGuid(), reference, authority ?? Authority, board ?? Board, startedBy, received, received, default,
            new ChildOrYoungPerson { LegalSurname = "Ashworth", Forenames = "Zoë", DateOfBirth = new(2019, 3, 4) }, new FamilyView(), new EducationSetting());
        if (decidedOn is not null) { assessment.Decide(AssessmentDecision.Assess, Day.Of(decidedOn), Day.Of(decidedOn)); }
        return assessment;
    }
}
