namespace DcoPortal.Casework.Directory;

/// <summary>The value of one search result: which directory entry was picked. It travels in a form, so it is only ever looked up under the person's scope.</summary>
public static class DirectoryPick
{
    /// <summary>A professional's.</summary>
    public static string OfProfessional(Guid id) => $"p-{id:N}";

    /// <summary>A service's.</summary>
    public static string OfService(Guid id) => $"s-{id:N}";

    /// <summary>Reads a value; both ids are null when the value names no entry.</summary>
    public static (Guid? ProfessionalId, Guid? ServiceId) Parse(string? value) =>
        value is { Length: > 2 } && Guid.TryParseExact(value[2..], "N", out var id)
            ? value[..2] switch { "p-" => (id, null), "s-" => (null, id), _ => (null, null) }
            : (null, null);
}
