using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the cells of one row by heading, with the problems found while reading them. What the clock and the child's identity need
// refuses the row; any other cell that cannot be read is left out, and marked to be corrected
internal sealed partial class RowCells(SheetRow row, IReadOnlyDictionary<string, int> columns)
{
    public delegate bool Parser<T>(string? text, out T? value, out string problem);

    private readonly int line = row.Line;
    private readonly string[] cells = row.Cells;
    private readonly List<ImportProblem> problems = [];
    private readonly List<CellToCorrect> toCorrect = [];
    private readonly List<CellToCorrect> kept = [];

    public int Line => line;

    /// <summary>The row as it stands in its sheet.</summary>
    public SheetRow Row => row;

    public string[] Cells => cells;

    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <summary>The cells that are left out until somebody puts them right.</summary>
    public IReadOnlyList<CellToCorrect> ToCorrect => toCorrect;

    /// <summary>Those of them that no column holds, such as comments.</summary>
    public IReadOnlyList<CellToCorrect> Kept => kept;

    public bool HasErrors => problems.Any(p => !p.IsWarning);

    public void Problem(string? column, string words) => problems.Add(new(line, column, words));

    public void Warning(string? column, string words) => problems.Add(new(line, column, words, IsWarning: true));

    // reports the problem and returns null, for use in an expression
    public T? Problem<T>(string column, string words) where T : struct
    {
        Problem(column, words);
        return null;
    }

    /// <summary>Leaves one cell out: the row comes in without it.</summary>
    public void LeaveOut(string column, string words) => LeaveOut(column, Raw(column), words);

    public void LeaveOut(string column, string given, string words)
    {
        Warning(column, $"{words}. To be corrected");
        toCorrect.Add(new(column, given, words));
    }

    /// <summary>Keeps what no column holds, such as somebody's comment on a cell.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="given">Its words, which the preview says too.</param>
    /// <param name="words">Why it is kept.</param>
    public void Keep(string name, string given, string words)
    {
        kept.Add(new(name, given, words));
        Warning(name, $"“{given}”. To be corrected");
        toCorrect.Add(new(name, given, words));
    }

    /// <summary>Leaves one cell out, which is named otherwise on the case than in the file.</summary>
    public void LeaveOutAs(string column, string name, string words)
    {
        Warning(column, $"{words}. To be corrected");
        toCorrect.Add(new(name, Raw(column), words));
    }

    /// <summary>Whether the cell says something: words for "nothing" do not.</summary>
    public bool Has(string column) => Clean(column, keepLines: false) is { Length: > 0 } text && !SaysNothing(text);

    /// <summary>Whether the file has the column, and this row no day in it.</summary>
    public bool IsEmptyDay(string column) => columns.ContainsKey(column) && Clean(column, keepLines: false) is var text && (text.Length == 0 || IsNoDay(text));

    // of an answer "nil" is one: a nil return
    private static bool IsNoDay(string text) => SaysNothing(text) && !text.Equals("nil", StringComparison.OrdinalIgnoreCase);

    // a tick, a cross or a mark for "as above" is something where a day or an answer is expected
    private static bool SaysNothing(string text) => NotText.IsNothing(text) && !NotText.IsExcelError(text) && !NotText.PointsElsewhere(text) && !NotText.IsMark(text);

    /// <summary>The cell as it stands.</summary>
    public string Raw(string column) => columns.TryGetValue(column, out var index) && index < cells.Length ? cells[index].Trim() : "";

    /// <summary>What the sheet shows of a cell that the workbook holds as a date, where no date belongs; or null.</summary>
    public string? MadeDate(string column) => columns.TryGetValue(column, out var index) ? row.ShownDates.GetValueOrDefault(index) : null;

    public const string MadeDateWords = "a date, which Excel makes of what looks like one, such as 10/26 or 5-19: write it as text";

