using DcoPortal.Web.Parts.Dashboard;

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
            Lead = "How health keeps to its 6 weeks for advice, today and in this quarter. The dashboard shows it by provider, service and local authority, beside the authorities' own limits. Figures never name a child.",
            Tiles =
            [
                new("Returned on time this quarter", model.Percent(onTime, returned), Addresses.Dashboard, "green", model.Hides(returned) ? null : $"of {UkText.Count(returned, "statutory answer")} returned"),
                .. Headline.Select(b => model.Tiles.Single(t => t.Box == b))
                    .Select(t => new HomeTile(t.Label, model.Shown(t.Count, OverviewModel.Figure(t.Box.ToString())), Addresses.Dashboard, t.Colour, t.Note)),
            ],
            Action = ("Open the dashboard", Addresses.Dashboard),
        };
    }
}
