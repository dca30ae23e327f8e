using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
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
        var all = db.ChangeTracker.Entries().ToList();
        var entries = all.Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (entries.Any(e => e.Entity is AuditEntry && e.State != EntityState.Added))
        {
            throw new InvalidOperationException("The audit trail can be neither changed nor deleted.");
        }
        var told = entries.Select(e => e.Entity).OfType<AuditEntry>().Where(a => !a.IsRead).Select(a => a.AssessmentId).ToHashSet();
        var owners = new Owners(all);
        foreach (var changed in entries)
        {
            // an owned part of an aggregate is the aggregate's change
            var row = owners.Of(changed).Entity as IAudited;
            if (row is not null && !(row.AuditedAssessmentId is { } id ? told.Contains(id) : told.Count > 0))
            {
                throw new InvalidOperationException($"{changed.Metadata.ClrType.Name} was changed without a fact for the audit trail.");
            }
        }
    }
}
