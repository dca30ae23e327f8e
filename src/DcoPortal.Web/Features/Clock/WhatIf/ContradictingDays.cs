namespace DcoPortal.Web.Features.Clock.WhatIf;

/// <summary>Days that cannot both be so: whoever entered them is asked which, because every date made of both would be half of two.</summary>
internal static class ContradictingDays
{
    /// <summary>The field to look at, and what is wrong.</summary>
    /// <param name="days">The days as entered.</param>
    public static IEnumerable<(ClockEvent At, string Words)> Of(IReadOnlyDictionary<ClockEvent, DateOnly> days)
    {
        DateOnly? Day(ClockEvent e) => days.TryGetValue(e, out var day) ? day : null;
        if (Day(ClockEvent.ReviewMeeting) is { } meeting && Day(ClockEvent.PlanMadeOrReviewed) is { } reviewed && meeting < reviewed)
        {
            yield return (ClockEvent.ReviewMeeting, $"{WhatIfWords.LabelOf(ClockEvent.ReviewMeeting)} must be on or after {UkText.LongDate(reviewed)}, when the plan was made or last reviewed: the review of an earlier meeting is over");
        }
        if (Wanted(days).GroupBy(w => w.On).FirstOrDefault(g => g.Skip(1).Any()) is { } same)
        {
            yield return (same.Last().Event, $"{WhatIfWords.LabelOf(same.First().Event)} is {UkText.LongDate(same.Key)} too. What is wanted together is mediation about health and other parts: enter that day alone. Two mediations are worked out one after the other");
        }
        else if (Day(ClockEvent.HealthMediationWanted) is { } health && Day(ClockEvent.OtherMediationWanted) is { } other)
        {
            // neither is a part of the other, so the later could take its place or stand beside it: only the family knows
            var (earlier, later) = health < other ? (ClockEvent.HealthMediationWanted, ClockEvent.OtherMediationWanted) : (ClockEvent.OtherMediationWanted, ClockEvent.HealthMediationWanted);
            yield return (later, $"{WhatIfWords.LabelOf(earlier)} is {UkText.LongDate(days[earlier])}. Where the family wants both, enter the day on which it said so as that of mediation about health and other parts, alone. Where it changed its mind, leave blank what it no longer wants. Two mediations are worked out one after the other");
        }
        foreach (var (moved, on, ready) in TooEarly(days))
        {
            yield return (moved, $"{WhatIfWords.LabelOf(moved)} must be on or after {UkText.LongDate(ready.AddDays(1))}: before that day the plan must be ready for a move of {on.Year} ({CitationOf(moved)}). A move between phases of education comes after it, most often in September. A move of another kind, as to another school in January, has no such limit: leave it blank");
        }
        if (Day(ClockEvent.IcbToldOfMediation) is { } told && AboutHealth(days) is { } wanted && told < wanted)
        {
            yield return (ClockEvent.IcbToldOfMediation, $"{WhatIfWords.LabelOf(ClockEvent.IcbToldOfMediation)} must be on or after {UkText.LongDate(wanted)}, when the family said what it wants now: enter the day on which the board was told of that, or leave it blank");
        }
        foreach (var (began, done) in Orders.Where(o => Day(o.Done) < Day(o.Began)).DistinctBy(o => o.Done))
        {
            yield return (done, $"{WhatIfWords.LabelOf(done)} must be on or after {UkText.LongDate(Day(began))}, {Lowered(WhatIfWords.LabelOf(began))}: enter the right day, or leave it blank");
        }
        foreach (var (ordered, conceded) in EitherOr.Where(e => Day(e.Ordered) is not null && Day(e.Conceded) is not null))
        {
            var (earlier, later) = Day(ordered) <= Day(conceded) ? (ordered, conceded) : (conceded, ordered);
            yield return (later, $"{WhatIfWords.LabelOf(earlier)} is {UkText.LongDate(Day(earlier))}. Where the local authority gave way the Tribunal makes no order about it: enter one of the two, and leave the other blank");
        }
        if (Day(ClockEvent.MediationHeld) is { } held && Wanted(days) is { Count: > 0 } wishes && wishes.MinBy(w => w.On) is var first && held < first.On)
        {
            yield return (ClockEvent.MediationHeld, $"{WhatIfWords.LabelOf(ClockEvent.MediationHeld)} must be on or after {UkText.LongDate(first.On)}, {ClockEvents.DayOf(first.Event)}: enter the right day, or leave it blank");
        }
    }

    // an appeal ends in one of the two
    private static readonly (ClockEvent Ordered, ClockEvent Conceded)[] EitherOr =
    [
        (ClockEvent.AssessmentOrdered, ClockEvent.AssessmentConceded),
        (ClockEvent.PlanOrdered, ClockEvent.PlanConceded),
        (ClockEvent.AmendmentOrdered, ClockEvent.AmendmentConceded),
        (ClockEvent.SchoolChangeOrdered, ClockEvent.SchoolChangeConceded),
    ];

