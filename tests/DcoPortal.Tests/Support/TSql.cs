using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DcoPortal.Tests.Support;

/// <summary>Reads T-SQL as SQL Server 2019 does. Syntax only: tables, columns and types are not looked up.</summary>
internal static class TSql
{
    /// <summary>What the parser says against a script; nothing when it parses.</summary>
    public static IReadOnlyList<string> Problems(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(e => $"line {e.Line}: {e.Message}")];
    }
}