    /// <summary>The cells of the columns of dates that are not blank.</summary>
    public IEnumerable<(int Line, string Column, string Text)> Dates() =>
        NotificationColumns.Dates.Where(columns.ContainsKey).Select(c => (line, c, Clean(c, keepLines: false))).Where(d => d.Item3.Length > 0);

    public string? Text(string column, int most) => Limited(column, Clean(column, keepLines: false), most);

    public string? Lines(string column, int most) => Limited(column, Clean(column, keepLines: true), most, keepsStart: true);

    /// <summary>A name of the child, without which the row is refused where it cannot be read.</summary>
    public string? Name(string column, string text)
    {
        if (text.Length == 0) { return null; }
        if (NotText.IsExcelError(text)) { Problem(column, $"{text} is an error of Excel, not a name"); return null; }
        if (MadeDate(column) is not null) { Problem(column, "a date, not a name"); return null; }
        if (NotText.IsNoName(text)) { Problem(column, $"“{text}” is not a name"); return null; }
        if (text is "TRUE" or "FALSE" or "Yes" or "YES" or "yes") { Problem(column, $"“{text}” is an answer, not a name. Where Excel has made it of a name, write an apostrophe before it"); return null; }
        if (NotText.HasLostLetters(text)) { Problem(column, "some letters were lost when the file was saved: save it as an Excel workbook or CSV UTF-8"); return null; }
        if (NotText.MayBeNoName(text)) { Warning(column, $"is “{text}” the name?"); }
        if (NotText.Ungarbled(text) is { } meant)
        {
            Warning(column, $"read as {meant}: its letters were garbled when the file was saved");
            text = meant;
        }
        if (NotText.Unquoted(text) is { } inside)
        {
            Warning(column, "the quotation marks are left out");
            text = inside;
        }
        if (text.Length <= ChildOrYoungPerson.NameLength) { return text; }
        Problem(column, $"longer than {ChildOrYoungPerson.NameLength} characters");
        return null;
    }

    /// <summary>The cell without spaces around it, on one line.</summary>
    public string OneLine(string column) => Clean(column, keepLines: false);

    public DateOnly? Date(string column, bool required, SpreadsheetDates dates)
    {
        var text = Clean(column, keepLines: false);
        if (text.Length == 0 || (!required && SaysNothing(text)))
        {
            if (required) { Problem(column, "missing"); }
            return null;
        }
        if (dates.In(column).TryParse(text, out var date)) { return date; }
        Problem(column, NotText.IsExcelError(text) ? ErrorWords(text) : NotText.PointsElsewhere(text) ? "refers to another cell: write the date" : "not a real date");
        return null;
    }

    /// <summary>A day that the clock does not need.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="name">What it is called on the case, where it cannot be read.</param>
    /// <param name="dates">How dates are read.</param>
    public DateOnly? OptionalDate(string column, string name, SpreadsheetDates dates)
    {
        var text = Clean(column, keepLines: false);
        if (text.Length == 0 || IsNoDay(text)) { return null; }
        if (dates.In(column).TryParse(text, out var date)) { return date; }
        LeaveOutAs(column, name, NotText.IsExcelError(text) ? ErrorWords(text) : "not a real date");
        return null;
    }

    public T? Identifier<T>(string column, Parser<T> parse) where T : class
    {
        var text = Clean(column, keepLines: false);
        if (text.Length == 0) { return null; }
        if (NotText.IsExcelError(text)) { LeaveOut(column, ErrorWords(text)); return null; }
        if (NotText.PointsElsewhere(text)) { LeaveOut(column, "refers to another cell: write it out"); return null; }
        if (NotText.IsNothing(text)) { return null; }
        if (NotText.IsShortenedNumber(text)) { LeaveOut(column, NotText.HowToRepairShortened); return null; }
        if (!parse(NoughtsBehindThePoint().Replace(text, ""), out var value, out var problem)) { LeaveOut(column, problem); }
        return value;
    }

