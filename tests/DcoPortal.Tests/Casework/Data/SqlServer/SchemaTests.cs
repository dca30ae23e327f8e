using System.Globalization;
using System.Text.RegularExpressions;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DcoPortal.Tests.Casework.Data.SqlServer;

/// <summary>What can be held true of SQL Server without a server: the script's syntax and the limits of the model.</summary>
public sealed partial class SchemaTests
{
    private static readonly ScopeKind[] Kinds = Enum.GetValues<ScopeKind>();

    internal static SqlServerPortalDb SqlServer(ScopeKind kind = ScopeKind.System) => new(
        (DbContextOptions<SqlServerPortalDb>)new DbContextOptionsBuilder<SqlServerPortalDb>().UsePortalSqlServer("Server=none").Options, new AccessScope { Kind = kind });

    private static SqlitePortalDb Sqlite(ScopeKind kind = ScopeKind.System) => new(
        (DbContextOptions<SqlitePortalDb>)new DbContextOptionsBuilder<SqlitePortalDb>().UsePortalSqlite("Data Source=none").Options, new AccessScope { Kind = kind });

    private static IRelationalModel Tables(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    [Fact]
    public void The_script_for_SQL_Server_parses_and_makes_every_table()
    {
        using var db = SqlServer();

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Empty(TSql.Problems(script));
        foreach (var table in Tables(db).Tables) { Assert.Contains($"CREATE TABLE [{table.Name}]", script, StringComparison.Ordinal); }
        Assert.Contains("CREATE TRIGGER", script, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(TSql.Problems(script.Replace("CREATE TABLE [Assessments] (", "CREATE TABLE [Assessments] ((", StringComparison.Ordinal)));
    }

    [Fact]
    public void Neither_set_of_migrations_lags_the_model()
    {
        using var sqlServer = SqlServer();
        using var sqlite = Sqlite();

        Assert.False(sqlServer.Database.HasPendingModelChanges(), "add a migration for SQL Server");
        Assert.False(sqlite.Database.HasPendingModelChanges(), "add a migration for SQLite");
        Assert.Equal(Names(sqlite), Names(sqlServer));

        static string[] Names(DbContext db) => [.. db.GetService<IMigrationsAssembly>().Migrations.Keys.Select(k => k.Split('_', 2)[1])];
    }

    [Fact]
    public void Every_kind_of_scope_has_the_same_tables_on_both_databases()
    {
        var expected = Shape(SqlServer());
        foreach (var kind in Kinds)
        {
            Assert.Equal(expected, Shape(SqlServer(kind)));
            Assert.Equal(expected.Select(c => c.Column), Shape(Sqlite(kind)).Select(c => c.Column));
        }

        static (string Column, string Type)[] Shape(PortalDb made)
        {
            using var db = made;
            return [.. Tables(db).Tables.SelectMany(t => t.Columns.Select(c => ($"{t.Name}.{c.Name}", db is SqlServerPortalDb ? c.StoreType : ""))).OrderBy(c => c.Item1, StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void No_delete_cascades_so_there_are_no_multiple_cascade_paths()
    {
        using var db = SqlServer();

        var cascading = Tables(db).Tables.SelectMany(t => t.ForeignKeyConstraints)
            .Where(k => k.OnDeleteAction is not (ReferentialAction.NoAction or ReferentialAction.Restrict)).Select(k => k.Name);

        Assert.Empty(cascading);
    }

    [Fact]
    public void Every_text_has_a_length_and_no_column_is_of_a_type_SQLite_cannot_order()
    {
        using var db = SqlServer();
        var model = db.GetService<IDesignTimeModel>().Model;

        var unbounded = model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null).Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}");
        var unordered = Tables(db).Tables.SelectMany(t => t.Columns)
            .Where(c => Regex.IsMatch(c.StoreType, "^(datetimeoffset|decimal|money|numeric|time)", RegexOptions.IgnoreCase)).Select(c => $"{c.Table.Name}.{c.Name} {c.StoreType}");

        Assert.Empty(unbounded);
        Assert.Empty(unordered);
    }

    [Fact]
    public void Every_instant_is_named_Utc()
    {
        using var db = SqlServer();

        var unnamed = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTime) && !p.Name.EndsWith("Utc", StringComparison.Ordinal))
            .Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}");

        Assert.Empty(unnamed);
    }

    [Fact]
    public void Every_index_key_fits_SQL_Server()
    {
        using var db = SqlServer();
        var tables = Tables(db).Tables.ToList();

        var indexes = tables.SelectMany(t => t.Indexes).Select(i => (Name: i.Name, Bytes: i.Columns.Sum(Bytes), Limit: 1700));
        var keys = tables.Where(t => t.PrimaryKey is not null).Select(t => (Name: t.PrimaryKey!.Name, Bytes: t.PrimaryKey.Columns.Sum(Bytes), Limit: 900));

        Assert.Empty(indexes.Concat(keys).Where(i => i.Bytes > i.Limit).Select(i => $"{i.Name}: {i.Bytes} bytes, at most {i.Limit}"));
    }

    private static int Bytes(IColumn column)
    {
        var length = Length().Match(column.StoreType);
        if (length.Success)
        {
            // max counts as too long for any key
            var characters = int.TryParse(length.Groups[2].Value, CultureInfo.InvariantCulture, out var n) ? n : 10_000;
            return length.Groups[1].Value.StartsWith('n') ? 2 * characters : characters;
        }
        return column.StoreType switch
        {
            "uniqueidentifier" => 16,
            "bigint" => 8,
            "int" => 4,
            "bit" => 1,
            "date" => 3,
            _ when column.StoreType.StartsWith("datetime2", StringComparison.Ordinal) => 8,
            _ => throw new InvalidOperationException($"say how many bytes {column.StoreType} has"),
        };
    }

    [GeneratedRegex(@"^(n?varchar|n?char|varbinary|binary)\((\d+|max)\)$")]
    private static partial Regex Length();
}
