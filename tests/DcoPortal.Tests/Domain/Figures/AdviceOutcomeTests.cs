using System.Runtime.CompilerServices;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Figures;

public sealed class AdviceOutcomeTests
{
    private static readonly DateOnly Due = new(2026, 6, 12);

    [Theory]
    // nothing returned yet: the last day belongs to the limit
    [InlineData(Became.Nothing, null, false, 0, AdviceOutcome.NotYetDue)]
    [InlineData(Became.Nothing, null, false, 1, AdviceOutcome.NotGivenOpen)]
    [InlineData(Became.Nothing, null, false, 400, AdviceOutcome.NotGivenOpen)]
    [InlineData(Became.Nothing, null, true, 0, AdviceOutcome.NotYetDue)]
    [InlineData(Became.Nothing, null, true, 1, AdviceOutcome.Excused)]
    // advice: counted once it has fallen due, however early it came
    [InlineData(Became.Advice, -20, false, 0, AdviceOutcome.NotYetDue)]
    [InlineData(Became.Advice, -20, false, 1, AdviceOutcome.InTime)]
    [InlineData(Became.Advice, 0, false, 1, AdviceOutcome.InTime)]
    [InlineData(Became.Advice, 0, true, 1, AdviceOutcome.InTime)]
    [InlineData(Became.Advice, 1, false, 2, AdviceOutcome.Late)]
    [InlineData(Became.Advice, 1, true, 2, AdviceOutcome.Excused)]
    // a nil return is never advice, in time or late, excused or not
    [InlineData(Became.NilReturn, -5, false, 0, AdviceOutcome.NotYetDue)]
    [InlineData(Became.NilReturn, -5, false, 1, AdviceOutcome.NilReturn)]
    [InlineData(Became.NilReturn, 30, false, 31, AdviceOutcome.NilReturn)]
    [InlineData(Became.NilReturn, 30, true, 31, AdviceOutcome.NilReturn)]
    // closing after the due date hides nothing; before it, nothing fell due
    [InlineData(Became.Closed, -1, false, 1, AdviceOutcome.EndedBefore)]
    [InlineData(Became.Closed, 0, false, 1, AdviceOutcome.EndedBefore)]
    [InlineData(Became.Closed, 1, false, 2, AdviceOutcome.NotGivenClosed)]
    [InlineData(Became.Closed, 1, true, 2, AdviceOutcome.Excused)]
    // what is withdrawn while its time runs does not count, and is shown beside; afterwards nothing makes it vanish
    [InlineData(Became.Withdrawn, -5, false, 1, AdviceOutcome.SentByMistake)]
    [InlineData(Became.Withdrawn, 0, false, 1, AdviceOutcome.SentByMistake)]
    [InlineData(Became.Withdrawn, 1, false, 2, AdviceOutcome.NotGivenClosed)]
    [InlineData(Became.Withdrawn, 5, true, 6, AdviceOutcome.Excused)]
    public void A_request_counts_as(Became became, int? becameAfterDue, bool excused, int todayAfterDue, AdviceOutcome expected)
    {
        var facts = new AdviceFacts(AdviceKind.Statutory, Due, became, becameAfterDue is { } days ? Due.AddDays(days) : null, excused ? ExemptionGround.MissedAppointment : null);

        Assert.Equal(expected, AdviceOutcomes.Of(facts, Due.AddDays(todayAfterDue)));
        Assert.Equal(AdviceOutcome.Early, AdviceOutcomes.Of(facts with { Kind = AdviceKind.EarlyInformation }, Due.AddDays(todayAfterDue)));
    }

    [Theory]
    // nothing is owed to an assessment that ended by the due date, whatever is recorded of it afterwards
    [InlineData(Became.Nothing, null, -3, AdviceOutcome.EndedBefore)]
    [InlineData(Became.Nothing, null, 0, AdviceOutcome.EndedBefore)]
    [InlineData(Became.Nothing, null, 1, AdviceOutcome.NotGivenOpen)]
    [InlineData(Became.Advice, 1, 0, AdviceOutcome.EndedBefore)]
    [InlineData(Became.Advice, 1, 1, AdviceOutcome.Late)]
    [InlineData(Became.NilReturn, 4, -2, AdviceOutcome.EndedBefore)]
    [InlineData(Became.Closed, 12, -8, AdviceOutcome.EndedBefore)]
    [InlineData(Became.Closed, 12, 2, AdviceOutcome.NotGivenClosed)]
    [InlineData(Became.Withdrawn, 12, -8, AdviceOutcome.EndedBefore)]
    // what came in time was given, before the end or after it
    [InlineData(Became.Advice, -5, -3, AdviceOutcome.InTime)]
    [InlineData(Became.Advice, 0, -3, AdviceOutcome.InTime)]
    [InlineData(Became.NilReturn, -1, -3, AdviceOutcome.NilReturn)]
    [InlineData(Became.Withdrawn, -4, -3, AdviceOutcome.SentByMistake)]
    public void What_had_not_fallen_due_when_the_assessment_ended_counts_as(Became became, int? becameAfterDue, int endedAfterDue, AdviceOutcome expected)
    {
        var facts = new AdviceFacts(AdviceKind.Statutory, Due, became, becameAfterDue is { } days ? Due.AddDays(days) : null, CaseEndedOn: Due.AddDays(endedAfterDue));

        Assert.Equal(expected, AdviceOutcomes.Of(facts, Due.AddDays(40)));
        Assert.Equal(AdviceOutcomes.Missed.Contains(expected) ? AdviceOutcome.Excused : expected, AdviceOutcomes.Of(facts with { ExcusedBy = ExemptionGround.MissedAppointment }, Due.AddDays(40)));
    }

