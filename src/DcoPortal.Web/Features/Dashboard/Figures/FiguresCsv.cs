using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Parts.Dashboard;

namespace DcoPortal.Web.Features.Dashboard.Figures;

/// <summary>The figures of the page as a spreadsheet, as the page shows them, with their definitions.</summary>
internal static class FiguresCsv
{
    private static readonly string[] ShareColumns = ["In time", "Not in time"];

    public static byte[] Write(FiguresModel model)
    {
        string[] columns = model.RowsHaveOutcomes || model.Rows is null ? ["Fell due", .. AdviceOutcomes.Counted.Select(o => o.Label())] : ShareColumns;
        IReadOnlyList<string> headings = ["Period", model.Choice.Cut.Heading(), .. columns, "In time, nil returns left out"];
        IEnumerable<FigureText> all = columns == ShareColumns ? [Of(model, AdviceOutcome.InTime), model.Missed] : [model.Total, .. AdviceOutcomes.Counted.Select(o => Of(model, o))];
        CsvCell[] Line(string name, IEnumerable<FigureText> figures, string share) => [model.Period.Name, name, .. figures.Select(Cell), share];
        CsvCell[] Words(string words) => [words, .. Enumerable.Repeat(default(CsvCell), headings.Count - 1)];
        IEnumerable<IReadOnlyList<CsvCell>> lines =
        [
            .. (model.Rows ?? []).Select(r => Line(r.Name, r.Figures, r.ShareText)),
            Line("All", all, model.Headline),
            .. model.Reported.AsReported is (var on, var share, var row) ? [Line($"All, as reported on {on}", AsReported(row), share)] : Array.Empty<CsvCell[]>(),
            .. model.Reasons.Select(r => Line($"Not in time: {r.Name}", [.. Enumerable.Repeat(new FigureText(""), columns.Length - 1), r.Figure], "")),
            Words(model.Reported.Words),
            .. model.Reported.Corrections.Select(c => Words($"{c.Name}: {c.Reported} as reported, {c.Now} now")),
            .. AdviceOutcomes.Counted.Select(o => Words($"{o.Label()}: {o.Definition()}")),
        ];
        return CsvFile.Write(headings, lines);
    }

    private static IEnumerable<FigureText> AsReported(IReadOnlyDictionary<string, int> row) =>
        SmallNumbers.OfAll.Prepend(SmallNumbers.Total).Select(c => new FigureText(FigureShare.Number(row[c])) { Number = row[c] });

    private static FigureText Of(FiguresModel model, AdviceOutcome outcome) => model.Outcomes.FirstOrDefault(o => o.Outcomes is [var one] && one == outcome)?.Now ?? new(FigureShare.NotShown);

    private static CsvCell Cell(FigureText figure) => figure.Number is { } number ? CsvFile.Number(number) : figure.Text;
}
