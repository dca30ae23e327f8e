using System.Globalization;
using DcoPortal.Domain.Assessments;
using Microsoft.Data.Sqlite;

namespace DcoPortal.Benchmarks.Data;

/// <summary>The copies as a table of their own, which every table of cases is then joined with. What the portal works out in its own code is worked out by that code here.</summary>
internal static class CopyList
{
    public const string Table = "Copies";

    // the columns of it, as the rules of other tables name them
    public const string CaseId = "c.CaseId", Digits = "c.Digits", Board = "c.Board", Days = "c.Days", Before = "c.Before", Reference = "c.Reference";

    private static readonly string[] Columns = ["CaseId", "Digits", "Board", "Days", "Before", "Reference", "AuthorityReference", "Surname", "Forename", "NhsNumber", "MatchKey", "SearchText"];

    /// <summary>Columns of an assessment that a copy has values of its own for.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfAssessment = new Dictionary<string, string>
    {
        ["AuthorityReference"] = "c.AuthorityReference",
        ["Child_LegalSurname"] = "c.Surname",
        ["Child_Forenames"] = "c.Forename",
        ["Child_NhsNumber"] = "c.NhsNumber",
        ["ChildNhsNumber"] = "c.NhsNumber",
        ["ChildMatchKey"] = "c.MatchKey",
        ["SearchText"] = "c.SearchText",
    };

    public static int Write(SqliteConnection connection, IEnumerable<CaseCopy> copies)
    {
        connection.Run($"CREATE TEMP TABLE {Table} (Number INTEGER PRIMARY KEY, {string.Join(", ", Columns.Select(c => $"{c} TEXT"))})");
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO {Table} ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(c => "$" + c))})";
        var parameters = Columns.Select(c => insert.Parameters.Add("$" + c, SqliteType.Text)).ToList();
        var written = 0;
        foreach (var copy in copies)
        {
            foreach (var (parameter, value) in parameters.Zip(Values(copy))) { parameter.Value = (object?)value ?? DBNull.Value; }
            written += insert.ExecuteNonQuery();
        }
        return written;
    }

    private static string?[] Values(CaseCopy copy)
    {
        var (surname, forename) = Names.Of(copy.Number);
        var born = copy.Of.Born.AddDays(-copy.Days);
        var nhs = copy.Of.HasNhsNumber ? Names.NhsNumber(copy.Number) : null;
        var own = copy.Of.HasAuthorityReference ? string.Create(CultureInfo.InvariantCulture, $"EHC/{copy.Of.NotifiedOn.AddDays(-copy.Days).Year}/{10_000 + copy.Number}") : null;
        return
        [
            copy.Of.Id.ToString().ToUpperInvariant(), copy.Number.ToString("X8", CultureInfo.InvariantCulture), copy.Board == 0 ? null : BoardDirectories.Digits(copy.Board), copy.Days.ToString(CultureInfo.InvariantCulture),
            copy.Of.Reference, copy.Reference, own, surname, forename, nhs, $"{SearchKey.Joined(surname)} {SearchKey.Joined(forename)}|{born:yyyy-MM-dd}",
            $"{SearchKey.Of(copy.Reference)} {SearchKey.Of(own)} {SearchKey.Of(surname)} {SearchKey.Of(forename)}  {nhs}  {SearchKey.Of(copy.Of.Setting)}",
        ];
    }
}
