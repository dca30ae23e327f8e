using System.Reflection;
using System.Text.RegularExpressions;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class ExplainTests
{
    [Fact]
    public void The_story_of_healths_date_is_the_same_on_every_day() => Assert.Equal(
        "6 weeks from 6 October 2026, the day health received the request (regulation 8(1)). " +
        "Health must give its advice to the local authority by 17 November 2026: that first day is left out; weekends and holidays count. " +
        "An exemption (regulation 8(2)) never moves the date: it only answers whether lateness is excused. " +
        "Next: the DCO service checks the advice and returns it to the local authority.",
        StatutoryClock.ForHealthAdvice(new(2026, 10, 6)).Explain());

    [Theory]
    [InlineData(OriginRoute.Section36Request, ClockEvent.DraftPlanServed, "2026-06-01",
        "15 days beginning with 1 June 2026, the day the draft plan was served (regulation 13(1)(a)). The local authority must give the parent or young person time to comment on the draft plan at least until the end of 15 June 2026: that first day counts, and so do weekends and holidays.")]
    [InlineData(OriginRoute.AnnualReview, ClockEvent.ReviewMeeting, "2026-05-14",
        "2 weeks before 14 May 2026, the day of the review meeting (regulation 20). Whoever arranges the review must ask for the reports and send them to everyone invited by 30 April 2026: counted back from that day, weekends and holidays included.")]
    [InlineData(OriginRoute.TransferFromAnotherAuthority, ClockEvent.OldAuthorityLearnedOfMove, "2026-04-13",
        "15 working days beginning with 13 April 2026, the day the old local authority became aware of the move (regulation 15(2)). The old local authority must transfer the plan by 1 May 2026: that first day counts if it is a working day; weekends and bank holidays are not counted.")]
    [InlineData(OriginRoute.TransferFromAnotherAuthority, ClockEvent.MovedArea, "2026-04-13",
        "On 13 April 2026, the day of the move (regulation 15(2)). The old local authority must transfer the plan on 13 April 2026. If it is later, another date counts: 15 working days beginning with the day the old local authority became aware of the move. That day is not known here. Next:")]
    [InlineData(OriginRoute.AppealWithHealthIssues, ClockEvent.AppealRegistered, "2029-07-20",
        "30 tribunal working days from 20 July 2029, the day of the Tribunal's registration papers (Tribunal Procedure Rules (SI 2008/2699)). The local authority must answer the appeal by 3 October 2029: that first day is left out; weekends, bank holidays, 25 December to 1 January and all of August are not counted (the bank holidays of 2029 are not published yet and are worked out).")]
    [InlineData(OriginRoute.AppealWithHealthIssues, ClockEvent.TribunalHearing, "2026-09-08",
        "10 tribunal working days before 8 September 2026, the day of the hearing (Tribunal Procedure Rules (SI 2008/2699)). Each party to the appeal must have everything in the bundle by 27 July 2026: counted back from that day, which is left out;")]
    [InlineData(OriginRoute.AnnualReview, ClockEvent.PhaseTransfer, "2027-09-01",
        "Before 15 February in the year of 1 September 2027, the day of the move to the next school (not to college) (regulation 18(1)(b)). The local authority must review the plan and send it amended, with the next school named, by 14 February 2027: the regulation says before 15 February, so that day itself is too late. 14 February 2027 is not a working day, so act by 12 February 2027. Next:")]
    [InlineData(OriginRoute.Section36Request, ClockEvent.RequestReceived, "2026-11-02",
        "6 weeks from 2 November 2026")]
    [InlineData(OriginRoute.TransferFromAnotherAuthority, ClockEvent.NewIcbLearnedOfMove, "2026-04-13",
        "15 working days beginning with 13 April 2026, the day the new integrated care board became aware of that move (regulation 16). If it cannot practicably arrange the health provision in the plan, the new integrated care board must ask the local authority to assess again or to review the plan by 1 May 2026: that first day counts if it is a working day; weekends and bank holidays are not counted. Where it can arrange the provision nothing is owed by this day. We have not seen the text of this regulation; this is the careful reading. Next:")]
    [InlineData(OriginRoute.HealthMediation, ClockEvent.DecisionNoticeSent, "2026-03-17",
        "2 months from 17 March 2026, the day the decision notice was sent (regulation 33). The parent or young person can contact a mediation adviser before an appeal until 17 May 2026: a month runs to the same day of the next, or to its last day where it has no such day. Some guides print 16 May 2026: that is the safe date. 16 May 2026 is not a working day, so act by 15 May 2026. No adviser need be contacted where the appeal is only about the school or college named (section 55(2) of the Children and Families Act 2014). Next:")]
    public void Every_way_of_counting_has_its_words(OriginRoute route, ClockEvent started, string on, string story) =>
        Assert.StartsWith(story, StatutoryClock.For(route, new((started, Day.Of(on)))).Deadlines[0].Explain(), StringComparison.Ordinal);

    // as it is now, before and after its day, and done in time and late: read as to a parent on the phone
    public static TheoryData<OriginRoute> Routes => [.. Enum.GetValues<OriginRoute>()];

    [Theory]
    [MemberData(nameof(Routes))]
    public void No_explanation_says_what_a_parent_could_not_make_sense_of(OriginRoute route)
    {
        var events = StatutoryClock.For(route, new ClockFacts()).AwaitedEvents;
        foreach (var days in new[] { events, [.. events.Take(1)] })
        {
            var facts = new ClockFacts(days.Select((e, i) => (e, new DateOnly(2026, 3, 17).AddDays(4 * i))));
            foreach (var d in StatutoryClock.For(route, facts).Deadlines)
            {
                string[] stories = [d.Explain(), d.Explain(d.Due, null, []), d.Explain(d.Due.AddDays(1), null, []), d.Explain(d.Due, d.Due, []), d.Explain(d.Due.AddDays(3), d.Due.AddDays(2), [])];
                Assert.All(stories, s => Assert.DoesNotMatch("health body|the setting|cogent|once it is so|anchor|holder|[Ww]eek [0-9]+ of|(?<day>[0-9]+ [A-Z][a-z]+ 2[0-9]{3}), [^.]* would be \\k<day>|  |\\.\\.|, by[^ ]", s));
                Assert.All(stories, s => Assert.Equal(d.GaveWay is not null && s.Contains("must ", StringComparison.Ordinal), s.Contains("of two dates", StringComparison.Ordinal) && s.Contains("must ", StringComparison.Ordinal)));
                // nobody is told to act on a day that is over, or before the act is lawful
                Assert.DoesNotContain("act by", stories[2], StringComparison.Ordinal);
                if (d.NotBefore is { } first) { Assert.True(d.ActBy >= first, d.Explain()); }
            }
        }
    }

    [Fact]
    public void A_move_is_said_once_where_it_is_the_earlier_of_two_days() =>
        Assert.Contains("It is the later of two dates: the day of the move is 17 March 2026.",
            Assert.Single(StatutoryClock.For(OriginRoute.TransferFromAnotherAuthority, new((ClockEvent.MovedArea, new(2026, 3, 17)), (ClockEvent.OldAuthorityLearnedOfMove, new(2026, 3, 21)))).Deadlines).Explain(), StringComparison.Ordinal);

    [Fact]
    public void The_later_of_two_dates_says_what_the_other_would_have_been()
    {
        var facts = new ClockFacts((ClockEvent.DecisionNoticeSent, new(2026, 3, 17)), (ClockEvent.MediationCertificateIssued, new(2026, 4, 24)));
        Assert.Contains("It is the later of two dates: 2 months from 17 March 2026, the day the decision notice was sent, would end on 18 May 2026.",
            StatutoryClock.For(OriginRoute.AppealWithHealthIssues, facts).Deadlines.Single(d => d.Kind == DeadlineKind.AppealToTribunal).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_appeal_says_its_last_lawful_day_and_why_and_the_safe_date()
    {
        string Of(DateOnly notice) => StatutoryClock.For(OriginRoute.AppealWithHealthIssues, new((ClockEvent.DecisionNoticeSent, notice))).Deadlines.Single(d => d.Kind == DeadlineKind.AppealToTribunal).Explain();
        Assert.Contains("The parent or young person can get an appeal to the SEND Tribunal until 5pm on 1 September 2022:", Of(new(2022, 6, 1)), StringComparison.Ordinal);
        Assert.Contains("By the calendar the time ends on 1 August 2022, which is in August, so the Tribunal's Rules give until 1 September 2022. The safe date is 1 August 2022.", Of(new(2022, 6, 1)), StringComparison.Ordinal);
        Assert.Contains("which is between 25 December and 1 January, so the Tribunal's Rules give until 4 January 2027", Of(new(2026, 10, 28)), StringComparison.Ordinal);
        Assert.Contains("17 May 2026, which is not a working day, so the Tribunal's Rules give until 18 May 2026", Of(new(2026, 3, 17)), StringComparison.Ordinal);
    }

    [Fact]
    public void Week_16_asks_nothing_before_it_is_known_that_no_plan_is_needed()
    {
        var notice = StatutoryClock.ForAssessment(ClockEvent.RequestReceived, new(2026, 3, 2)).NoPlanNotice!;
        Assert.Contains("If no plan is needed, the local authority must tell the parent or young person, the integrated care board and the school or college by 22 June 2026", notice.Explain(), StringComparison.Ordinal);
        Assert.Contains("nothing is late after it", notice.Explain(new(2026, 9, 1), null, []), StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", notice.Explain(new(2026, 9, 1), null, []), StringComparison.Ordinal);
        Assert.Null(notice.Status(new DateOnly(2026, 9, 1), null));
        Assert.Null(notice.Status(new DateOnly(2026, 6, 20), null));
        Assert.Equal(RagStatus.DoneLate, notice.Status(new DateOnly(2026, 9, 1), new(2026, 6, 23)));
        Assert.Equal(ExemptionStanding.InTimeExempt, notice.Standing(new(2026, 9, 1), null, [new(ExemptionGround.SchoolClosed, "10(4)(a)", new(2026, 6, 1))]));
    }

    [Fact]
    public void Every_date_of_a_rule_whose_text_was_not_seen_says_so_and_no_other_does() => Assert.All(StatutoryRules.All, rule =>
    {
        var deadline = new Deadline(rule.Kind, new(2026, 5, 5), rule.DueFrom(new(2026, 5, 5)), rule);
        foreach (var words in new[] { deadline.Explain(), deadline.Explain(new(2026, 5, 6), null, []), deadline.Explain(new(2027, 1, 1), new(2026, 12, 1), []) })
        {
            Assert.Equal(!rule.IsConfirmed, words.Contains("We have not seen the text of this regulation; this is the careful reading.", StringComparison.Ordinal));
        }
    });

    [Theory]
    [InlineData("regulation 16")]
    [InlineData("regulation 39")]
    [InlineData("SI 2017/1306 regulation 7")]
    [InlineData("regulation 25(1)")]
    public void The_regulations_that_nobody_read_are_marked(string citation)
    {
        var rules = StatutoryRules.All.Where(r => r.Citation == citation).ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, r => Assert.False(r.IsConfirmed));
    }

    [Fact]
    public void No_explanation_speaks_of_what_a_parent_would_not_understand() => Assert.All(StatutoryRules.All, rule =>
    {
        var deadline = new Deadline(rule.Kind, new(2026, 5, 5), rule.DueFrom(new(2026, 5, 5)), rule);
        Assert.DoesNotMatch(@"health body|the setting|cogent|once it is so|Week \d+ of", deadline.Explain() + DutyHolders.NameOf(rule.Holder));
    });

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
                Assert.InRange(Regex.Count(words, @"\.( |$)"), 2, 12);
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
