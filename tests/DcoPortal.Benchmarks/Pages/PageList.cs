using DcoPortal.Domain.Access;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Benchmarks.Pages;

/// <summary>The main pages of every role. A search comes last of its list, because the portal keeps it.</summary>
internal static class PageList
{
    public static IReadOnlyList<PageVisit> Of(Subjects about, DateOnly today) =>
    [
        .. Visits(Role.LaCaseworker, [.. Home, .. AssessmentLists(about), .. CaseOf(about), .. RequestLists, ("/questions", "/questions")]),
        .. Searches(Role.LaCaseworker, ("/assessments, a surname", "/assessments", Search.OfAssessments(about.Surname)), ("/search, a surname", "/search", Search.Everywhere(about.Surname))),
        .. Visits(Role.LaManager, [.. Home, ("/assessments", "/assessments"), ("/dashboard", "/dashboard"), ("/dashboard/now", "/dashboard/now"), ("/admin/users", "/admin/users"), ("/settings/clock", "/settings/clock"), ("/assessments/import", "/assessments/import")]),
        .. Visits(Role.DcoAdministrator, [.. Home, ("/assessments", "/assessments"), .. CaseOf(about), .. DcoWork(about), .. RequestLists, ("/advice-requests?box=Returned, deep", $"/advice-requests?box=Returned&page={about.DeepReturned}"), .. Directory, ("/admin/emails", "/admin/emails")]),
        .. Searches(Role.DcoAdministrator, ("/assessments, an NHS number", "/assessments", Search.OfAssessments(about.NhsNumber)), ("/advice-requests, a surname", "/advice-requests", Search.OfRequests(about.Surname)), ("/search, a surname", "/search", Search.Everywhere(about.Surname))),
        .. Visits(Role.DesignatedClinicalOfficer, [.. Home, .. Figures(today), ("/dashboard/now", "/dashboard/now"), ("/all-nil", "/all-nil"), ("/escalations", "/escalations"), ("/assessments/csv", "/assessments/csv")]),
        .. Visits(Role.Clinician, [.. Home, ("/advice-requests", "/advice-requests"), ("/advice-requests/{id}", $"/advice-requests/{about.Asked}"), ("/advice-requests/{id}/respond", $"/advice-requests/{about.Asked}/respond"), ("/account/calendar", "/account/calendar")]),
        .. Visits(Role.ServiceLead, [.. Home, ("/advice-requests", "/advice-requests"), ("/advice-requests?box=Returned", "/advice-requests?box=Returned"), ("/advice-requests/csv", "/advice-requests/csv"), ("/advice-requests/{id}", $"/advice-requests/{about.Asked}"), ("/advice-requests/{id}/pass-on", $"/advice-requests/{about.Asked}/pass-on"), ("/cover", "/cover"), ("/dashboard", "/dashboard"), ("/dashboard/now", "/dashboard/now"), ("/traffic-lights", "/traffic-lights")]),
        .. Searches(Role.ServiceLead, ("/advice-requests, a surname", "/advice-requests", Search.OfRequests(about.Surname))),
        .. Visits(Role.BoardMember, [.. Home, .. Figures(today)]),
        .. Visits(Role.SystemAdministrator, [.. Home, ("/admin/users", "/admin/users"), ("/admin/organisations", "/admin/organisations"), ("/admin/audit", "/admin/audit"), ("/admin/audit, second page", "/admin/audit?page=2"), ("/admin/emails", "/admin/emails"), ("/admin/emails, deep", $"/admin/emails?page={about.DeepEmails}"), .. Directory]),
    ];

    private static (string, string)[] Home => [("/", "/")];

    private static (string, string)[] Directory => [("/directory/services", "/directory/services"), ("/directory/professionals", "/directory/professionals"), ("/directory/search", "/directory/search?q=therapy")];

    private static (string, string)[] RequestLists => [("/advice-requests", "/advice-requests"), ("/advice-requests?box=Overdue", "/advice-requests?box=Overdue")];

    private static (string, string)[] AssessmentLists(Subjects about) =>
    [
        ("/assessments", "/assessments"), ("/assessments?mark=closed, deep", $"/assessments?mark=closed&page={about.DeepAssessments}"), ("/assessments?mark=open", "/assessments?mark=open"),
        ("/assessments?mark=health-late", "/assessments?mark=health-late"), ("/assessments?owner=me", "/assessments?owner=me"), ("/assessments?sort=reference", "/assessments?sort=reference"), ("/assessments/csv", "/assessments/csv"),
    ];

    private static (string, string)[] CaseOf(Subjects about) =>
        [("/assessments/{ref}, open", $"/assessments/{about.Open}"), ("/assessments/{ref}, ended", $"/assessments/{about.Ended}"), ("/assessments/{ref}/activity", $"/assessments/{about.Open}/activity")];

    private static (string, string)[] DcoWork(Subjects about) =>
    [
        ("/triage", "/triage"), ("/chase", "/chase"), ("/check", "/check"), ("/check/{id}", $"/check/{about.ToCheck}"), ("/assessments/{ref}/request-advice", $"/assessments/{about.InTriage}/request-advice"),
        ("/advice-requests/{id}", $"/advice-requests/{about.Asked}"), ("/traffic-lights, a provider", $"/traffic-lights?provider={about.Provider}"), ("/traffic-lights/csv", $"/traffic-lights/csv?provider={about.Provider}"),
        ("/all-nil", "/all-nil"), ("/moves", "/moves"), ("/incidents", "/incidents"),
    ];

    private static (string, string)[] Figures(DateOnly today)
    {
        string[] ways = ["/dashboard?period={0}", "/dashboard/by?period={0}&by=service", "/dashboard/by?period={0}&by=need", "/dashboard/by?period={0}&by=age", "/dashboard?period={0}&trend=quarters", "/dashboard/csv?period={0}"];
        (string, string)[] Of(string name, string word) => [.. ways.Select(w => (w.Replace("{0}", name, StringComparison.Ordinal), w.Replace("{0}", word, StringComparison.Ordinal)))];
        return [.. Of("(quarter)", FigurePeriod.QuarterOf(today.AddMonths(-3)).Word), .. Of("(year)", FigurePeriod.AcademicYearOf(today.AddYears(-1)).Word)];
    }

    private static IEnumerable<PageVisit> Visits(Role who, (string Name, string Path)[] pages) => pages.Select(p => new PageVisit(who, p.Name, p.Path));

    private static IEnumerable<PageVisit> Searches(Role who, params (string Name, string Path, Search Search)[] pages) => pages.Select(p => new PageVisit(who, p.Name, p.Path, p.Search));
}
