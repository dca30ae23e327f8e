namespace DcoPortal.Domain.Statutory;

// appeals (SI 2008/2699) and what follows a recommendation about health (SI 2017/1306)
public static partial class StatutoryRules
{
    private const string TribunalRules = "Tribunal Procedure Rules (SI 2008/2699)";
    private const string StartOfAppeal = "Tribunal Procedure Rules, rules 12 and 20 (SI 2008/2699)";

    // the national trial, which was made to stay, began with decisions and plans of this day
    private static DateOnly Recommendations => new(2018, 4, 3);

    private static StatutoryRule[] OfAppeals =>
    [
        Appeal("appeal-of-notice", new(2, TimeUnit.Months, CountingConvention.Of), ClockEvent.DecisionNoticeSent),
        Appeal("appeal-of-certificate", new(1, TimeUnit.Months, CountingConvention.Of), ClockEvent.MediationCertificateIssued),
        new()
        {
            Key = "appeal-response",
            Kind = DeadlineKind.AppealResponse,
            Holder = DutyHolder.LocalAuthority,
            Duty = "answer the appeal",
            Limit = new(30, TimeUnit.TribunalWorkingDays, CountingConvention.Of),
            StartsFrom = ClockEvent.AppealRegistered,
            Citation = TribunalRules,
            Instrument = Instrument.TribunalRules2008,
            Routes = [OriginRoute.AppealWithHealthIssues],
            Next = "evidence is gathered, from health too, and the bundle is made",
            IsConfirmed = false,
            Note = "The limit is as guides to the Tribunal print it.",
        },
        new()
        {
            Key = "hearing-bundle",
            Kind = DeadlineKind.HearingBundle,
            Holder = DutyHolder.TribunalParty,
            Duty = "have everything in the bundle",
            Limit = new(10, TimeUnit.TribunalWorkingDays, CountingConvention.Before),
            StartsFrom = ClockEvent.TribunalHearing,
            Citation = TribunalRules,
            Instrument = Instrument.TribunalRules2008,
            Routes = [OriginRoute.AppealWithHealthIssues],
            Next = "the hearing",
            IsConfirmed = false,
            Note = "The limit is as guides to the Tribunal print it.",
        },
        new()
        {
            Key = "recommendation-response",
            Kind = DeadlineKind.RecommendationResponse,
            Holder = DutyHolder.Icb,
            Duty = "answer in writing, to the family and the local authority, what it will do or why it will not,",
            Limit = new(5, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.RecommendationMade,
            DoneBy = ClockEvent.RecommendationAnswered,
            Citation = "SI 2017/1306 regulation 7",
            Instrument = Instrument.Recommendations2017,
            Routes = [OriginRoute.TribunalRecommendation],
            Next = "the local authority passes the answer on",
            EffectiveFrom = Recommendations,
            IsConfirmed = false,
            Note = "Read in local and IPSEA guides.",
        },
        new()
        {
            Key = "recommendation-copied",
            Kind = DeadlineKind.RecommendationCopied,
            Holder = DutyHolder.LocalAuthority,
            Duty = "copy the answer to the Secretary of State",
            Limit = new(1, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.RecommendationAnswered,
            Citation = "SI 2017/1306 regulation 7",
            Instrument = Instrument.Recommendations2017,
            Routes = [OriginRoute.TribunalRecommendation],
            Next = "the family can complain where the board refused without good reasons",
            EffectiveFrom = Recommendations,
            IsConfirmed = false,
            Note = "General knowledge.",
        },
    ];

    private static StatutoryRule Appeal(string key, TimeLimit limit, ClockEvent from) => new()
    {
        Key = key,
        Kind = DeadlineKind.AppealToTribunal,
        Holder = DutyHolder.Family,
        Duty = "get an appeal to the SEND Tribunal",
        Hour = "5pm on ",
        Limit = limit,
        StartsFrom = from,
        Citation = StartOfAppeal,
        Instrument = Instrument.TribunalRules2008,
        Routes = [OriginRoute.AppealWithHealthIssues],
        Next = "the Tribunal registers the appeal",
        Ending = EndOfTime.TribunalRules,
        WhenSeveral = WhenSeveral.LaterCounts,
        SafeDaysEarlier = 1,
        Note = "Received in time, not sent in time. Where the calendar date is a weekend just before August or Christmas, the next working day is lawful by rule 12(2) as it is written. Some guides print a day before the calendar date.",
    };
}
