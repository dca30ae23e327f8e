using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Assessments;
using DcoPortal.Web.Platform.Ui;

namespace DcoPortal.Web.Parts.Assessments;

/// <summary>The banner of every page about an assessment.</summary>
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
