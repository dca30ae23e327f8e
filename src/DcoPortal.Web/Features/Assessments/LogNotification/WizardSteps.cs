namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>One page of the form.</summary>
/// <param name="Slug">The page's part of the address.</param>
/// <param name="Title">The page's name on the check page.</param>
public sealed record WizardStep(string Slug, string Title);

/// <summary>The pages of the form, in order.</summary>
public static class WizardSteps
{
    /// <summary>The beginning of the form's addresses.</summary>
    public const string Root = Addresses.AssessmentsLog;

    /// <summary>The child or young person.</summary>
    public const string Child = "child";

    /// <summary>The request: what was asked, when, and what was decided.</summary>
    public const string Request = "request";

    /// <summary>How the assessment began: a page beside the request step, for assessments that did not begin with a request.</summary>
    public const string Route = "route";

    /// <summary>Family, views and sharing.</summary>
    public const string Family = "family";

    /// <summary>School, college or early-years provider.</summary>
    public const string Setting = "setting";

    /// <summary>NHS professionals involved.</summary>
    public const string Professionals = "professionals";

    /// <summary>Files.</summary>
    public const string Documents = "documents";

    /// <summary>Check answers.</summary>
    public const string Check = "check";

    /// <summary>All steps, in order.</summary>
    public static IReadOnlyList<WizardStep> All { get; } =
    [
        new(Child, "Child or young person"), new(Request, "Request"), new(Family, "Family"), new(Setting, "School or setting"),
        new(Professionals, "NHS professionals"), new(Documents, "Documents"), new(Check, "Check your answers"),
    ];

    /// <summary>The position of a step, from 1.</summary>
    public static int Number(string slug) => All.ToList().FindIndex(s => s.Slug == slug) + 1;

    /// <summary>The address of a step.</summary>
    public static string Href(Guid draftId, string slug) => $"{Root}/{draftId}/{slug}";

    /// <summary>The address of "continue": the next step, or the check page once it has been reached.</summary>
    public static string After(Guid draftId, string slug, NotificationDraft draft) =>
        Href(draftId, draft.ReachedCheck ? Check : All[Number(slug)].Slug);

    /// <summary>The address of "back".</summary>
    public static string Before(Guid draftId, string slug, NotificationDraft draft) =>
        slug == Route ? Href(draftId, Request)
        : slug == Child && !draft.ReachedCheck ? Addresses.Assessments
        : draft.ReachedCheck && slug != Check ? Href(draftId, Check)
        : Href(draftId, All[Number(slug) - 2].Slug);
}
