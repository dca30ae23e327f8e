using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Parts.Assessments;

/// <summary>The one banner of every page about a child: a safety control, so that no person works on the wrong record.</summary>
internal static class AssessmentBanner
{
    public static ChildBanner Of(Assessment assessment, string authorityName, DateOnly today) => new()
    {
        Reference = assessment.Reference,
        AuthorityName = authorityName,
        ChildName = assessment.Child.DisplayName,
        DateOfBirth = assessment.Child.DateOfBirth,
        Today = today,
        NhsNumber = assessment.Child.NhsNumber,
        Setting = string.Join(", ", new[] { assessment.Setting.Name, assessment.Setting.YearGroup }.Where(s => !string.IsNullOrWhiteSpace(s))),
        PrimaryNeed = AssessmentWords.Need(assessment.PrimaryNeed),
        RequestReceived = assessment.RequestReceivedOn,
        StartLabel = RouteWords.AnchorLabel(assessment.StartedBy),
    };
}
