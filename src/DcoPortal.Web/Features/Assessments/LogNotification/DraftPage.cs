using DcoPortal.Casework.Directory;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>What the pages about a draft need beside the form.</summary>
public sealed record DraftPage(Guid DraftId, NotificationDraft Draft, IReadOnlyList<NamedPerson> People, SettingMatch School, IReadOnlyList<AuthorityBoard> Boards, DateOnly Today)
{
    private const string Key = "Draft";

    /// <summary>The authorities for which the DCO service may record it; null for a person of an authority.</summary>
    public IReadOnlyList<SelectListItem>? Authorities { get; init; }

    /// <summary>Whether the DCO service records it for an authority.</summary>
    public bool IsByHealth => Authorities is not null;

    /// <summary>The authority for which the DCO service records it, or null while none is chosen.</summary>
    public string? ForAuthority => Authorities?.FirstOrDefault(a => a.Value == Draft.Arrival.AuthorityId?.ToString())?.Text;

    /// <summary>The page's name.</summary>
    public string Title => IsByHealth ? "Log for an authority" : "Log a notification";

    /// <summary>The form's address.</summary>
    public string Href => Addresses.AssessmentsLogDraft(DraftId);

    /// <summary>Whether the authority lies in several boards, so that each notification says which.</summary>
    public bool AsksBoard => Boards.Count > 1;

    /// <summary>Whether the child is over compulsory school age today.</summary>
    public bool IsYoungPerson => Draft.Child.IsYoungPerson(Today);

    /// <summary>"young person" or "child".</summary>
    public string Person => IsYoungPerson ? "young person" : "child";

    /// <summary>The authority's clock in words, or null.</summary>
    public string? Clock => ClockSummary.Of(Draft, Today, IsByHealth);

    /// <summary>The route and the person whose words the questions are in. An answer to other words is asked for again.</summary>
    public string Asked => $"{Draft.Request.Start}, {Person}";

    /// <summary>The form at one of its fields: in its part, which is then open.</summary>
    public string At(string fieldId) => $"{Href}?{FoldTagHelper.At}={fieldId}#{fieldId}";

    /// <summary>Gives the page to its view.</summary>
    public void Put(IDictionary<string, object?> viewData, string backHref)
    {
        viewData[Key] = this;
        viewData["Section"] = Title;
        viewData["BackHref"] = backHref;
    }

    /// <summary>The page of a view.</summary>
    public static DraftPage Of(IDictionary<string, object?> viewData) => (DraftPage)viewData[Key]!;
}
