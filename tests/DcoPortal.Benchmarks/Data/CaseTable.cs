using Microsoft.Data.Sqlite;

namespace DcoPortal.Benchmarks.Data;

/// <summary>Copies the rows of one table that belong to cases: what is in a column decides what a copy has in it.</summary>
internal sealed class CaseTable(SqliteConnection connection, CopiedTable table)
{
    /// <summary>Every id of the directory and of accounts. What a case refers to and is not among them is of the case itself.</summary>
    public const string DirectoryIds = "DirectoryIds";

    private const int HashLength = 64;

    private string Source => $"Of{table.Name}";

    /// <summary>Adds the rows of all copies, in their order.</summary>
    public int Copy()
    {
        TakeSource();
        var columns = table.Columns.Select(c => (c.Name, Value: ValueOf(c))).ToList();
        var from = Sqlite.InOrderOf($"{CopyList.Table} c", $"{Source} s", $"s.{Column(table.CaseColumn!)} = {CopyList.CaseId}");
        return connection.Run($"INSERT INTO {Sqlite.Quoted(table.Name)} ({string.Join(", ", columns.Select(c => Sqlite.Quoted(c.Name)))}) SELECT {string.Join(", ", columns.Select(c => c.Value))} FROM {from}");
    }

    // a table that grows while it is read would be read for ever
    private void TakeSource()
    {
        var ofCase = Column(table.CaseColumn!);
        connection.Run($"CREATE TEMP TABLE {Source} AS SELECT * FROM {Sqlite.Quoted(table.Name)} s WHERE {ofCase} IN (SELECT CaseId FROM {CopyList.Table}){Kept}");
        connection.Run($"CREATE INDEX temp.{Source}_Case ON {Source} ({ofCase})");
    }

    /// <summary>The first emails and audit entries of a case that has ended; all of an open one.</summary>
    private string Kept => table.Name switch
    {
        "Emails" => First("QueuedUtc", BenchmarkShape.EmailsEach),
        "AuditEntries" => First("AtUtc", BenchmarkShape.AuditEntriesEach),
        _ => "",
    };

    private string First(string order, int most) =>
        $" AND (AssessmentId IN (SELECT CaseId FROM {CopyList.Table} WHERE Days = '0') OR Id IN (SELECT Id FROM (SELECT Id, row_number() OVER (PARTITION BY AssessmentId ORDER BY {order}, Id) AS At FROM {Sqlite.Quoted(table.Name)}) WHERE At <= {most}))";

    private string ValueOf(CopiedColumn column)
    {
        var value = $"s.{Column(column.Name)}";
        if (table.Name == CopiedTable.Assessments && CopyList.OfAssessment.TryGetValue(column.Name, out var own)) { return own; }
        if (column.Type == typeof(Guid)) { return IdOf(column, value); }
        if (column.Type == typeof(DateOnly) || column.Type == typeof(DateTime)) { return Sqlite.Earlier(value, CopyList.Days); }
        return column.Type == typeof(string) ? TextOf(column, value) : value;
    }

    private string IdOf(CopiedColumn column, string value)
    {
        if (column.Name == "Version") { return value; }
        var (directory, all) = (Count($"{value} IN (SELECT Id FROM {DirectoryIds})"), Count($"{value} IS NOT NULL"));
        if (directory == 0) { return Sqlite.Renumbered(value, CopyList.Digits); }
        if (directory == all) { return $"coalesce({Sqlite.Renumbered(value, CopyList.Board)}, {value})"; }
        throw new InvalidOperationException($"{table.Name}.{column.Name} holds ids of the directory and others: say what a copy has there.");
    }

    private string TextOf(CopiedColumn column, string value)
    {
        if (column.IsUnique && column.Name != "Reference") { return $"{value} || ':' || {CopyList.Digits}"; }
        // the same bytes or words in two cases are told to people: a copy's are its own
        if (Count($"length({value}) = {HashLength} AND {value} NOT GLOB '*[^0-9a-fA-F]*'") is > 0 and var hashes && hashes == Count($"{value} IS NOT NULL") && column.Name != "StorageKey") { return Sqlite.Renumbered(value, CopyList.Digits); }
        return Names(value) ? Sqlite.Replaced(value, CopyList.Before, CopyList.Reference) : value;
    }

    private bool Names(string value) =>
        connection.Value<long>($"SELECT EXISTS (SELECT 1 FROM {Source} s JOIN (SELECT DISTINCT CaseId, Before FROM {CopyList.Table}) c ON s.{Column(table.CaseColumn!)} = {CopyList.CaseId} WHERE {Sqlite.Contains(value, CopyList.Before)})") == 1;

    private long Count(string condition) => connection.Value<long>($"SELECT count(*) FROM {Source} s WHERE {condition}");

    private static string Column(string name) => Sqlite.Quoted(name);
}
