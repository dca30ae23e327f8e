namespace DcoPortal.Benchmarks.Data;

/// <summary>How the maker's SQL is said to SQLite. Another database has a class like this one, and nothing else of its own.</summary>
internal static class Sqlite
{
    public const string BeforeBulk = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -800000;";

    /// <summary>The journal that the portal runs with. The planner's statistics are the portal's own.</summary>
    public const string AfterBulk = "PRAGMA journal_mode = WAL;";

    /// <summary>Reads every index from end to end.</summary>
    public const string Analyse = "PRAGMA analysis_limit = 0; ANALYZE;";

    public const string Statistics = "SELECT tbl, coalesce(idx, ''), stat FROM sqlite_stat1 WHERE tbl NOT LIKE '=_=_%' ESCAPE '='";

    public const string ForeignKeyFaults = "SELECT \"table\" || ' row ' || rowid || ' has no ' || parent FROM pragma_foreign_key_check LIMIT 20";

    public const string Indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";

    public static string Quoted(string name) => $"\"{name}\"";

    /// <summary>An id of its own: eight digits in place of the first. Ids of the portal begin with their time, so these keep the order of time.</summary>
    public static string Renumbered(string id, string digits) => $"{digits} || substr({id}, 9)";

    /// <summary>A day or an instant so many days earlier: the time of the day stands behind the day.</summary>
    public static string Earlier(string when, string days) => $"date(substr({when}, 1, 10), '-' || {days} || ' days') || substr({when}, 11)";

    public static string Replaced(string text, string from, string to) => $"replace({text}, {from}, {to})";

    public static string Contains(string text, string part) => $"instr({text}, {part}) > 0";

    /// <summary>The rows of one table in the order of another: SQLite keeps the order of a cross join.</summary>
    public static string InOrderOf(string first, string then, string on) => $"{first} CROSS JOIN {then} WHERE {on}";
}
