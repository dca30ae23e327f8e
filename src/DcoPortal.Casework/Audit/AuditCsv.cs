using System.Globalization;
using CsvHelper;
using DcoPortal.Casework.Lists;

namespace DcoPortal.Casework.Audit;

/// <summary>The audit log as CSV, row by row. A cell that a spreadsheet would run as a formula is made plain text.</summary>
internal static class AuditCsv
{
    private static readonly string[] Columns =
        ["At (UTC)", "Fact", "What happened", "Before", "After", "Reason", "View only", "Who", "Role", "Organisation", "Assessment", "Request id", "Action id", "Entry id"];

    /// <summary>Writes every entry.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> WriteAsync(IAsyncEnumerable<AuditEntry> entries, Stream target, CancellationToken ct)
    {
        var rows = 0;
        await using var csv = CsvFile.Open(target);
        await Line(csv, Columns);
        await foreach (var e in entries.WithCancellation(ct))
        {
            await Line(csv, [e.AtUtc.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), e.Fact, e.Sentence, e.Before, e.After, e.Reason, e.IsRead ? "yes" : "no",
                e.ActorName, e.ActorRole, e.ActorOrganisation, e.AssessmentReference, e.AdviceRequestId?.ToString(), e.ActionId.ToString(), e.Id.ToString()]);
            rows++;
        }
        return rows;
    }

    private static Task Line(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) { csv.WriteField(cell); }
        return csv.NextRecordAsync();
    }
}
