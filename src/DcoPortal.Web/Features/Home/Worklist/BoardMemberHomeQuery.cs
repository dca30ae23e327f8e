using DcoPortal.Web.Parts.Dashboard;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The first page of a board member: the headline figures of the dashboard, never a child.</summary>
public sealed class BoardMemberHomeQuery(OverviewQuery open, FiguresQuery figures, UkClock clock)
{
    private static readonly RequestBox[] Headline = [RequestBox.Overdue, RequestBox.DueSoon, RequestBox.WithProfessionals];

    /// <summary>The page.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct)
    {
        var model = await open.ForAsync(new DashboardFilters(), ct);
        var due = await figures.ForAsync(new FigureChoice(), ct);
        return new HomePage
        {
            Today = clock.Today,
            LookAt = LateFigure.Of(model, due),
            Tiles =
            [
                new($"In time, {due.Period.Name}", due.Headline, Addresses.Dashboard, "green", due.HeadlineOf),
                .. Headline.Select(b => model.Tiles.Single(t => t.Box == b))
                    .Select(t => new HomeTile(t.Label, model.Shown(t.Count, OverviewModel.Figure(t.Box.ToString())), Addresses.DashboardNow, t.Colour, t.Note)),
            ],
            Sections = [.. model.Tables.Where(t => t.Filter != "service").Select(t => Section(model, t.Title, t.Filter, t.Rows))],
            Action = ("Open the dashboard", Addresses.Dashboard),
        };
    }

    // in the dashboard's own order and with its own hiding, so that neither tells a small number
    private static HomeSection Section(OverviewModel model, string title, string table, IReadOnlyList<ShareRow> rows) =>
        new(title, [.. rows.Take(HomeRows.Most).Select(r => new HomeItem($"{Addresses.DashboardNow}#by-{table}", r.Name, string.Join(", ", Headline.Select(b => Figure(model, table, r, b)))))], "No request is open.")
        { Total = rows.Count, SeeAll = Addresses.DashboardNow, Note = rows.Count == 0 ? null : "overdue, due soon and on track" };

    private static string Figure(OverviewModel model, string table, ShareRow row, RequestBox box) =>
        $"{box.Label().ToLower(UkText.Culture)} {model.Shown(row.Boxes.Single(b => b.Box == box).Count, OverviewModel.Figure(box.ToString(), table, row.Id))}";
}
