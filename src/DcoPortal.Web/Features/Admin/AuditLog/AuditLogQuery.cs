using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Directory;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Time;
using DcoPortal.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Admin.AuditLog;

/// <summary>What somebody searches the audit log for.</summary>
public sealed class AuditFilters
{
    /// <summary>First day, Europe/London.</summary>
    public DateInput From { get; set; } = new();

    /// <summary>Last day, Europe/London.</summary>
    public DateInput To { get; set; } = new();

    /// <summary>Part of the name of who did it.</summary>
    public string? Actor { get; set; }

    /// <summary>The stored name of a fact.</summary>
    public string? Fact { get; set; }

    /// <summary>An assessment's reference.</summary>
    public string? Reference { get; set; }
}

/// <summary>The list page.</summary>
public sealed record AuditPage(ListPage<AuditEntry> List, AuditFilters Filters, IReadOnlyList<string> Facts);

/// <summary>The audit log in scope, newest first.</summary>
public sealed class AuditLogQuery(PortalDb db)
{
    private const int PageSize = 50;

    /// <summary>One page.</summary>
    public async Task<AuditPage> RunAsync(AuditFilters filters, int page, CancellationToken ct)
    {
        var entries = Matching(filters);
        var total = await entries.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await entries.OrderByDescending(e => e.AtUtc).ThenBy(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(new(rows, page, PageSize, total), filters, await db.AuditEntries.Select(e => e.Fact).Distinct().OrderBy(f => f).ToListAsync(ct));
    }

    /// <summary>Everything that matches, without order.</summary>
    public IQueryable<AuditEntry> Matching(AuditFilters filters)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filters.From.Value is { } from)
        {
            var start = UkClock.StartOf(from);
            entries = entries.Where(e => e.AtUtc >= start);
        }
        if (filters.To.Value is { } to)
        {
            var end = UkClock.StartOf(to.AddDays(1));
            entries = entries.Where(e => e.AtUtc < end);
        }
        if (DirectoryFilters.Pattern(filters.Actor) is { } actor) { entries = entries.Where(e => EF.Functions.Like(e.ActorName, actor, "\\")); }
        if (!string.IsNullOrEmpty(filters.Fact)) { entries = entries.Where(e => e.Fact == filters.Fact); }
        if (!string.IsNullOrWhiteSpace(filters.Reference))
        {
            var reference = filters.Reference.Trim().ToUpperInvariant();
            entries = entries.Where(e => e.AssessmentReference == reference);
        }
        return entries;
    }
}
