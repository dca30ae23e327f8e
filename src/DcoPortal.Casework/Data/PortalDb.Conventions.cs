using DcoPortal.Casework.Data.Configurations;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DcoPortal.Casework.Data;

public abstract partial class PortalDb
{
    /// <summary>What holds for every entity: enums as text, instants marked UTC, deletes restricted, versions as concurrency tokens.</summary>
    private static void ApplyConventions(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys()) { key.DeleteBehavior = DeleteBehavior.Restrict; }
            foreach (var property in entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())))
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum)
                {
                    property.SetProviderClrType(typeof(string));
                    property.SetMaxLength(40);
                }
                else if (type == typeof(DateTime)) { property.SetValueConverter(Utc); }
                else if (property.Name == "Version" && type == typeof(Guid)) { property.IsConcurrencyToken = true; }
                else if (type == typeof(string) && property.GetMaxLength() is null && property.GetColumnType() is null) { property.SetMaxLength(400); }
            }
        }
    }

    private static readonly ValueConverter<DateTime, DateTime> Utc =
        new(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var board in BoardsToTellApart())
        {
            await Services.Where(s => s.IcbId == board).LoadAsync(cancellationToken);
            await Providers.Where(p => p.IcbId == board).LoadAsync(cancellationToken);
            TellServicesApart(board);
        }
        if (CasesWithAnotherEnd() is { Count: > 0 } cases)
        {
            await Assessments.Where(a => cases.Contains(a.Id)).LoadAsync(cancellationToken);
            await AdviceRequests.Where(r => cases.Contains(r.AssessmentId)).LoadAsync(cancellationToken);
            TellRequestsOfEnd(cases);
        }
        RenewHashes();
        RenewVersions();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        foreach (var board in BoardsToTellApart())
        {
            Services.Where(s => s.IcbId == board).Load();
            Providers.Where(p => p.IcbId == board).Load();
            TellServicesApart(board);
        }
        if (CasesWithAnotherEnd() is { Count: > 0 } cases)
        {
            Assessments.Where(a => cases.Contains(a.Id)).Load();
            AdviceRequests.Where(r => cases.Contains(r.AssessmentId)).Load();
            TellRequestsOfEnd(cases);
        }
        RenewHashes();
        RenewVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    // a service that is added, renamed or moved, or a provider with another short name, may change what others of the board are called
    private List<Guid> BoardsToTellApart() => [.. ChangeTracker.Entries().Where(RenamesAService).Select(e => e.Entity is HealthService s ? s.IcbId : ((Provider)e.Entity).IcbId).Distinct()];

    private static bool RenamesAService(EntityEntry changed) => changed.Entity switch
    {
        HealthService => changed.State == EntityState.Added || new[] { nameof(HealthService.Name), nameof(HealthService.Town), nameof(HealthService.ProviderId) }.Any(p => changed.Property(p).IsModified),
        Provider => changed.Property(nameof(Provider.ShortName)).IsModified,
        _ => false,
    };

    // what is being saved wins over what is stored, because a tracked entity keeps its values when it is loaded again
    private void TellServicesApart(Guid board)
    {
        var providers = Providers.Local.ToDictionary(p => p.Id, p => p.ShortName);
        HealthService.TellApart(Services.Local.Where(s => s.IcbId == board).Select(s => (s, providers.GetValueOrDefault(s.ProviderId, ""))));
    }

    // a case that ends, goes on or ended on another day, or whose requests another case takes over
    private List<Guid> CasesWithAnotherEnd() => [.. ChangeTracker.Entries().Select(CaseWithAnotherEnd).OfType<Guid>().Distinct()];

    private static Guid? CaseWithAnotherEnd(EntityEntry changed) => changed.Entity switch
    {
        Assessment a when changed.Property(nameof(Assessment.OutcomeOn)).IsModified => a.Id,
        AdviceRequest r when changed.Property(nameof(AdviceRequest.AssessmentId)).IsModified => r.AssessmentId,
        _ => null,
    };

    // figures count a request by when its case ended, and read nothing but requests
    private void TellRequestsOfEnd(List<Guid> cases)
    {
        var ends = Assessments.Local.Where(a => cases.Contains(a.Id)).ToDictionary(a => a.Id, a => a.OutcomeOn);
        foreach (var request in AdviceRequests.Local.ToList())
        {
            if (ends.TryGetValue(request.AssessmentId, out var on) && request.CaseEndedOn != on) { request.CaseEnds(on); }
        }
    }

    private void RenewHashes()
    {
        foreach (var written in ChangeTracker.Entries<IAdviceText>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            written.Property(AdviceText.Hash).CurrentValue = AdviceFingerprint.Of(written.Entity)?.Hash;
        }
    }

    private void RenewVersions()
    {
        foreach (var changed in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            if (changed.Metadata.FindProperty("Version") is { ClrType: var type } && type == typeof(Guid)) { changed.Property("Version").CurrentValue = Guid.NewGuid(); }
        }
    }
}
