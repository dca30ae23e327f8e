using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Benchmarks.Data;

/// <summary>Which cases are copied, how often, to which board and to which day. The same each time.</summary>
internal sealed class CopyPlan(BenchmarkShape shape, double size, Templates templates, BoardDirectories directories)
{
    // the portal gives out its own numbers from 1
    private const int FirstReference = 20_001;

    private readonly Dictionary<(string Prefix, int Year), int> _references = [];

    public IEnumerable<CaseCopy> Copies()
    {
        var (ended, number) = ((int)(shape.Ended * size), 0);
        var pickers = Enumerable.Range(0, shape.Boards).Select(b => new EndedPicker(Of(templates.Ended, b))).ToList();
        for (var n = 0; n < ended; n++) { yield return Copy(pickers[n % shape.Boards].Next(), ++number, n % shape.Boards, Weeks(ended - n, ended)); }
        var open = Enumerable.Range(0, shape.Boards).Select(b => Of(templates.Open, b)).ToList();
        for (var n = 0; n < shape.Open; n++)
        {
            var (board, turn) = (n % shape.Boards, n / shape.Boards);
            yield return Copy(open[board][turn % open[board].Count], ++number, board, 0);
        }
    }

    private List<Template> Of(IReadOnlyList<Template> all, int board) => [.. all.Where(t => directories.Has(board, t.AuthorityId))];

    // whole weeks, so that a working day stays one
    private static int Weeks(int left, int all) => 7 * Math.Max(1, (int)((long)left * BenchmarkShape.Days / 7 / all));

    private CaseCopy Copy(Template of, int number, int board, int days)
    {
        var (prefix, year) = (directories.PrefixOf(board, of.AuthorityId), of.NotifiedOn.AddDays(-days).Year);
        var next = _references[(prefix, year)] = _references.GetValueOrDefault((prefix, year), FirstReference - 1) + 1;
        return new(of, number, board, days) { Reference = AssessmentReference.Create(prefix, year, next).ToString() };
    }
}
