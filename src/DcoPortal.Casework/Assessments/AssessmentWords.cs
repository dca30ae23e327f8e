using DcoPortal.Domain.Identifiers;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Assessments;

/// <summary>The words that every page about an assessment shares.</summary>
internal static class AssessmentWords
{
    /// <summary>How a notification arrived, such as "email": words that follow "by".</summary>
    public static string Label(this ArrivalWay way) => way switch
    {
        ArrivalWay.Email => "email",
        ArrivalWay.Post => "post",
        ArrivalWay.Phone => "telephone",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    public static string Of(AssessmentOutcome outcome) => outcome switch
    {
        AssessmentOutcome.PlanIssued => "plan issued",
        AssessmentOutcome.NoPlan => "no plan needed",
        AssessmentOutcome.Withdrawn => "request withdrawn",
        AssessmentOutcome.OtherBoard => "moved to another board",
        _ => "moved to another authority",
    };

    public static string Of(RequestSource source) => source switch
    {
        RequestSource.Parent => "Parent or carer",
        RequestSource.YoungPerson => "Young person",
        RequestSource.School => "School",
        RequestSource.Post16Institution => "Post-16 institution",
        _ => "Someone else",
    };

    public static string Of(SharingAgreement sharing) => sharing switch
    {
        SharingAgreement.Agreed => "Agrees to sharing with those who advise",
        SharingAgreement.Objects => "Objects to sharing",
        _ => "Not recorded",
    };

    public static string Need(string code) => PrimaryNeeds.TryGet(code, out var need) ? need.Name : code;

    /// <summary>What has been decided, in a few words: "Under consideration", "To assess", "Plan issued".</summary>
    public static string Stage(ClockEvent startedBy, AssessmentDecision? decision, AssessmentOutcome? outcome) => (decision, outcome) switch
    {
        (_, { } o) => Of(o).Capitalised(),
        (AssessmentDecision.DoNotAssess, _) => $"Not {RouteWords.ToAssess(startedBy)}",
        (AssessmentDecision.Assess, _) => RouteWords.ToAssess(startedBy).Capitalised(),
        _ => AssessmentStarts.MustAssess(startedBy) ? "Must assess, family not told" : "Under consideration",
    };
}
