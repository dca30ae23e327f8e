using System.Reflection;
using System.Text.RegularExpressions;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class ExplainTests
{
    [Fact]
    public void The_story_of_healths_date_is_the_same_on_every_day() => Assert.Equal(
        "6 weeks from 6 October 2026, the day health received the request (regulation 8(1)). " +
        "The health body must give its advice to the local authority by 17 November 2026: that first day is left out; weekends and holidays count. " +
        "An exemption (regulation 8(2)) never moves the date: it only answers whether lateness is excused. " +
        "Next: the DCO service checks the advice and returns it to the local authority.",
        StatutoryClock.ForHealthAdvice(new(2026, 10, 6)).Explain());

    [Theory]
    [InlineData(OriginRoute.Section36Request, ClockEvent.DraftPlanServed, "2026-06-01",
        "15 days beginning with 1 June 2026, the day the draft plan was served (regulation 13(1)). The local authority must leave the parent or young person time to comment on the draft plan at least until the end of 15 June 2026: that first day counts, and so do weekends and holidays.")]
    [InlineData(OriginRoute.AnnualReview, ClockEvent.ReviewMeeting, "2026-05-14",
        "2 weeks before 14 May 2026, the day of the review meeting (regulation 20). Whoever arranges the review must ask for the reports and send them to everyone invited by 30 April 2026: counted back from that day, weekends and holidays included.")]
    [InlineData(OriginRoute.TransferFromAnotherAuthority, ClockEvent.OldAuthorityLearnedOfMove, "2026-04-13",
        "15 working days beginning with 13 April 2026, the day the old local authority became aware of the move (regulation 15(2)). The old local authority must transfer the plan by 1 May 2026: that first day counts if it is a working day; weekends and bank holidays are not counted.")]
    [InlineData(OriginRoute.TransferFromAnotherAuthority, ClockEvent.MovedArea, "2026-04-13",
        "On 13 April 2026, the day of the move (regulation 15(2)). The old local authority must transfer the plan by 13 April 2026. Next:")]
    [InlineData(OriginRoute.AppealWithHealthIssues, ClockEvent.AppealRegistered, "2029-07-20",
        "30 tribunal working days from 20 July 2029, the day of the Tribunal's registration papers (Tribunal Procedure Rules (SI 2008/2699)). The local authority must answer the appeal by 3 October 2029: that first day is left out; weekends, bank holidays, 25 December to 1 January and all of August are not counted (the bank holidays of 2029 are not published yet and are worked out).")]
    [InlineData(OriginRoute.AppealWithHealthIssues, ClockEvent.TribunalHearing, "2026-09-08",
        "10 tribunal working days before 8 September 2026, the day of the hearing (Tribunal Procedure Rules (SI 2008/2699)). Each party to the appeal must have everything in the bundle by 27 July 2026: counted back from that day, which is left out;")]
    [InlineData(OriginRoute.HealthMediation, ClockEvent.DecisionNoticeSent, "2026-03-17",
        "2 months from 17 March 2026, the day the decision notice was sent (regulation 33). The parent or young person must contact a mediation adviser before an appeal by 17 May 2026: a month runs to the same day of the next, or to its last day where it has no such day. Some guides print 16 May 2026: that is the safe date. 16 May 2026 is not a working day, so act by 15 May 2026. Next:")]
    public void Every_way_of_counting_has_its_words(OriginRoute route, ClockEvent started, string on, string story) =>
        Assert.StartsWith(story, StatutoryClock.For(route, new((started, Day.Of(on)))).Deadlines[0].Explain(), StringComparison.Ordinal);

    [Fact]
    public void The_later_of_two_dates_says_what_the_other_would_have_been()
    {
        var facts = new ClockFacts((ClockEvent.DecisionNoticeSent, new(2026, 3, 17)), (ClockEvent.MediationCertificateIssued, new(2026, 4, 24)));
        Assert.Contains("It is the later of two dates: 2 months from 17 March 2026, the day the decision notice was sent, would be 17 May 2026.",
            StatutoryClock.For(OriginRoute.AppealWithHealthIssues, facts).Deadlines.Single(d => d.Kind == DeadlineKind.AppealToTribunal).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_local_date_is_always_called_local_and_lateness_is_still_counted_from_the_law()
    {
        var deadline = StatutoryClock.ForHealthAdvice(new(2026, 10, 6), new ClockSettings(DayOneConvention.DayOfReceiptCounts));
        Assert.Contains("The local authority counts the first day and aims for 16 November 2026: a local date, not law.", deadline.Explain(), StringComparison.Ordinal);
        Assert.Contains("Due today.", deadline.Explain(new(2026, 11, 17), null, []), StringComparison.Ordinal);
        Assert.Equal(RagStatus.Done, deadline.Status(new DateOnly(2026, 12, 1), new(2026, 11, 17)));
    }

    [Fact]
    public void Every_deadline_of_every_route_explains_itself_in_a_few_whole_sentences_with_its_source()
    {
        var facts = new ClockFacts(Enum.GetValues<ClockEvent>().Select(e => (e, new DateOnly(2026, 5, 5))));
        var settings = new ClockSettings(DayOneConvention.DayOfReceiptCounts, internalTurnaroundDays: 20);
        Assert.All(Enum.GetValues<OriginRoute>().SelectMany(r => StatutoryClock.For(r, facts, settings).Deadlines), d =>
        {
            foreach (var words in new[] { d.Explain(), d.Explain(new(2026, 5, 6), null, []), d.Explain(new(2030, 1, 1), null, []), d.Explain(new(2030, 1, 1), new(2029, 1, 1), []) })
            {
                Assert.Contains($"({d.Rule.Citation})", words, StringComparison.Ordinal);
                if (!words.Contains("Done ", StringComparison.Ordinal))
                {
                    Assert.Contains(DutyHolders.NameOf(d.Rule.Holder), words, StringComparison.OrdinalIgnoreCase);
                    Assert.Contains(d.Due.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), words, StringComparison.Ordinal);
                }

                Assert.EndsWith(".", words, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\.\.|  | \.|\bnull\b|[{}]", words);
                Assert.InRange(Regex.Count(words, @"\.( |$)"), 2, 8);
                if (d.Rule.IsStatutory) { Assert.DoesNotContain("target", words, StringComparison.Ordinal); }
                else { Assert.Contains("local target, not law", words, StringComparison.Ordinal); }
            }
        });
    }

    [Fact]
    public void No_words_that_somebody_typed_reach_an_explanation()
    {
        var typed = new RecordedExemption(ExemptionGround.ExceptionalCircumstances, "8(2)(a)", new(2026, 11, 3), new CircumstancesFacts(new(2026, 11, 1), null, true), "Zebedee is ill")
        {
            EvidenceNote = "Zebedee's letter",
            DecidedBy = "Zebedee's manager",
            DecidedOn = new(2026, 11, 3),
            ExpectedOn = new(2026, 12, 1),
        };
        var words = StatutoryClock.ForHealthAdvice(new(2026, 10, 6)).Explain(new(2026, 12, 1), null, [typed]);
        Assert.Contains("exceptional circumstances (regulation 8(2)(a))", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Zebedee", words, StringComparison.Ordinal);
        // and a deadline has no place to keep any: dates, choices and the rule only
        Assert.All(typeof(Deadline).GetProperties(BindingFlags.Public | BindingFlags.Instance), p => Assert.NotEqual(typeof(string), p.PropertyType));
    }
}
