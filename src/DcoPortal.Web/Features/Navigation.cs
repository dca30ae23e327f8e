using DcoPortal.Casework.Access;
using DcoPortal.Domain.Access;
using DcoPortal.Web.Platform.Ui;

namespace DcoPortal.Web.Features;

/// <summary>The service navigation: each link is shown to those who may use it, and to no one else.</summary>
internal sealed class Navigation(CurrentPerson person) : INavigation
{
    private static readonly (string Text, string Href, Permission Needs)[] Links =
    [
        ("Your work", "/", Permission.UsePortal),
        ("Triage", "/triage", Permission.RequestAdvice),
        ("Assessments", "/assessments", Permission.ViewAssessments),
        ("Log a notification", "/assessments/log", Permission.LogNotification),
        ("Import notifications", "/assessments/import", Permission.ImportNotifications),
        ("Advice requests", "/advice-requests", Permission.ViewAdviceRequests),
        ("Cover", "/cover", Permission.ArrangeCover),
        ("Check", "/check", Permission.CheckAdvice),
        ("Chase", "/chase", Permission.ChaseAdvice),
        ("Traffic lights", "/traffic-lights", Permission.ViewTrafficLights),
        ("Dashboard", "/dashboard", Permission.ViewDashboard),
        ("Clock", "/clock", Permission.UsePortal),
        ("Directory", "/directory/services", Permission.ViewDirectory),
        ("Users", "/admin/users", Permission.ManageUsers),
        ("Emails", "/admin/emails", Permission.ViewEmails),
        ("Audit log", "/admin/audit", Permission.ViewAuditLog),
    ];

    public IReadOnlyList<NavItem> Items(HttpContext context) =>
        [.. Links.Where(l => person.May(l.Needs)).Select(l => new NavItem(l.Text, l.Href, l.Needs.ToString()))];
}
