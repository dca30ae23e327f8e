using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DcoPortal.Casework.Data;

/// <summary>Finds the aggregate that an owned part, such as the child, belongs to. One pass over the entries, however many there are.</summary>
internal sealed class Owners(IReadOnlyList<EntityEntry> entries)
{
    private readonly Dictionary<(IEntityType, object?), EntityEntry> _byKey = entries
        .Where(e => e.Metadata.GetNavigations().Any(n => n.TargetEntityType.IsOwned()))
        .ToDictionary(e => (e.Metadata, e.Property(e.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue));

    /// <summary>The entry of the owner, or the entry itself when nothing owns it.</summary>
    public EntityEntry Of(EntityEntry entry) => entry.Metadata.FindOwnership() is { } ownership
        ? _byKey[(ownership.PrincipalEntityType, entry.Property(ownership.Properties[0].Name).CurrentValue)]
        : entry;
}
