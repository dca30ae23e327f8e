using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Parts.Dashboard;

namespace DcoPortal.Web.Features.Dashboard.Figures;

/// <summary>The figures of the page as a spreadsheet, hidden where the page hides them, with their definitions.</summary>
internal static class FiguresCsv
{
    public static byte[] Write(FiguresModel model)
    {
        IReadOnlyList<string> headings = ["Period", model.Choice.Cut.Heading(), "Fell due", .. AdviceOutcomes.Counted.Select(o => o.Label()), "In time, nil returns left out"];
        CsvCell[] Line(string name, IEnumerable<FigureText> figures, string share) => [model.Period.Name, name, .. figures.Select(Cell), share];
        IEnumerable<IReadOnlyList<CsvCell>> lines =
        [
            .. (model.Rows ?? []).Select(r => Line(r.Name, r.Figures, r.ShareText)),
            Line("All", [model.Total, .. model.Outcomes.Select(o => o.Now)], model.Headline),
            .. AdviceOutcomes.Counted.Select(o => (IReadOnlyList<CsvCell>)[$"{o.Label()}: {o.Definition()}", .. Enumerable.Repeat(default(CsvCell), headings.Count - 1)]),
        ];
        return CsvFile.Write(headings, lines);
    }

    private static CsvCell Cell(FigureText figure) => figure.Number is { } number ? CsvFile.Number(number) : figure.Text;
}
