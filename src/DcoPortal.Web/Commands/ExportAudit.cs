namespace DcoPortal.Web.Commands;

/// <summary>`export-audit --from 2026-01-01 --to 2026-03-31 --out FILE`: the audit log of all organisations for those days (Europe/London), as CSV.</summary>
internal static class ExportAudit
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        var file = Command.Value(args, "--out");
        if (file is null || !DateOnly.TryParseExact(Command.Value(args, "--from"), "yyyy-MM-dd", out var from) || !DateOnly.TryParseExact(Command.Value(args, "--to"), "yyyy-MM-dd", out var to) || to < from)
        {
            return Command.Fail("Usage: export-audit --from YYYY-MM-DD --to YYYY-MM-DD --out FILE");
        }
        var (start, end) = (UkClock.StartOf(from), UkClock.StartOf(to.AddDays(1)));
        await using var db = services.GetRequiredService<PortalDbFactory>().Create(AccessScope.System);
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.AtUtc >= start && e.AtUtc < end).OrderBy(e => e.AtUtc).ThenBy(e => e.Id);
        var rows = await AuditCsv.WriteAsync(entries.AsAsyncEnumerable(), target, ct);
        Console.WriteLine($"{rows} audit entries written to {file}.");
        return 0;
    }
}
