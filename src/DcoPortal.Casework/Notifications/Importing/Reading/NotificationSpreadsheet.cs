using System.Globalization;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>Reads a spreadsheet of notifications: bytes in, rows with verdicts out. It saves nothing and throws on no input.</summary>
public static class NotificationSpreadsheet
{
    /// <summary>The most rows in one file, headings and blank rows not counted.</summary>
    public const int MostRows = 5_000;

    /// <summary>Whether a list of notifications has such a column.</summary>
    internal static bool IsTelling(string column) => Telling.Contains(column);

    // rows among which the headings are looked for: titles and "Printed on" stand above them
    private const int MostTitleRows = 20;

    // a file in which fewer headings are known or may be guessed is another list
    internal const int FewestHeadings = 2;

    private static readonly string[] Telling = [.. NotificationColumns.Required, ColumnNames.SurnameFirst, ColumnNames.ForenamesFirst];

    // a longer cell is a sentence, whatever it speaks of
    private const int LongestHeading = 60;

    private const int Samples = 2;

    /// <summary>Reads a file that leaves no question open.</summary>
    public static ImportReading Read(ReadOnlySpan<byte> bytes, DateOnly today) => Read(bytes, today, ReadingChoices.None);

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file as uploaded: an Excel workbook, or CSV with commas, semicolons or tabs, in UTF-8, UTF-16, Windows-1252, or as Excel writes it for a Macintosh or MS-DOS.</param>
    /// <param name="today">Today in Europe/London: nothing may be later.</param>
    /// <param name="choices">What people have said about the file.</param>
    /// <param name="isTracker">Whether it is a tracker of several authorities, which each row must name.</param>
    public static ImportReading Read(ReadOnlySpan<byte> bytes, DateOnly today, ReadingChoices choices, bool isTracker = false)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var file = SheetFile.Read(bytes);
        if (file.Failure is { } failure) { return ImportReading.Refused(failure); }

