using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Dashboard;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>A figure that a board member would ask about.</summary>
/// <param name="What">What is late, with its number.</param>
/// <param name="Who">All, one provider or one local authority.</param>
/// <param name="InAll">What the number is part of.</param>
/// <param name="Href">Where the dashboard shows it.</param>
public sealed record LateFigure(string What, string Who, string InAll, string Href)
{
    private static readonly AssessmentMark[] Marks = [AssessmentMark.PlanOverdue, AssessmentMark.DecisionOverdue];

    /// <summary>What is late now, health's before the authorities'; then the providers on time less often than all together, the worst first. A hidden figure is neither named nor ranked.</summary>
    public static IReadOnlyList<LateFigure> Of(OverviewModel model, FiguresModel due) => [.. Overdue(model).Concat(Unplanned(model)).Concat(OftenLate(due)).Take(DoFirst.Most)];

    private static IEnumerable<LateFigure> Overdue(OverviewModel model)
    {
        var all = model.Tiles.Single(t => t.Box == RequestBox.Overdue);
        if (all.Count > 0 && !model.IsHidden(all.Count, OverviewModel.Figure(nameof(RequestBox.Overdue))))
        {
            yield return new($"{UkText.Count(all.Count, "request")} overdue", "All providers", all.Note ?? "", Addresses.DashboardNow);
        }
        foreach (var row in Rows(model).Where(r => r.Overdue > 0 && !model.IsHidden(r.Overdue, OverviewModel.Figure(nameof(RequestBox.Overdue), "provider", r.Id))).OrderByDescending(r => r.Overdue))
        {
            yield return new($"{UkText.Count(row.Overdue, "request")} overdue", row.Name, $"of {model.Shown(row.Open, OverviewModel.Figure("Open", "provider", row.Id))} open", $"{Addresses.DashboardNow}#by-provider");
        }
    }

    private static IEnumerable<LateFigure> Unplanned(OverviewModel model) =>
        from mark in Marks
        from row in model.Marks
        let count = row.Counts[mark]
        where count > 0 && !model.Hides(count)
        orderby Array.IndexOf(Marks, mark), count descending
        select new LateFigure($"{mark.Label()}: {count.ToString("N0", UkText.Culture)}", row.Name, $"of {model.Shown(row.Counts[AssessmentMark.Open])} open assessments", $"{Addresses.DashboardNow}#marks-heading");

    // the figures come the least in time first
    private static IEnumerable<LateFigure> OftenLate(FiguresModel due) =>
        from row in due.Rows ?? []
        where row.Share < due.Share
        select new LateFigure($"{row.ShareText} in time", row.Name, due.Period.Name, Addresses.DashboardBy);

    private static IReadOnlyList<ShareRow> Rows(OverviewModel model) => model.Tables.Single(t => t.Filter == "provider").Rows;
}
