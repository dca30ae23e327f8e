namespace DcoPortal.Web.Features;

/// <summary>The service navigation: each link is shown to those who may use it, and to no one else.</summary>
internal sealed class Navigation(CurrentPerson person) : INavigation
{
    private static readonly (string Text, string Href, Permission Needs)[] Links =
    [
        ("Your work", "/", Permission.UsePortal),
        ("Triage", Addresses.Triage, Permission.RequestAdvice),
        ("Assessments", Addresses.Assessments, Permission.ViewAssessments),
        ("Log a notification", Addresses.AssessmentsLog, Permission.LogNotification),
        ("Import notifications", Addresses.AssessmentsImport, Permission.ImportNotifications),
        ("Advice requests", Addresses.AdviceRequests, Permission.ViewAdviceRequests),
        ("Cover", Addresses.Cover, Permission.ArrangeCover),
        ("Check", Addresses.Check, Permission.CheckAdvice),
        ("Chase", Addresses.Chase, Permission.ChaseAdvice),
        ("Traffic lights", Addresses.TrafficLights, Permission.ViewTrafficLights),
        ("Dashboard", Addresses.Dashboard, Permission.ViewDashboard),
        ("Clock", Addresses.Clock, Permission.UsePortal),
        ("Directory", Addresses.DirectoryServices, Permission.ViewDirectory),
        ("Incidents", Addresses.Incidents, Permission.WithdrawAdvice),
        ("Users", Addresses.AdminUsers, Permission.ManageUsers),
        ("Organisations", Addresses.AdminOrganisations, Permission.ViewOrganisations),
        ("Emails", Addresses.AdminEmails, Permission.ViewEmails),
        ("Audit log", Addresses.AdminAudit, Permission.ViewAuditLog),
    ];

    public IReadOnlyList<NavItem> Items(HttpContext context) =>
        [.. Links.Where(l => person.May(l.Needs) && !IsElsewhere(l.Needs)).Select(l => new NavItem(l.Text, l.Href, l.Needs.ToString()))];

    // for a DCO service it is the exception, found on the list of assessments and on the worklist
    private bool IsElsewhere(Permission needs) => needs is Permission.LogNotification or Permission.ImportNotifications && person.Scope.Kind == ScopeKind.DcoService;

    public string? MaySearchFor(HttpContext context) => !person.May(Permission.ViewDirectory) ? null
        : person.May(Permission.ViewAdviceRequests) ? "Name, NHS number or reference" : "Professional or service";
}
