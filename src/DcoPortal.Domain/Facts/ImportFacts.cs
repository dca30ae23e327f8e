using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Facts;

/// <summary>A spreadsheet of notifications was uploaded and read; nothing was imported yet.</summary>
public sealed record SpreadsheetUploaded(Guid ImportId, int Rows) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Import {ImportId:N}, {Rows} rows";

    /// <inheritdoc />
    public override string Sentence => "Spreadsheet of notifications uploaded";
}

/// <summary>A person said how a spreadsheet is to be read, or which of its rows are taken.</summary>
public sealed record ImportAnswered(Guid ImportId, string What) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Import {ImportId:N}: {What}";

    /// <inheritdoc />
    public override string Sentence => "Said how a spreadsheet is to be read";
}

/// <summary>What a row of a spreadsheet said was added to a case that was there.</summary>
public sealed record RowAddedToCase(CaseKeys Keys, int Line) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"Row {Line}";

    /// <inheritdoc />
    public override string Sentence => "Added what a row of a spreadsheet says";
}

/// <summary>Something that an import could not read was put right or needs nothing more.</summary>
public sealed record ImportedCellDealtWith(CaseKeys Keys, string Field, string Given) : AuditFact(Keys)
{
    /// <summary>What stood there: the activity keeps it.</summary>
    public override string? Before => CellWords.Cut(Given);

    /// <inheritdoc />
    public override string? After => Field;

    /// <inheritdoc />
    public override string Sentence => "What an import could not read was dealt with";
}

/// <summary>Something that an import could not read, and that had been dealt with, is to be corrected after all.</summary>
public sealed record ImportedCellPutBack(CaseKeys Keys, string Field, string Given) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => Field;

    /// <summary>What stands on the list again.</summary>
    public override string? After => CellWords.Cut(Given);

    /// <inheritdoc />
    public override string Sentence => "What an import could not read is to be corrected after all";
}

internal static class CellWords
{
    // what an entry of the trail holds
    private const int Longest = 4000;

    public static string Cut(string given) => given.Length <= Longest ? given : given[..(Longest - 1)] + "…";
}

/// <summary>A person took over a notification that a colleague had begun and, without an account, can't finish.</summary>
public sealed record DraftTakenOver(Guid DraftId, string FromName) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? Before => FromName;

    /// <inheritdoc />
    public override string? After => $"Draft {DraftId:N}";

    /// <inheritdoc />
    public override string Sentence => "Draft of a notification taken over";
}

/// <summary>A person confirmed that the good rows of a spreadsheet are to be imported.</summary>
public sealed record ImportConfirmed(Guid ImportId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Import {ImportId:N}";

    /// <inheritdoc />
    public override string Sentence => "Import of notifications confirmed";
}

/// <summary>A spreadsheet was thrown away before anything was imported from it.</summary>
public sealed record ImportDiscarded(Guid ImportId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? Before => $"Import {ImportId:N}";

    /// <inheritdoc />
    public override string Sentence => "Spreadsheet of notifications discarded";
}

/// <summary>Rows of a finished import that nobody had looked at need nothing more.</summary>
public sealed record ImportedRowsSettled(Guid ImportId, int Rows) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Import {ImportId:N}: {Rows} left out";

    /// <inheritdoc />
    public override string Sentence => "Rows of an import that were to be looked at left out";
}

/// <summary>An import ended: every row that could be imported was, in one save.</summary>
public sealed record ImportFinished(Guid ImportId, int Imported, int PassedOver, int Refused, int ToLookAt) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Import {ImportId:N}: {Imported} imported, {PassedOver} passed over, {Refused} refused{(ToLookAt > 0 ? $", {ToLookAt} to look at" : "")}";

    /// <inheritdoc />
    public override string Sentence => "Notifications imported";
}
