using DcoPortal.Web.Parts.Dashboard;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The first page of a board member: the headline figures of the dashboard, never a child.</summary>
public sealed class BoardMemberHomeQuery(OverviewQuery figures, UkClock clock)
{
    private static readonly RequestBox[] Headline = [RequestBox.Overdue, RequestBox.DueSoon, RequestBox.WithProfessionals];

    /// <summary>The page.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct)
    {
        var model = await figures.ForAsync(new DashboardFilters(), ct);
        var (returned, onTime) = model.ReturnedThisQuarter;
        return new HomePage
        {
            Today = clock.Today,
            LookAt = LateFigure.Of(model),
            Tiles =
            [
                new("Returned on time this quarter", model.Percent(onTime, returned), Addresses.Dashboard, "green", model.Hides(returned) ? null : $"of {UkText.Count(returned, "statutory answer")} returned"),
                .. Headline.Select(b => model.Tiles.Single(t => t.Box == b))
                    .Select(t => new HomeTile(t.Label, model.Shown(t.Count, OverviewModel.Figure(t.Box.ToString())), Addresses.Dashboard, t.Colour, t.Note)),
            ],
            Sections = [.. model.Tables.Where(t => t.Filter != "service").Select(t => Section(model, t.Title, t.Filter, t.Rows))],
            Action = ("Open the dashboard", Addresses.Dashboard),
        };
    }

    // in the dashboard's own order and with its own hiding, so that neither tells a small number
    private static HomeSection Section(OverviewModel model, string title, string table, IReadOnlyList<ShareRow> rows) =>
        new(title, [.. rows.Take(HomeRows.Most).Select(r => new HomeItem($"{Addresses.Dashboard}#by-{table}", r.Name, string.Join(", ", Headline.Select(b => Figure(model, table, r, b)))))], "No request is open.")
        { Total = rows.Count, SeeAll = Addresses.Dashboard, Note = rows.Count == 0 ? null : "overdue, due soon and on track" };

    private static string Figure(OverviewModel model, string table, ShareRow row, RequestBox box) =>
        $"{box.Label().ToLower(UkText.Culture)} {model.Shown(row.Boxes.Single(b => b.Box == box).Count, OverviewModel.Figure(box.ToString(), table, row.Id))}";
}
