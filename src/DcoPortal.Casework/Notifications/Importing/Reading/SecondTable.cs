using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// a tracker kept by area has the headings again above each area; in another order the rows beneath them say other things
internal static class SecondTable
{
    private const int FewestTelling = 2;
    private const int FewestWords = 3;
    private const int LongestWords = 40;

    /// <summary>The lines of the rows that repeat the headings as they are, which say nothing.</summary>
    public static IReadOnlyList<int> Repeated(Sheet sheet, int at, ReadingChoices choices) =>
        [.. sheet.Rows.Skip(at + 1).Where(r => IsHeadings(r, choices) && IsSame(sheet.Rows[at], r, choices)).Select(r => r.Line)];

    /// <summary>That rows repeat the headings, in words.</summary>
    public static IEnumerable<string> Told(Sheet sheet, int at, ReadingChoices choices) => Repeated(sheet, at, choices).Select(line => $"Row {line}, which repeats the headings");

    /// <summary>Why the sheet is not read, where rows of it follow other headings; or null.</summary>
    public static string? Failure(Sheet sheet, int at, ReadingChoices choices) =>
        sheet.Rows.Index().FirstOrDefault(r => r.Index != at && IsHeadings(r.Item, choices) && !IsSame(sheet.Rows[at], r.Item, choices) && (r.Index > at || HasRows(sheet, r.Index, at))) is (var _, { } other)
            ? $"Row {other.Line} holds headings again, otherwise than row {sheet.Rows[at].Line}, so that the rows beneath would be read wrongly. Put each table into a file of its own, or all rows under one row of headings, and upload again." : null;

    /// <summary>The rows, each with a doubt that stands beneath a row of words alone, which may be the headings of another table in words that nobody knows.</summary>
    public static IReadOnlyList<SheetRow> Doubted(IReadOnlyList<SheetRow> rows, IReadOnlyDictionary<string, int> columns)
    {
        List<SheetRow> doubted = [];
        SheetRow? words = null;
        foreach (var row in rows)
        {
            doubted.Add(words is null || row.Doubt is not null ? row : row with { Doubt = $"row {words.Line} above it holds words and no child, such as the headings of another table. Take the row only if each cell stands under its heading in the first" });
            if (IsWordsAlone(row, columns)) { words = row; }
        }
        return doubted;
    }

    // no child has words where figures belong, and not one figure; or words for a wish in a row without a day
    private static bool IsWordsAlone(SheetRow row, IReadOnlyDictionary<string, int> columns)
    {
        var cells = row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        if (cells.Count < FewestWords || cells.Exists(c => c.Length > LongestWords || c.Any(char.IsDigit))) { return false; }
        var ofFigures = Figures.Where(columns.ContainsKey).Select(c => row.Cells.ElementAtOrDefault(columns[c]) ?? "").Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        return ofFigures.Count == 0 ? cells.Exists(WishHeadings.IsWish) : ofFigures.Count >= FewestTelling && ofFigures.TrueForAll(c => c.Any(char.IsLetter) && !NotText.IsNothing(c) && !NotText.PointsElsewhere(c));
    }

    private static readonly string[] Figures = [.. NotificationColumns.Dates, NotificationColumns.NhsNumber, NotificationColumns.Upn, NotificationColumns.Postcode];

    // a row of names for groups of columns stands right above the headings
    private static bool HasRows(Sheet sheet, int from, int to) => sheet.Rows.Take(to).Skip(from + 1).Any(r => r.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) > 2);

    // no child has a cell that says "DOB" and one that says "Surname"; of fewer such words, no day of any child may stand beside them
    private static bool IsHeadings(SheetRow row, ReadingChoices choices)
    {
        var cells = row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        var known = cells.Select(c => Column(c, choices) ?? ServiceHeading.Of(c)?.ToString()).OfType<string>().Distinct().ToList();
        var telling = known.Count(NotificationSpreadsheet.IsTelling);
        if (telling >= FewestTelling) { return true; }
        return known.Count >= NotificationSpreadsheet.FewestHeadings && (telling > 0 || known.Count == cells.Count) && !cells.Exists(c => new SpreadsheetDates().TryParse(c, out _));
    }

    private static bool IsSame(SheetRow headings, SheetRow row, ReadingChoices choices) => Enumerable.Range(0, Math.Max(headings.Cells.Length, row.Cells.Length)).All(i =>
        (headings.Cells.ElementAtOrDefault(i) ?? "", row.Cells.ElementAtOrDefault(i) ?? "") is var (one, other)
        && (NotificationColumns.Key(one) == NotificationColumns.Key(other) || (Column(one, choices) is { } column && column == Column(other, choices))));

    private static string? Column(string cell, ReadingChoices choices) => ColumnNames.Sure(cell) ?? ColumnNames.Whole(cell) ?? (choices.Columns?.GetValueOrDefault(NotificationColumns.Key(cell)) is { Length: > 0 } chosen ? chosen : null);
}
