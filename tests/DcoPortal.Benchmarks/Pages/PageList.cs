using DcoPortal.Domain.Access;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Benchmarks.Pages;

/// <summary>The main pages of every role. What each role may open stands in docs/access-matrix.md.</summary>
internal static class PageList
{
    private static readonly Shown[] Directory = ["/directory/services", "/directory/professionals", "/directory/search?q=therapy"];

    private static readonly string[] WaysOfFigures =
    [
        "/dashboard?period={0}", "/dashboard/by?period={0}&by=service", "/dashboard/by?period={0}&by=need", "/dashboard/by?period={0}&by=age", "/dashboard?period={0}&trend=quarters", "/dashboard/csv?period={0}",
    ];

    public static IReadOnlyList<PageVisit> Of(Subjects about, DateOnly today) =>
    [
        .. Visits(Role.LaCaseworker, [.. OfCaseworker(about), .. OfCase(about), "/advice-requests", "/advice-requests?box=Overdue", "/questions"]),
        .. Searches(Role.LaCaseworker, ("/assessments, a surname", Search.OfAssessments(about.Surname)), ("/search, a surname", Search.Everywhere(about.Surname))),
        .. Visits(Role.LaManager, ["/", "/assessments", "/dashboard", "/dashboard/now", "/admin/users", "/settings/clock", "/assessments/import"]),
        .. Visits(Role.DcoAdministrator, [.. OfDcoAdministrator(about), .. OfCase(about), .. Directory, "/admin/emails"]),
        .. Searches(Role.DcoAdministrator, ("/assessments, an NHS number", Search.OfAssessments(about.NhsNumber)), ("/advice-requests, a surname", Search.OfRequests(about.Surname)), ("/search, a surname", Search.Everywhere(about.Surname))),
        .. Visits(Role.DesignatedClinicalOfficer, ["/", .. Figures(today), "/dashboard/now", "/all-nil", "/escalations", "/assessments/csv"]),
        .. Visits(Role.Clinician, ["/", "/advice-requests", .. OfRequest(about, "", "/respond"), "/account/calendar"]),
        .. Visits(Role.ServiceLead, ["/", "/advice-requests", "/advice-requests?box=Returned", "/advice-requests/csv", .. OfRequest(about, "", "/pass-on"), "/cover", "/dashboard", "/dashboard/now", "/traffic-lights"]),
        .. Searches(Role.ServiceLead, ("/advice-requests, a surname", Search.OfRequests(about.Surname))),
        .. Visits(Role.BoardMember, ["/", .. Figures(today)]),
        .. Visits(Role.SystemAdministrator, ["/", "/admin/users", "/admin/organisations", "/admin/audit", "/admin/audit?page=2", "/admin/emails", ("/admin/emails, deep", $"/admin/emails?page={about.DeepEmails}"), .. Directory]),
    ];

    private static Shown[] OfCaseworker(Subjects about) =>
    [
        "/", "/assessments", "/assessments?mark=open", "/assessments?mark=health-late", "/assessments?owner=me", "/assessments?sort=reference", ("/assessments?mark=closed, deep", $"/assessments?mark=closed&page={about.DeepClosed}"),
        "/assessments/csv", ("/assessments/{ref}/advice.zip", $"/assessments/{about.Ended}/advice.zip"),
    ];

    private static Shown[] OfDcoAdministrator(Subjects about) =>
    [
        "/", "/assessments", "/triage", ("/assessments/{ref}/request-advice", $"/assessments/{about.InTriage}/request-advice"), "/chase", "/check", ("/check/{id}", $"/check/{about.ToCheck}"), "/all-nil", "/moves", "/incidents",
        "/advice-requests", "/advice-requests?box=Overdue", ("/advice-requests?box=Returned, deep", $"/advice-requests?box=Returned&page={about.DeepReturned}"), .. OfRequest(about, ""),
        ("/traffic-lights, a provider", $"/traffic-lights?provider={about.Provider}"), ("/traffic-lights/csv", $"/traffic-lights/csv?provider={about.Provider}"),
    ];

    private static Shown[] OfCase(Subjects about) =>
        [("/assessments/{ref}, open", $"/assessments/{about.Open}"), ("/assessments/{ref}, ended", $"/assessments/{about.Ended}"), ("/assessments/{ref}/activity", $"/assessments/{about.Open}/activity")];

    private static IEnumerable<Shown> OfRequest(Subjects about, params string[] pages) => pages.Select(p => new Shown($"/advice-requests/{{id}}{p}", $"/advice-requests/{about.Asked}{p}"));

    private static IEnumerable<Shown> Figures(DateOnly today) =>
        from period in new[] { ("(quarter)", FigurePeriod.QuarterOf(today.AddMonths(-3)).Word), ("(year)", FigurePeriod.AcademicYearOf(today.AddYears(-1)).Word) }
        from way in WaysOfFigures
        select new Shown(way.Replace("{0}", period.Item1, StringComparison.Ordinal), way.Replace("{0}", period.Word, StringComparison.Ordinal));

    private static IEnumerable<PageVisit> Visits(Role who, Shown[] pages) => pages.Select(p => new PageVisit(who, p.Name, p.Path));

    private static IEnumerable<PageVisit> Searches(Role who, params (string Name, Search Search)[] searches) => searches.Select(s => new PageVisit(who, s.Name, s.Search.Page, s.Search));

    /// <summary>A page by its address, with a name of its own where the address depends on the data.</summary>
    private readonly record struct Shown(string Name, string Path)
    {
        public static implicit operator Shown(string path) => new(path, path);

        public static implicit operator Shown((string Name, string Path) page) => new(page.Name, page.Path);
    }
}
