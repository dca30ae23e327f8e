namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>A row of a sheet that is not blank.</summary>
/// <param name="Line">Its number as a spreadsheet shows it.</param>
/// <param name="Cells">Its cells as text; a cell that the workbook typed as a date is written year first.</param>
/// <param name="Mark">How the workbook marks it, in words, such as "hidden"; or null.</param>
internal sealed record SheetRow(int Line, string[] Cells, string? Mark = null)
{
    /// <summary>What the file says of single cells besides what stands in them.</summary>
    public IReadOnlyList<CellNote> Notes { get; init; } = [];

    /// <summary>The columns over which cells of it are merged sideways, the first and the last of each.</summary>
    public IReadOnlyList<(int From, int To)> Across { get; init; } = [];

    /// <summary>Its cells that the workbook holds as dates, each as the sheet shows it.</summary>
    public IReadOnlyDictionary<int, string> ShownDates { get; init; } = new Dictionary<int, string>();

    /// <summary>Why its cells cannot be those that were meant, in words, or null.</summary>
    public string? Wrong { get; init; }

    /// <summary>Why its cells may not be those that were meant, in words, or null.</summary>
    public string? Doubt { get; init; }
}

/// <summary>Something about one cell that does not stand in it.</summary>
/// <param name="Column">Which, from 0.</param>
/// <param name="Words">What it is, in words.</param>
/// <param name="Comment">The words of somebody's comment, which are kept; or null.</param>
internal sealed record CellNote(int Column, string Words, string? Comment = null);

/// <summary>A sheet of a workbook, or the whole of a text file.</summary>
/// <param name="Name">Its name; empty for a text file.</param>
/// <param name="Rows">Its first rows, at most as many as an import takes and a few more.</param>
/// <param name="RowCount">How many rows that are not blank it has.</param>
/// <param name="IsHidden">Whether the workbook hides it.</param>
internal sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows, int RowCount, bool IsHidden = false)
{
    /// <summary>Comments on cells of rows that hold nothing else, in words.</summary>
    public IReadOnlyList<string> OtherComments { get; init; } = [];

    /// <summary>What stands on it and in no cell, in words.</summary>
    public IReadOnlyList<string> LooseWords { get; init; } = [];

    /// <summary>The colours of its cells by line and column, from 1 and 0, where they have one.</summary>
    public IReadOnlyDictionary<(int Line, int Column), string> Colours { get; init; } = new Dictionary<(int, int), string>();

    /// <summary>Whether commas, semicolons or tabs alone say where a cell ends.</summary>
    public bool IsText => Name.Length == 0;

    /// <summary>Rows kept in memory: those that an import takes, and room for titles and totals.</summary>
    public const int MostKept = NotificationSpreadsheet.MostRows + 200;
}

/// <summary>What was found in a file: its sheets, or one sentence why there are none.</summary>
/// <param name="Sheets">The sheets that are not empty.</param>
/// <param name="Failure">Why none can be read, or null.</param>
/// <param name="CountsFrom1904">Whether the workbook says that it counts days from 1904; null where nothing says it.</param>
internal sealed record SheetFile(IReadOnlyList<Sheet> Sheets, string? Failure = null, bool? CountsFrom1904 = null)
{
    /// <summary>What stands on sheets of which no cell holds anything, in words.</summary>
    public IReadOnlyList<string> OnBlankSheets { get; init; } = [];

    /// <summary>What can be read of no file of its kind, in words, or null.</summary>
    public string? NotReadable { get; init; }

    /// <summary>Under which name Excel saves a file with such letters, where it is not the usual one; or null.</summary>
    public string? ReadAs { get; init; }

    public static SheetFile Refused(string sentence) => new([], sentence);

    /// <summary>Reads a file by what it is, whatever it is called.</summary>
    public static SheetFile Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SpreadsheetText.MostBytes) { return Refused($"The file is larger than {SpreadsheetText.MostBytes / 1024 / 1024} MB: split it into smaller files."); }
        return WorkbookFile.IsOne(bytes) ? WorkbookFile.Read(bytes) : DelimitedFile.Read(bytes);
    }

    // as an edited line of text each: what is blank is no row
    internal static bool IsBlank(string[] cells) => Array.TrueForAll(cells, string.IsNullOrWhiteSpace);
}
