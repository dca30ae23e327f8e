using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Web.Platform.Ui;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>The child banner of a case.</summary>
internal static class CaseHeader
{
    public static ChildBanner Of(Assessment a, string authorityName, DateOnly today) => new()
    {
        Reference = a.Reference,
        AuthorityName = authorityName,
        ChildName = a.Child.DisplayName,
        DateOfBirth = a.Child.DateOfBirth,
        Today = today,
        NhsNumber = a.Child.NhsNumber,
        Setting = a.Setting.Name,
        PrimaryNeed = PrimaryNeeds.TryGet(a.PrimaryNeed, out var need) ? need.Name : null,
        RequestReceived = a.RequestReceivedOn,
        StartLabel = RouteWords.AnchorLabel(a.StartedBy),
    };
}
