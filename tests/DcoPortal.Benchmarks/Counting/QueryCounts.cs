namespace DcoPortal.Benchmarks.Counting;

/// <summary>What the portal asked of the database since the last look.</summary>
/// <param name="Queries">Commands, writes among them.</param>
/// <param name="Rows">Rows that the portal read.</param>
/// <param name="Steps">Instructions that SQLite ran for them: the work of the database, whatever the machine. Zero on SQL Server.</param>
/// <param name="Scanned">Rows of those that SQLite read from end to end of a table or an index that it made for the query.</param>
internal sealed record QueryCounts(int Queries, long Rows, long Steps, long Scanned);
