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
                    .Select(t => new HomeTile(t.Label, model.Shown(t.Count), Addresses.DashboardNow, t.Colour, t.Note)),
            ],
            Action = ("Open the dashboard", Addresses.Dashboard),
        };
    }
}