    public static string ErrorWords(string text) => text.Trim('#').Length == 0
        ? "##### means that the column was too narrow for Excel to write the value: make it wider and save again"
        : $"{text} is an error of Excel, not a value";

    // what formulas and programs write where there is nothing
    private static readonly HashSet<string> LeftByLookUp = ["FALSE", "0.0", "0.00", "nan", "NaN", "NaT", "NULL", "null", "00/01/1900", "00:00:00", "1900-01-00"];

    // of a long text its beginning is kept: an objection or a family's views are worth more than their end
    private string? Limited(string column, string text, int most, bool keepsStart = false)
    {
        if (text.Length == 0) { return null; }
        // what a look-up leaves for an empty cell; of a school year it is one
        if (text == "0" && column != NotificationColumns.YearGroup) { return null; }
        if (LeftByLookUp.Contains(text)) { return null; }
        if (MadeDate(column) is { } shown) { LeaveOut(column, shown, MadeDateWords); return null; }
        // "2E5" may be a class or a reference of somebody's own
        if (NotText.IsShortenedNumber(text) && text.Contains('+', StringComparison.Ordinal)) { LeaveOut(column, NotText.HowToRepairShortened); return null; }
        if (NotText.IsExcelError(text)) { LeaveOut(column, ErrorWords(text)); return null; }
        if (NotText.PointsElsewhere(text)) { LeaveOut(column, "refers to another cell: write it out"); return null; }
        // a tick says that something is meant, and not what
        if (NotText.IsMark(text) || NotText.IsInDoubt(text) || text == "TRUE") { LeaveOut(column, "does not say what"); return null; }
        if (NotText.IsNothing(text)) { return null; }
        if (NotText.HasLostLetters(text) && text.Contains('\uFFFD', StringComparison.Ordinal)) { LeaveOut(column, "some letters were lost when the file was saved"); return null; }
        if (NotText.Ungarbled(text) is { } meant)
        {
            Warning(column, "letters that were garbled when the file was saved are put right");
            text = meant;
        }
        if (text.Length <= most) { return text; }
        var limit = most.ToString("N0", CultureInfo.InvariantCulture);
        if (!keepsStart) { LeaveOut(column, $"longer than {limit} characters"); return null; }
        Warning(column, $"longer than {limit} characters: what comes after is left out. Send the whole of it as a document. To be corrected");
        toCorrect.Add(new($"{column}, the rest", text[most..], $"longer than {limit} characters: the end is left out. Send the whole of it as a document"));
        return text[..most];
    }

    private string Clean(string column, bool keepLines)
    {
        if (!columns.TryGetValue(column, out var index) || index >= cells.Length) { return ""; }
        var cell = cells[index];

        // people keep digits and dates as they are with ="…"
        if (TextGuard().Match(cell) is { Success: true } guard) { cell = guard.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal); }
        // spreadsheets, and our own refused-rows file, put an apostrophe before a cell that looks like a formula or a number
        if (cell is ['\'', '=' or '+' or '-' or '@' or (>= '0' and <= '9'), ..]) { cell = cell[1..]; }

        if (cell.Length == 0) { return ""; }
        var kept = new StringBuilder(cell.Length);
        foreach (var c in cell.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n"))
        {
            if (c == '\n' && keepLines) { kept.Append(c); }
            else if (!char.IsWhiteSpace(c) && !char.IsControl(c)) { kept.Append(c); }
            else if (kept.Length > 0 && kept[^1] is not (' ' or '\n')) { kept.Append(' '); }
        }
        return kept.ToString().Trim();
    }

    [GeneratedRegex(@"\A\s*=""(.*)""\s*\z", RegexOptions.Singleline)]
    private static partial Regex TextGuard();

    [GeneratedRegex(@"(?<=\A[0-9 ]+)\.0+\z")]
    private static partial Regex NoughtsBehindThePoint();
}
