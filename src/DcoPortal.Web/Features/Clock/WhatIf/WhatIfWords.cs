using DcoPortal.Casework.Clock;
using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Features.Clock.WhatIf;

/// <summary>The plain words of the page's questions.</summary>
public static class WhatIfWords
{
    /// <summary>Says when a route is the right one.</summary>
    public static string HintOf(OriginRoute route) => route switch
    {
        OriginRoute.Section36Request => "A parent, young person, school or college asked",
        OriginRoute.Section24Responsibility => "The authority became responsible in another way, such as a move",
        OriginRoute.Reassessment => "Of somebody who has a plan",
        OriginRoute.TribunalOrderedAssessment => "By the SEND Tribunal, or the authority gave way",
        OriginRoute.TribunalOrderedPlan => "To make or change a plan, or the authority gave way",
        OriginRoute.TransferFromAnotherAuthority => "Of a plan, after a move to another authority or board",
        OriginRoute.AnnualReview => "Of a plan, which may be amended",
        OriginRoute.HealthMediation => "About health or other parts of a plan, and what was agreed",
        OriginRoute.AppealWithHealthIssues => "By the family, to the SEND Tribunal",
        OriginRoute.TribunalRecommendation => "By the SEND Tribunal, about health",
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    };

    /// <summary>The label of an event's day: "The day of the review meeting".</summary>
    public static string LabelOf(ClockEvent clockEvent)
    {
        var words = ClockEvents.DayOf(clockEvent);
        // the two requests to health stand on one page and would have the same label
        var more = clockEvent == ClockEvent.HealthReceivedEarlyRequest ? " for information it already holds (before the decision)"
            : clockEvent == ClockEvent.HealthReceivedRequest ? " for advice" : "";
        return words.Capitalised() + more;
    }

    /// <summary>The clocks that the day starts, so that the person knows which days to fill in: "Starts: health advice". A day that starts none ends one: "Ends: mediation certificate".</summary>
    public static string HintOf(ClockEvent clockEvent, IReadOnlyCollection<StatutoryRule> rules) =>
        rules.Any(r => r.StartsFrom == clockEvent) ? $"{Starts}{NamesOf(rules.Where(r => r.StartsFrom == clockEvent))}" : $"Ends: {NamesOf(rules.Where(r => r.DoneBy == clockEvent))}";

    /// <summary>What stands before the clocks that a day starts.</summary>
    public const string Starts = "Starts: ";

    private static string NamesOf(IEnumerable<StatutoryRule> rules) => string.Join("; ", rules.Select(DeadlineNames.Of).Distinct().Select(n => char.ToLowerInvariant(n[0]) + n[1..]));

    /// <summary>The label of a fact.</summary>
    public static string LabelOf(ExemptionFact fact) => fact switch
    {
        ExemptionFact.ClosedFrom => "First day closed",
        ExemptionFact.ReopensOn => "First day open again",
        ExemptionFact.AdviceAskedOn => "The day the authority asked the school or provider for advice",
        ExemptionFact.CircumstancesFrom => "The day the circumstances began",
        ExemptionFact.CircumstancesUntil => "The last day of the circumstances (optional)",
        ExemptionFact.CircumstancesArePersonal => "Are the circumstances personal to the child, parent or young person?",
        ExemptionFact.AbsentFrom => "First day away",
        ExemptionFact.AbsentUntil => "Last day away",
        ExemptionFact.AppointmentOn => "The day of the appointment",
        ExemptionFact.NotKeptBy => "Who did not keep the appointment?",
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    /// <summary>A listed ground as a choice.</summary>
    public static string LabelOf(ExemptionGround ground) => ground switch
    {
        ExemptionGround.SchoolClosed => "School or college closed",
        ExemptionGround.EarlyYearsProviderClosed => "Early-years provider closed",
        ExemptionGround.ExceptionalCircumstances => "Exceptional circumstances",
        ExemptionGround.AbsentFromArea => "Absent from the area",
        ExemptionGround.MissedAppointment => "Missed appointment",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    /// <summary>A reason on no list as a choice.</summary>
    public static string LabelOf(UnlistedReason reason) => reason switch
    {
        UnlistedReason.ClinicianAbsent => "A clinician is absent",
        UnlistedReason.Vacancy => "A post is vacant",
        UnlistedReason.Backlog => "Backlog of the service",
        UnlistedReason.WaitingList => "Waiting list",
        UnlistedReason.NoReferral => "There is no referral",
        UnlistedReason.PapersNotSent => "Papers were not sent",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