    [Fact]
    public void Every_life_counts_as_a_plain_reading_of_the_definitions_says_in_memory_and_as_the_database_counts()
    {
        int?[] days = [null, -9, -1, 0, 1, 9];
        foreach (var today in new[] { Due, Due.AddDays(1), Due.AddDays(60) })
        {
            var number = AdviceOutcomes.Number(today).Compile();
            foreach (var (became, on, ended, excused, instead) in from b in Enum.GetValues<Became>() from o in days from e in days from x in new[] { false, true } from i in new[] { false, true } where b == Became.Nothing == o is null select (b, o, e, x, i))
            {
                var facts = new AdviceFacts(AdviceKind.Statutory, Due, became, Day(on), excused ? ExemptionGround.MissedAppointment : null, Day(ended), instead);
                var expected = Plainly(facts, today);
                Assert.True(expected == AdviceOutcomes.Of(facts, today), $"{facts}: {expected}");
                Assert.Equal((int)expected, number(Row(facts)));
            }
        }
    }

    private static DateOnly? Day(int? afterDue) => afterDue is { } days ? Due.AddDays(days) : null;

    // first whether it fell due, then whether it was given
    private static AdviceOutcome Plainly(AdviceFacts f, DateOnly today)
    {
        var isGiven = f.Became is Became.Advice or Became.NilReturn;
        var inTime = f.BecameOn is { } on && on <= f.DueOn;
        if (!isGiven && inTime) { return f.Became == Became.Withdrawn ? AdviceOutcome.SentByMistake : AdviceOutcome.EndedBefore; }
        if (!inTime && f.CaseEndedOn is { } end && end <= f.DueOn) { return AdviceOutcome.EndedBefore; }
        if (f.IsInstead) { return AdviceOutcome.Instead; }
        if (today <= f.DueOn) { return AdviceOutcome.NotYetDue; }
        if (f.Became == Became.NilReturn) { return AdviceOutcome.NilReturn; }
        if (isGiven && inTime) { return AdviceOutcome.InTime; }
        if (f.ExcusedBy is not null) { return AdviceOutcome.Excused; }
        return isGiven ? AdviceOutcome.Late : f.Became == Became.Nothing ? AdviceOutcome.NotGivenOpen : AdviceOutcome.NotGivenClosed;
    }

    private static AdviceRequest Row(AdviceFacts facts)
    {
        var row = (AdviceRequest)RuntimeHelpers.GetUninitializedObject(typeof(AdviceRequest));
        typeof(AdviceRequest).GetProperty(nameof(AdviceRequest.InsteadOfId))!.SetValue(row, facts.IsInstead ? Guid.NewGuid() : null);
        foreach (var property in typeof(AdviceFacts).GetProperties().Where(p => p.Name is not ("EqualityContract" or nameof(AdviceFacts.IsInstead) or nameof(AdviceFacts.LapsedOn)))) { typeof(AdviceRequest).GetProperty(property.Name)!.SetValue(row, property.GetValue(facts)); }
        return row;
    }

    [Fact]
    public void Every_outcome_is_counted_or_beside_or_not_of_the_period()
    {
        Assert.Equal(Enum.GetValues<AdviceOutcome>(), [.. AdviceOutcomes.Counted, AdviceOutcome.NotYetDue, .. AdviceOutcomes.Beside, AdviceOutcome.Early]);
        Assert.All(Enum.GetValues<AdviceOutcome>(), o => Assert.Equal(AdviceOutcomes.Counted.Contains(o), o.IsCounted()));
    }

    [Theory]
    [InlineData(1, LateBand.UpTo5)]
    [InlineData(5, LateBand.UpTo5)]
    [InlineData(6, LateBand.UpTo20)]
    [InlineData(20, LateBand.UpTo20)]
    [InlineData(21, LateBand.UpTo42)]
    [InlineData(42, LateBand.UpTo42)]
    [InlineData(43, LateBand.Over42)]
    public void Lateness_has_four_bands(int days, LateBand band) => Assert.Equal(band, LateBands.Of(days));

    [Theory]
    [InlineData("2022-06-11", AgeGroup.Under5)]
    [InlineData("2021-06-13", AgeGroup.Under5)]
    [InlineData("2021-06-12", AgeGroup.From5To10)]
    [InlineData("2015-06-12", AgeGroup.From11To15)]
    [InlineData("2010-06-12", AgeGroup.From16To19)]
    [InlineData("2006-06-12", AgeGroup.From20)]
    public void An_age_is_that_of_the_due_date(string born, AgeGroup group) => Assert.Equal(group, AgeGroups.Of(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), Due));
}