        var seen = file.Sheets.Where(s => !s.IsHidden).ToList();
        if (seen.Count == 0) { return ImportReading.Refused("Every sheet of the workbook is hidden: show the one with the notifications and upload it again."); }
        var found = seen.Select(s => (Sheet: s, At: HeadingsAt(s, choices))).Where(s => s.At is not null).ToList();
        if (found.Count == 0) { return ImportReading.Refused(Unknown(seen[0])); }
        var withRows = found.Where(s => s.At < s.Sheet.Rows.Count - 1).ToList();
        if (withRows.Count == 0) { return ImportReading.Refused("The file has headings but no rows beneath them."); }
        if (withRows.Count > 1 && withRows.All(s => s.Sheet.Name != choices.Sheet))
        {
            return ImportReading.Asking(new SheetQuestion([.. withRows.Select(s => (s.Sheet.Name, s.Sheet.RowCount - s.At!.Value - 1))]), withRows[0].Sheet.RowCount);
        }
        var (sheet, at) = withRows.Count == 1 ? withRows[0] : withRows.First(s => s.Sheet.Name == choices.Sheet);
        if (RowsAbove.Failure(sheet, at!.Value, choices, today) is { } lost) { return ImportReading.Refused(lost); }
        if (SecondTable.Failure(sheet, at.Value, choices) is { } second) { return ImportReading.Refused(second); }
        // any other sheet may hold what nobody may lose: a wish, a list of late ones
        var left = file.Sheets.Where(s => s != sheet && !TemplateWorkbook.IsOurs(s)).Select(s => $"{s.Name} ({(s.IsHidden ? "hidden, " : "")}{UkText.Count(s.RowCount - (HeadingsAt(s, choices) is { } h ? h + 1 : 0), "row")})").ToList();
        var reading = Read(sheet, at.Value, file.CountsFrom1904, today, choices, isTracker);
        return reading with { SheetRead = left.Count == 0 ? null : sheet.Name, SheetsLeft = left, ReadAs = file.ReadAs, NotRead = [.. RowsAbove.Told(sheet, at.Value), .. SecondTable.Told(sheet, at.Value, choices), .. RowsAbove.Comments(sheet, at.Value).Concat(sheet.OtherComments).Select(c => $"A comment of the workbook in {c}"), .. sheet.LooseWords, .. file.OnBlankSheets, .. ColouredRows.Told(sheet.Colours, [.. reading.Rows.Select(r => r.Line)]) is { } coloured ? [coloured] : Array.Empty<string>(), .. file.NotReadable is { } words ? [words] : Array.Empty<string>()] };
    }

    private static ImportReading Read(Sheet sheet, int at, bool? countsFrom1904, DateOnly today, ReadingChoices choices, bool isTracker)
    {
        var count = sheet.RowCount - at - 1;
        if (count > MostRows) { return ImportReading.Refused(TooMany(count)); }
        string[] headings = Named(sheet, at);
        var matched = ColumnMatch.Of(headings, choices, isTracker);
        if (matched.Failure is { } wrong) { return ImportReading.Refused(wrong); }
        var repeated = SecondTable.Repeated(sheet, at, choices).ToHashSet();
        var rows = sheet.Rows.Skip(at + 1).Where(r => !repeated.Contains(r.Line)).ToList();
        // a column that nobody knows may hold what nobody may lose: an objection, a decision
        if (choices.IsRemembered && WholeNamesDiffer(matched.Columns, rows)) { choices = choices with { MatchAnew = true }; }
        if (choices.MatchAnew || matched.Missing.Count > 0 || matched.Unsaid.Any(c => rows.Exists(r => c < r.Cells.Length && !string.IsNullOrWhiteSpace(r.Cells[c]))))
        {
            return matched.Unsaid.Count > 0 || choices.MatchAnew
                ? ImportReading.Asking(matched.Question(headings, c => [.. rows.Select(r => c < r.Cells.Length ? r.Cells[c].Trim() : "").Where(v => v.Length > 0).Take(Samples)]), count)
                : ImportReading.Refused(matched.MissingWords);
        }
        rows = [.. SecondTable.Doubted(rows, matched.Columns)];
        var read = (sheet.IsText ? MovedCells.Looked(rows, sheet.Rows[at].Cells.Length, matched.Columns) : rows.Select(r => MergedColumns.Filled(r, headings, matched.Columns))).Select(r => new RowCells(r, matched.Columns)).ToList();
        if (DateDoubts.Find([.. read.SelectMany(r => r.Dates())], choices, countsFrom1904, today, NotificationColumns.Dates.Any(c => matched.Columns.TryGetValue(c, out var i) && DateDoubts.SaysMonthFirst(headings[i]))) is { } doubt) { return ImportReading.Asking(doubt, count); }

        var reader = new NotificationRowReader(headings, matched.Columns, new(choices.Dates ?? DateOrder.DayFirst, choices.CountsFrom1904 ?? countsFrom1904 ?? false) { ExchangedIn = choices.ExchangedIn ?? [] }, today)
        {
            OtherWayRound = choices.Dates is { } order ? DateDoubts.OtherWayRound([.. read.SelectMany(r => r.Dates())], order) : new HashSet<string>(),
        };
        var passedOver = read.Where(NotificationRowReader.IsTotal).Select(r => r.Line).ToList();
        List<ImportRowVerdict> verdicts = [.. read.Where(r => !NotificationRowReader.IsTotal(r)).Select(reader.Read)];
        return verdicts.Count == 0
            ? ImportReading.Refused("The file has headings but no rows beneath them.")
            : new(null, headings, matched.Ignored, verdicts) { Columns = matched.Columns, PassedOver = passedOver, RowCount = verdicts.Count };
    }

    // "Smith, Jo" was the other file's way: without a comma the surname may stand last
    private static bool WholeNamesDiffer(IReadOnlyDictionary<string, int> columns, IReadOnlyList<SheetRow> rows) =>
        columns.TryGetValue(ColumnNames.SurnameFirst, out var at) && rows.Any(r => at < r.Cells.Length && r.Cells[at].Trim().Contains(' ', StringComparison.Ordinal) && !r.Cells[at].Contains(',', StringComparison.Ordinal));

    // a remark often stands in a column without a heading, at the right
    private static string[] Named(Sheet sheet, int at)
    {
        var below = sheet.Rows.Skip(at + 1).ToList();
        var row = sheet.Rows[at];
        return [.. row.Cells.Select((heading, i) => string.IsNullOrWhiteSpace(heading) && below.Exists(r => i < r.Cells.Length && !string.IsNullOrWhiteSpace(r.Cells[i])) ? Unnamed(row, i) : heading)];
    }

    // a heading merged over several columns is that of each
    private static string Unnamed(SheetRow headings, int at) => headings.Across.FirstOrDefault(a => a.From < at && at <= a.To) is { To: > 0 } over && headings.Cells[over.From].Trim() is { Length: > 0 } heading
        ? $"{heading}, column {Letters(at)}" : $"Column {Letters(at)}, no heading";

    internal static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";

    // the row of headings, as an index among the rows that are not blank; null where none looks like it
    private static int? HeadingsAt(Sheet sheet, ReadingChoices choices)
    {
        var best = sheet.Rows.Take(MostTitleRows)
            .Select((row, index) => (index, Columns: row.Cells.Where(h => h.Length <= LongestHeading).Select(h => ColumnNames.Guess(h) ?? choices.Columns?.GetValueOrDefault(NotificationColumns.Key(h))).OfType<string>().Distinct().ToList()))
            // a sheet of lists to choose from has headings of ours too, but nothing about a child
            .Where(r => r.Columns.Count >= FewestHeadings && r.Columns.Any(Telling.Contains))
            .OrderByDescending(r => r.Columns.Count).ThenBy(r => r.index).Select(r => (int?)r.index).FirstOrDefault();
        return best;
    }

    private static string TooMany(int rows)
    {
        string Words(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
        return $"The file has {Words(rows)} rows, and one import takes {Words(MostRows)}: split it into {Words((rows + MostRows - 1) / MostRows)} files, each with the headings, and import one after the other.";
    }

    private static string Unknown(Sheet sheet) => sheet.Rows[0].Cells.Count(h => NotificationColumns.Known(h) is not null) == 1
        ? ColumnMatch.Of(sheet.Rows[0].Cells, ReadingChoices.None).MissingWords
        : "This does not look like a spreadsheet of notifications: its first rows have none of the headings expected, " +
            $"such as {NotificationColumns.RequestReceived}, {NotificationColumns.Surname} and {NotificationColumns.DateOfBirth}.";
}
