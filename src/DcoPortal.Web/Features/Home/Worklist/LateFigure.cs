using DcoPortal.Web.Parts.Dashboard;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>A figure that a board member would ask about.</summary>
/// <param name="What">What is late, with its number.</param>
/// <param name="Who">All, or one provider.</param>
/// <param name="InAll">What the number is part of.</param>
/// <param name="Href">Where the dashboard shows it.</param>
public sealed record LateFigure(string What, string Who, string InAll, string Href)
{
    /// <summary>What is late now in all; then the providers on time less often than all together, the worst first.</summary>
    public static IReadOnlyList<LateFigure> Of(OverviewModel model, FiguresModel due) => [.. Overdue(model).Concat(OftenLate(due)).Take(DoFirst.Most)];

    private static IEnumerable<LateFigure> Overdue(OverviewModel model)
    {
        var all = model.Tiles.Single(t => t.Box == RequestBox.Overdue);
        if (all.Count > 0 && !model.Hides(all.Count)) { yield return new($"{UkText.Count(all.Count, "request")} overdue", "All providers", "of what is open now", Addresses.DashboardNow); }
    }

    // the figures come the least in time first
    private static IEnumerable<LateFigure> OftenLate(FiguresModel due) =>
        from row in due.Rows ?? []
        where row.Share < due.Share
        select new LateFigure($"{row.ShareText} in time", row.Name, due.Period.Name, Addresses.DashboardBy);
}
