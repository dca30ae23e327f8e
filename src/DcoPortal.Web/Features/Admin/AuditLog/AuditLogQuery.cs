using DcoPortal.Casework.Directory;

namespace DcoPortal.Web.Features.Admin.AuditLog;

/// <summary>The filters of the audit log.</summary>
public sealed class AuditFilters
{
    /// <summary>First day, Europe/London.</summary>
    public DateInput From { get; set; } = new();

    /// <summary>Last day, Europe/London.</summary>
    public DateInput To { get; set; } = new();

    /// <summary>Part of the name of the person who acted.</summary>
    public string? Actor { get; set; }

    /// <summary>The stored name of a fact.</summary>
    public string? Fact { get; set; }

    /// <summary>An assessment's reference.</summary>
    public string? Reference { get; set; }

    /// <summary>Whether neither days nor a reference are given.</summary>
    public bool IsUsual => From.Value is null && To.Value is null && string.IsNullOrWhiteSpace(Reference);
}

/// <summary>The list page.</summary>
public sealed record AuditPage(ListPage<AuditEntry> List, AuditFilters Filters, IReadOnlyList<string> Facts);

/// <summary>The audit log in scope, newest first.</summary>
public sealed class AuditLogQuery(PortalDb db, AccessScope scope, UkClock clock)
{
    /// <summary>How many days are shown when neither days nor a reference are given: the log of a board grows by thousands a day.</summary>
    public const int UsualDays = 90;

    private const int PageSize = 50;

    // the fact names come from the code, because searching the whole log for those that occur would be slow
    private static readonly IReadOnlyList<string> Facts =
        [.. typeof(AuditFact).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(AuditFact))).Select(t => t.Name).Order(StringComparer.Ordinal)];

    /// <summary>One page.</summary>
    public async Task<AuditPage> RunAsync(AuditFilters filters, int page, CancellationToken ct)
    {
        var entries = Matching(filters);
        var total = await entries.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        var rows = await entries.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize).WordsFor(scope.Kind).ToListAsync(ct);
        return new(new(rows, page, PageSize, total), filters, Facts);
    }

    /// <summary>How many match.</summary>
    public Task<int> CountAsync(AuditFilters filters, CancellationToken ct) => Matching(filters).CountAsync(ct);

    /// <summary>Everything that matches, the oldest first.</summary>
    public IAsyncEnumerable<AuditEntry> AllAsync(AuditFilters filters) => Matching(filters).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).WordsFor(scope.Kind).AsAsyncEnumerable();

    private IQueryable<AuditEntry> Matching(AuditFilters filters)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filters.IsUsual)
        {
            var start = UkClock.StartOf(clock.Today.AddDays(1 - UsualDays));
            entries = entries.Where(e => e.AtUtc >= start);
        }
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
