using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DcoPortal.Casework.Audit;

/// <summary>Refuses a save that changes an audited row without a fact about it, and any change of the trail itself.</summary>
internal sealed class AuditGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context!);
        return new(result);
    }

    private static void Check(DbContext db)
    {
        var entries = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (entries.Any(e => e.Entity is AuditEntry && e.State != EntityState.Added))
        {
            throw new InvalidOperationException("The audit trail can be neither changed nor deleted.");
        }
        var told = entries.Select(e => e.Entity).OfType<AuditEntry>().Where(a => !a.IsRead).Select(a => a.AssessmentId).ToHashSet();
        foreach (var changed in entries)
        {
            if (changed.Entity is IAudited row && !(row.AuditedAssessmentId is { } id ? told.Contains(id) : told.Count > 0))
            {
                throw new InvalidOperationException($"{changed.Metadata.ClrType.Name} was changed without a fact for the audit trail.");
            }
        }
    }
}
