using DcoPortal.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DcoPortal.Benchmarks.Data;

/// <summary>A column, and what the portal keeps in it.</summary>
internal sealed record CopiedColumn(string Name, Type Type, bool IsUnique);

/// <summary>A table of the portal as its model has it: no column is named here that the model could name.</summary>
internal sealed record CopiedTable(string Name, IReadOnlyList<CopiedColumn> Columns, IReadOnlyList<string> Key)
{
    public const string Assessments = "Assessments";
    private const string OfAssessment = "AssessmentId";

    /// <summary>The column that says of which assessment a row is, or null where it is of none.</summary>
    public string? CaseColumn => Name == Assessments ? "Id" : Columns.FirstOrDefault(c => c.Name == OfAssessment)?.Name;

    public static IReadOnlyList<CopiedTable> All(PortalDb db) =>
        [.. db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Select(t => new CopiedTable(t.Name, [.. t.Columns.Where(c => c.ComputedColumnSql is null).Select(c => Column(t, c))], [.. t.PrimaryKey!.Columns.Select(c => c.Name)]))];

    private static CopiedColumn Column(ITable table, IColumn column)
    {
        var type = column.PropertyMappings[0].Property.ClrType;
        // the words alone must be made unique: ids are so already
        return new(column.Name, Nullable.GetUnderlyingType(type) ?? type, type == typeof(string) && table.Indexes.Any(i => i.IsUnique && i.Columns is [var only] && only == column));
    }
}
