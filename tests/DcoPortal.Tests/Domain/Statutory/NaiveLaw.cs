using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

/// <summary>One limit of the second engine.</summary>
public sealed record NaiveLimit(string Key, IReadOnlyList<OriginRoute> Routes, ClockEvent From, int Length, string Unit, string Way, bool IsTribunals)
{
    public DateOnly Due(DateOnly day) => IsTribunals ? NaiveCounter.TribunalEnd(End(day)) : End(day);

    private DateOnly End(DateOnly day) => Unit == "of-year"
        ? new(day.Year, Length / 100, Length % 100)
        : NaiveCounter.Due(Length, Enum.Parse<TimeUnit>(Unit), Enum.Parse<CountingConvention>(Way), day);
}

/// <summary>The law a second time, written out by hand: which event starts which limit on which route, how long, from or beginning with, and whether the Tribunal's Rules move its end.</summary>
internal static class NaiveLaw
{
    private const string Table = """
        decision-request                s36               RequestReceived             6 Weeks Of
        decision-responsibility         s24               BecameResponsible           6 Weeks Of
        no-plan-request                 s36               RequestReceived            16 Weeks Of
        no-plan-responsibility          s24               BecameResponsible          16 Weeks Of
        final-plan-request              s36               RequestReceived            20 Weeks Of
        final-plan-responsibility       s24               BecameResponsible          20 Weeks Of
        health-advice                   s36,s24,re,toa    HealthReceivedRequest       6 Weeks Of
        draft-plan-comments             s36,s24,re,toa,top,med DraftPlanServed           15 Days BeginningWith
        early-information               s36,s24           HealthReceivedEarlyRequest  2 Weeks Of
        internal-turnaround             s36,s24,re,toa    SentToProfessional         28 Days Of
        decision-reassessment           re                ReassessmentRequested      15 Days Of
        final-plan-reassessment         re                ReassessmentNotified       14 Weeks Of
        assess-order                    toa               AssessmentOrdered           2 Weeks Of
        no-plan-order                   toa               AssessmentOrdered          10 Weeks Of
        final-plan-order                toa               AssessmentOrdered          14 Weeks Of
        make-plan-draft-order           top               PlanOrdered                 5 Weeks Of
        make-plan-final-order           top               PlanOrdered                11 Weeks Of
        amend-plan-order                top               AmendmentOrdered            5 Weeks Of
        change-school-order             top               SchoolChangeOrdered         2 Weeks Of
        reconsider-order                top               ReconsiderationOrdered      2 Weeks Of
        continue-plan-order             top               PlanContinuationOrdered     0 Days Of
        assess-concession               toa               AssessmentConceded          2 Weeks Of
        no-plan-concession              toa               AssessmentConceded         10 Weeks Of
        final-plan-concession           toa               AssessmentConceded         14 Weeks Of
        make-plan-draft-concession      top               PlanConceded                5 Weeks Of
        make-plan-final-concession      top               PlanConceded               11 Weeks Of
        amend-plan-concession           top               AmendmentConceded           5 Weeks Of
        change-school-concession        top               SchoolChangeConceded        2 Weeks Of
        plan-transfer-on-move           move              MovedArea                   0 Days Of
        plan-transfer-when-aware        move              OldAuthorityLearnedOfMove  15 WorkingDays BeginningWith
        transfer-notice                 move              PlanTransferred             6 Weeks Of
        transfer-review-of-plan         move              PlanMadeOrReviewed         12 Months BeginningWith
        transfer-review-of-transfer     move              PlanTransferred             3 Months BeginningWith
        board-change-on-move            move              MovedBoard                  0 Days Of
        board-change-when-aware         move              OldIcbLearnedOfMove        15 WorkingDays BeginningWith
        board-asks-authority            move              NewIcbLearnedOfMove        15 WorkingDays BeginningWith
        review-yearly                   review            PlanMadeOrReviewed         12 Months BeginningWith
        review-papers                   review            ReviewMeeting               2 Weeks Before
        review-report                   review            ReviewMeeting               2 Weeks Of
        review-decision                 review            ReviewMeeting               4 Weeks Of
        amendment-notice                review            ReviewMeeting               4 Weeks Of
        amendment-comments              review            AmendmentNoticeServed      15 Days BeginningWith
        amended-plan-of-meeting         review            ReviewMeeting              12 Weeks Of
        amended-plan-of-notice          review            AmendmentNoticeSent         8 Weeks Of
        phase-transfer                  review            PhaseTransfer             214 of-year Before
        phase-transfer-to-post-16       review            MoveToPost16              330 of-year Before
        phase-transfer-between-post-16  review            MoveBetweenPost16           5 Months Before
        mediation-contact               med,appeal        DecisionNoticeSent          2 Months Of
        mediation-issues-health         med               HealthMediationWanted       3 WorkingDays Of
        mediation-issues-mixed          med               MixedMediationWanted        3 WorkingDays Of
        mediation-by-icb                med               IcbToldOfMediation         30 Days Of
        mediation-by-authority          med               MixedMediationWanted       30 Days Of
        mediation-without-health        med               OtherMediationWanted       30 Days Of
        certificate-not-arranged        med,appeal        MediationNotArranged        3 WorkingDays Of
        certificate-declined            med,appeal        MediationDeclined           3 WorkingDays Of
        certificate-held                med,appeal        MediationHeld               3 WorkingDays Of
        health-agreement-done           med               HealthAgreed                2 Weeks Of
        health-agreement-told           med               HealthAgreementDone         1 Weeks Of
        assess-agreement                med               AssessmentAgreed            2 Weeks Of
        no-plan-agreement               med               AssessmentAgreed           10 Weeks Of
        final-plan-agreement            med               AssessmentAgreed           14 Weeks Of
        make-plan-draft-agreement       med               PlanAgreed                  5 Weeks Of
        make-plan-final-agreement       med               PlanAgreed                 11 Weeks Of
        amend-plan-agreement            med               AmendmentAgreed             5 Weeks Of
        change-school-agreement         med               SchoolChangeAgreed          2 Weeks Of
        appeal-of-notice                appeal            DecisionNoticeSent          2 Months Of tribunal
        appeal-of-certificate           appeal            MediationCertificateIssued  1 Months Of tribunal
        appeal-response                 appeal            AppealRegistered           30 TribunalWorkingDays Of
        hearing-bundle                  appeal            TribunalHearing            10 TribunalWorkingDays Before
        recommendation-response         rec               RecommendationMade          5 Weeks Of
        recommendation-copied           rec               RecommendationAnswered      1 Weeks Of
        """;

