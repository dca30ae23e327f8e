namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>What every step's page needs beside its form.</summary>
public sealed record WizardPage(Guid DraftId, string Slug, NotificationDraft Draft, DateOnly Today)
{
    private const string Key = "Wizard";

    /// <summary>This page's address, where its form is sent.</summary>
    public string Href => WizardSteps.Href(DraftId, Slug);

    /// <summary>The address of "back".</summary>
    public string BackHref => WizardSteps.Before(DraftId, Slug, Draft);

    /// <summary>Such as "Step 2 of 7".</summary>
    public string Progress => $"Log a notification: step {WizardSteps.Number(Slug == WizardSteps.Route ? WizardSteps.Request : Slug)} of {WizardSteps.All.Count}";

    /// <summary>Whether the child is over compulsory school age today, so that the letters go to them and not to the parent.</summary>
    public bool IsYoungPerson => Draft.Child.DateOfBirth.Value is { } born && Today > CompulsorySchoolAge.EndsOn(born);

    /// <summary>"young person" or "child".</summary>
    public string Person => IsYoungPerson ? "young person" : "child";

    /// <summary>The authority's clock in words, or null.</summary>
    public string? Clock => ClockSummary.Of(Draft, Today);

    /// <summary>Gives the page to its view.</summary>
    public void Put(IDictionary<string, object?> viewData)
    {
        viewData[Key] = this;
        viewData["Section"] = "Log a notification";
        viewData["BackHref"] = BackHref;
        viewData["Wide"] = false;
    }

    /// <summary>The page of a view.</summary>
    public static WizardPage Of(IDictionary<string, object?> viewData) => (WizardPage)viewData[Key]!;
}
