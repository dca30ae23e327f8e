using System.Globalization;
using System.Text;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the cells of one row by heading, with the problems found while reading them
internal sealed class RowCells(int line, IReadOnlyList<string> cells, IReadOnlyDictionary<string, int> columns)
{
    public delegate bool Parser<T>(string? text, out T? value, out string problem);

    private readonly List<ImportProblem> problems = [];

    public int Line => line;

    public IReadOnlyList<ImportProblem> Problems => problems;

    public bool HasErrors => problems.Any(p => !p.IsWarning);

    public void Problem(string? column, string words) => problems.Add(new(line, column, words));

    public void Warning(string words) => problems.Add(new(line, null, words, IsWarning: true));

    // reports the problem and returns null, for use in an expression
    public T? Problem<T>(string column, string words) where T : struct
    {
        Problem(column, words);
        return null;
    }

    public bool Has(string column) => Clean(column, keepLines: false).Length > 0;

    public string? Text(string column, int most, bool required = false) => Limited(column, Clean(column, keepLines: false), most, required);

    public string? Lines(string column, int most) => Limited(column, Clean(column, keepLines: true), most, required: false);

    public DateOnly? Date(string column, bool required)
    {
        var text = Clean(column, keepLines: false);
        if (text.Length == 0)
        {
            if (required) Problem(column, "missing");
            return null;
        }

        if (SpreadsheetDates.TryParse(text, out var date)) return date;
        Problem(column, "not a real date");
        return null;
    }

    public bool? YesNo(string column)
    {
        var text = Clean(column, keepLines: false);
        return text.ToUpperInvariant() switch
        {
            "" => null,
            "YES" or "Y" or "TRUE" => true,
            "NO" or "N" or "FALSE" => false,
            _ => Problem<bool>(column, "must be Yes, No or blank"),
        };
    }

    public T? Identifier<T>(string column, Parser<T> parse) where T : class
    {
        var text = Clean(column, keepLines: false);
        if (text.ToUpperInvariant() is "" or "-" or "N/A" or "NONE" or "UNKNOWN" or "NOT KNOWN") return null;
        if (!parse(text, out var value, out var problem)) Problem(column, problem);
        return value;
    }

    private string? Limited(string column, string text, int most, bool required)
    {
        if (text.Length == 0)
        {
            if (required) Problem(column, "missing");
            return null;
        }

        if (text.Length <= most) return text;
        Problem(column, $"longer than {most.ToString("N0", CultureInfo.InvariantCulture)} characters");
        return null;
    }

    private string Clean(string column, bool keepLines)
    {
        if (!columns.TryGetValue(column, out var index) || index >= cells.Count) return "";
        var cell = cells[index];

        // spreadsheets, and our own refused-rows file, put an apostrophe before a cell that looks like a formula
        if (cell is ['\'', '=' or '+' or '-' or '@', ..]) cell = cell[1..];

        if (cell.Length == 0) return "";
        var kept = new StringBuilder(cell.Length);
        foreach (var c in cell.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n"))
        {
            if (c == '\n' && keepLines) kept.Append(c);
            else if (!char.IsWhiteSpace(c) && !char.IsControl(c)) kept.Append(c);
            else if (kept.Length > 0 && kept[^1] is not (' ' or '\n')) kept.Append(' ');
        }

        return kept.ToString().Trim();
    }
}
