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

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RenewVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RenewVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    private void RenewVersions()
    {
        foreach (var changed in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            if (changed.Metadata.FindProperty("Version") is { ClrType: var type } && type == typeof(Guid)) { changed.Property("Version").CurrentValue = Guid.NewGuid(); }
        }
    }
}
