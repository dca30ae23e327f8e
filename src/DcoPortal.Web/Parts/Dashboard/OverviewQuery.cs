using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Directory;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>Counts for the dashboard, under the person's own scope; for a board member, see <see cref="BoardMemberFigures"/>.</summary>
public sealed class OverviewQuery(PortalDb db, PortalDbFactory dbs, CurrentPerson person, UkClock clock)
{
    private sealed record Counts(IReadOnlyList<OpenCell> Open, EndedCount Ended, IReadOnlyList<MarkCell> Marks, IReadOnlyDictionary<Guid, int> HealthLate);

    /// <summary>The figures. A filter outside the person's scope counts nothing.</summary>
    public async Task<OverviewModel> ForAsync(DashboardFilters filters, CancellationToken ct)
    {
        var today = clock.Today;
        var isBoard = person.Scope.Kind == ScopeKind.FiguresOnly;
        // two views that differ by one filter would reveal what either hides, so a board member has one view
        if (isBoard) { filters = new DashboardFilters(); }
        var showMarks = person.May(Permission.ViewAssessments);
        var quarter = new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1);
        var counts = isBoard
            ? await BoardMemberFigures.CountAsync(dbs, person.Scope, c => CountAsync(c, filters, today, quarter, showMarks, ct))
            : await CountAsync(new Counting(db), filters, today, quarter, showMarks, ct);
        var providers = await db.Providers.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name, p.ShortName }).ToListAsync(ct);
        var services = await db.Services.AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new { s.Id, s.Name, s.Town, s.ProviderId }).ToListAsync(ct);
        var authorities = await AuthoritiesAsync(ct);
        var providerNames = providers.ToDictionary(p => p.Id, p => p.Name);
        // several providers have a service of the same name, and one may have it in two towns
        var shortNames = providers.ToDictionary(p => p.Id, p => p.ShortName);
        var serviceNames = services.ToDictionary(s => s.Id, s => $"{s.Name}, {ServicePlace.Of(shortNames.GetValueOrDefault(s.ProviderId, ""), s.Town)}");
        var marks = counts.Marks.ToDictionary(m => m.Authority);
        // what is open at one service or authority is few children: a board member reads the whole alone, which nothing is taken from
        List<ShareTable> tables = isBoard ? [] :
        [
            new("Open requests by provider", "Provider", "provider", Rows(counts, c => c.Provider, providerNames)),
            new("Open requests by service", "Service", "service", Rows(counts, c => c.Service, serviceNames)),
            new("Open requests by local authority", "Local authority", "authority", Rows(counts, c => c.Authority, authorities)),
        ];
        var tiles = Tiles(counts, today, isBoard);
        return new OverviewModel
        {
            Today = today,
            Filters = filters,
            FilteredTo = string.Join(", ",
                filters.Authority is { } a ? authorities.GetValueOrDefault(a, "An unknown authority") : person.Scope.Kind == ScopeKind.LocalAuthority ? person.Actor.Organisation : "All local authorities",
                filters.Provider is { } p ? providerNames.GetValueOrDefault(p, "an unknown provider") : "all providers",
                filters.Service is { } s ? serviceNames.GetValueOrDefault(s, "an unknown service") : "all services"),
            Tiles = tiles,
            Tables = tables,
            ShowMarks = showMarks,
            Marks = !showMarks ? [] : [.. authorities.Where(x => filters.Authority is null || x.Key == filters.Authority).Where(x => marks.ContainsKey(x.Key))
                .Select(x => new MarkRow(x.Key, x.Value, new Dictionary<AssessmentMark, int>
                {
                    [AssessmentMark.Open] = marks[x.Key].Open,
                    [AssessmentMark.Undecided] = marks[x.Key].Undecided,
                    [AssessmentMark.DecisionOverdue] = marks[x.Key].DecisionOverdue,
                    [AssessmentMark.PastWeek16] = marks[x.Key].PastWeek16,
                    [AssessmentMark.PlanOverdue] = marks[x.Key].PlanOverdue,
                    [AssessmentMark.HealthLate] = counts.HealthLate.GetValueOrDefault(x.Key),
                }))],
            RequestLinks = person.May(Permission.ViewAdviceRequests),
            AssessmentLinks = person.May(Permission.ViewAssessments),
            HidesSmallNumbers = isBoard,
            Authorities = [.. authorities.Select(x => new SelectListItem(x.Value, x.Key.ToString(), x.Key == filters.Authority))],
            Providers = [.. providers.Select(x => new SelectListItem(x.Name, x.Id.ToString(), x.Id == filters.Provider))],
            Services = [.. services.Select(x => new SelectListItem(serviceNames[x.Id], x.Id.ToString(), x.Id == filters.Service))],
        };
    }

    private static async Task<Counts> CountAsync(Counting count, DashboardFilters filters, DateOnly today, DateOnly quarter, bool marks, CancellationToken ct) => new(
        await count.OpenAsync(filters, today, ct),
        await count.EndedAsync(filters, quarter, ct),
        marks ? await count.MarksAsync(filters.Authority, today, ct) : [],
        marks ? await count.HealthLateAsync(filters.Authority, today, ct) : new Dictionary<Guid, int>());

    private static List<BoxTile> Tiles(Counts counts, DateOnly today, bool hidesSmall)
    {
        var open = counts.Open;
        string? Oldest(DateOnly? day, string none) => day is not { } d ? none : d >= today ? "oldest today" : $"oldest {UkText.Days(today.DayNumber - d.DayNumber)}";
        BoxTile Tile(RequestBox box, int count, string? note, string colour) => new(box, box.Label(), count, hidesSmall ? null : note, colour);
        var prepared = open.Min(c => c.OldestPrepared) is { } at ? UkClock.DateOf(at) : (DateOnly?)null;
        var (toSend, overdue, pastTarget, noDate, toCheck) = (open.Sum(c => c.ToSend), open.Sum(c => c.Overdue), open.Sum(c => c.PastTarget), open.Sum(c => c.NoDate), open.Sum(c => c.ToCheck));
        return
        [
            Tile(RequestBox.ToSend, toSend, Oldest(prepared, "nothing waiting"), "grey"),
            Tile(RequestBox.WithProfessionals, open.Sum(c => c.WithProfessionals), "on track", "blue"),
            Tile(RequestBox.DueSoon, open.Sum(c => c.DueSoon), $"{TrafficLight.DueSoonDays} days or fewer", "amber"),
            Tile(RequestBox.Overdue, overdue, overdue == 0 ? "none late" : Oldest(open.Min(c => c.OldestDue), ""), "red"),
            Tile(RequestBox.PastTarget, pastTarget, pastTarget == 0 ? "early information" : $"early information, {Oldest(open.Min(c => c.OldestTarget), "")}", "amber"),
            .. noDate == 0 ? Array.Empty<BoxTile>() : [Tile(RequestBox.NoDate, noDate, "asked for again by a local date, or the case ended", "grey")],
            Tile(RequestBox.ToCheck, toCheck, Oldest(open.Min(c => c.OldestAnswer), "nothing waiting"), "plum"),
            Tile(RequestBox.Returned, counts.Ended.Returned, $"{counts.Ended.ReturnedInQuarter.ToString("N0", UkText.Culture)} this quarter", "green"),
            Tile(RequestBox.Closed, counts.Ended.Closed, $"{counts.Ended.ClosedInQuarter.ToString("N0", UkText.Culture)} this quarter", "grey"),
        ];
    }

    private static List<ShareRow> Rows(Counts counts, Func<OpenCell, Guid> of, IReadOnlyDictionary<Guid, string> names)
    {
        var open = counts.Open.ToLookup(of);
        return [.. open.Select(g => g.Key)
            .Select(id => new ShareRow(id, names.GetValueOrDefault(id, "No longer in the directory"),
                open[id].Sum(c => c.ToSend), open[id].Sum(c => c.WithProfessionals), open[id].Sum(c => c.DueSoon), open[id].Sum(c => c.Overdue), open[id].Sum(c => c.PastTarget), open[id].Sum(c => c.NoDate), open[id].Sum(c => c.ToCheck)))
            .OrderByDescending(r => r.Open).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Id)];
    }

    /// <summary>The authorities the person's figures can be about, in order of name.</summary>
    private async Task<Dictionary<Guid, string>> AuthoritiesAsync(CancellationToken ct)
    {
        var scope = person.Scope;
        var own = scope.Kind == ScopeKind.LocalAuthority ? scope.LocalAuthorityId : (Guid?)null;
        var icb = scope.IcbId;
        var found = await db.LocalAuthorities.AsNoTracking()
            .Where(l => own != null ? l.Id == own : db.IcbCoverages.Any(c => c.IcbId == icb && c.LocalAuthorityId == l.Id))
            .OrderBy(l => l.Name).ThenBy(l => l.Id).Select(l => new { l.Id, l.Name }).ToListAsync(ct);
        return found.ToDictionary(l => l.Id, l => l.Name);
    }
}
