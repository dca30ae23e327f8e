namespace DcoPortal.Web.Platform.Ui;

/// <summary>One step of the breadcrumb trail: set ViewData["Breadcrumbs"] to a list of these.</summary>
/// <param name="Text">What the user reads.</param>
/// <param name="Href">The address of the step.</param>
public sealed record Crumb(string Text, string Href);