    private static string Lowered(string label) => char.ToLowerInvariant(label[0]) + label[1..];

    // what is done, and what must have come before it: an answer before its question would start clocks that cannot be
    private static readonly (ClockEvent Began, ClockEvent Done)[] Orders =
    [
        (ClockEvent.MovedArea, ClockEvent.PlanTransferred),
        // what the old authority last reviewed; a review since is the first one of the new authority, and ends what is worked out here
        (ClockEvent.PlanMadeOrReviewed, ClockEvent.PlanTransferred),
        (ClockEvent.PlanMadeOrReviewed, ClockEvent.AmendmentNoticeSent),
        (ClockEvent.AmendmentNoticeSent, ClockEvent.AmendmentNoticeServed),
        (ClockEvent.HealthAgreed, ClockEvent.HealthAgreementDone),
        (ClockEvent.RecommendationMade, ClockEvent.RecommendationAnswered),
        (ClockEvent.ReassessmentRequested, ClockEvent.ReassessmentNotified),
        (ClockEvent.ReassessmentRequested, ClockEvent.DraftPlanServed),
        (ClockEvent.RequestReceived, ClockEvent.DraftPlanServed),
        (ClockEvent.PlanOrdered, ClockEvent.DraftPlanServed),
        (ClockEvent.PlanConceded, ClockEvent.DraftPlanServed),
        (ClockEvent.PlanAgreed, ClockEvent.DraftPlanServed),
        (ClockEvent.MediationHeld, ClockEvent.MediationCertificateIssued),
        (ClockEvent.MediationHeld, ClockEvent.HealthAgreed),
        (ClockEvent.DecisionNoticeSent, ClockEvent.MediationDeclined),
        (ClockEvent.DecisionNoticeSent, ClockEvent.MediationCertificateIssued),
        (ClockEvent.DecisionNoticeSent, ClockEvent.AppealRegistered),
        (ClockEvent.AppealRegistered, ClockEvent.TribunalHearing),
        (ClockEvent.RequestReceived, ClockEvent.HealthReceivedRequest),
        (ClockEvent.RequestReceived, ClockEvent.HealthReceivedEarlyRequest),
        (ClockEvent.HealthReceivedEarlyRequest, ClockEvent.HealthReceivedRequest),
        (ClockEvent.ReassessmentNotified, ClockEvent.HealthReceivedRequest),
        (ClockEvent.AssessmentOrdered, ClockEvent.HealthReceivedRequest),
        (ClockEvent.ReassessmentNotified, ClockEvent.DraftPlanServed),
    ];

    // a limit that is a day of the year would end on or after the move that it is for
    private static IEnumerable<(ClockEvent Moved, DateOnly On, DateOnly Ready)> TooEarly(IReadOnlyDictionary<ClockEvent, DateOnly> days) =>
        StatutoryRules.All.Where(r => r.Limit.Unit == TimeUnit.DayOfYear && days.ContainsKey(r.StartsFrom)).Select(r => (r.StartsFrom, days[r.StartsFrom], r.DueFrom(days[r.StartsFrom]))).Where(m => m.Item3 >= m.Item2);

    private static string CitationOf(ClockEvent moved) => StatutoryRules.All.First(r => r.StartsFrom == moved && r.Limit.Unit == TimeUnit.DayOfYear).Citation;

    /// <summary>What the family wanted before it said what it wants now, with the later day: the clocks of the earlier wish are not shown.</summary>
    /// <param name="days">The days as entered.</param>
    public static IEnumerable<(ClockEvent Earlier, DateOnly On, DateOnly Now)> Overtaken(IReadOnlyDictionary<ClockEvent, DateOnly> days) =>
        Wanted(days) is { Count: > 0 } wishes && Latest(wishes.Max(w => w.On), days) is var now ? wishes.Where(w => w.On < now).Select(w => (w.Event, w.On, now)) : [];

    // that it wants none is the family's word like any wish
    private static DateOnly Latest(DateOnly wish, IReadOnlyDictionary<ClockEvent, DateOnly> days) => days.TryGetValue(ClockEvent.MediationDeclined, out var none) && none > wish ? none : wish;

    private static List<(ClockEvent Event, DateOnly On)> Wanted(IReadOnlyDictionary<ClockEvent, DateOnly> days) =>
        [.. new[] { ClockEvent.MixedMediationWanted, ClockEvent.HealthMediationWanted, ClockEvent.OtherMediationWanted }.Where(days.ContainsKey).Select(e => (e, days[e]))];

    // the latest word of the family is what the board is told of
    private static DateOnly? AboutHealth(IReadOnlyDictionary<ClockEvent, DateOnly> days) =>
        Wanted(days).FindAll(w => w.Event != ClockEvent.OtherMediationWanted) is { Count: > 0 } health ? health.Max(w => w.On) : null;
}