    private static readonly Dictionary<string, OriginRoute> Routes = new()
    {
        ["s36"] = OriginRoute.Section36Request,
        ["s24"] = OriginRoute.Section24Responsibility,
        ["re"] = OriginRoute.Reassessment,
        ["toa"] = OriginRoute.TribunalOrderedAssessment,
        ["top"] = OriginRoute.TribunalOrderedPlan,
        ["move"] = OriginRoute.TransferFromAnotherAuthority,
        ["review"] = OriginRoute.AnnualReview,
        ["med"] = OriginRoute.HealthMediation,
        ["appeal"] = OriginRoute.AppealWithHealthIssues,
        ["rec"] = OriginRoute.TribunalRecommendation,
    };

    // of two dates that stand for one duty, which counts
    private static readonly (string One, string Other, bool Later)[] Pairs =
    [
        ("plan-transfer-on-move", "plan-transfer-when-aware", true), ("transfer-review-of-plan", "transfer-review-of-transfer", true), ("board-change-on-move", "board-change-when-aware", true),
        ("amended-plan-of-meeting", "amended-plan-of-notice", false), ("appeal-of-notice", "appeal-of-certificate", true),
    ];

    public static IReadOnlyDictionary<string, NaiveLimit> All { get; } = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Row).ToDictionary(l => l.Key);

    /// <summary>Every date of a route that known days give, by another way than the portal's.</summary>
    public static IReadOnlyDictionary<string, DateOnly> Dates(OriginRoute route, IReadOnlyDictionary<ClockEvent, DateOnly> days)
    {
        var dates = new Dictionary<string, DateOnly>();
        foreach (var limit in All.Values)
        {
            if (limit.Routes.Contains(route) && days.TryGetValue(limit.From, out var day)) { dates[limit.Key] = limit.Due(day); }
        }

        // the board arranges mediation about health alone, the authority any other: as the family wished last, and on one day as it wished most
        var wishes = new[] { ClockEvent.HealthMediationWanted, ClockEvent.MixedMediationWanted, ClockEvent.OtherMediationWanted }.Where(days.ContainsKey).ToList();
        if (wishes.Count > 0)
        {
            var last = wishes.FindAll(w => days[w] == wishes.Max(x => days[x]));
            if (last.Contains(ClockEvent.MixedMediationWanted)) { last = [ClockEvent.MixedMediationWanted]; }
            if (!last.Contains(ClockEvent.HealthMediationWanted)) { dates.Remove("mediation-issues-health"); dates.Remove("mediation-by-icb"); }
            if (!last.Contains(ClockEvent.MixedMediationWanted)) { dates.Remove("mediation-issues-mixed"); dates.Remove("mediation-by-authority"); }
            if (!last.Contains(ClockEvent.OtherMediationWanted)) { dates.Remove("mediation-without-health"); }
        }

        // who wants no mediation any more is owed none
        if (days.TryGetValue(ClockEvent.MediationDeclined, out var none) && !wishes.Exists(w => days[w] >= none))
        {
            foreach (var key in new[] { "mediation-issues-health", "mediation-by-icb", "mediation-issues-mixed", "mediation-by-authority", "mediation-without-health" }) { dates.Remove(key); }
        }

        foreach (var (one, other, later) in Pairs)
        {
            if (!dates.TryGetValue(one, out var first) || !dates.TryGetValue(other, out var second)) { continue; }
            dates.Remove(first == second || first < second != later ? other : one);
        }

        return dates;
    }

    private static NaiveLimit Row(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(cells[0], [.. cells[1].Split(',').Select(r => Routes[r])], Enum.Parse<ClockEvent>(cells[2]), int.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture), cells[4], cells[5], cells.Length > 6);
    }
}
