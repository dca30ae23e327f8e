namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Tells an address on another computer from a path on the writer's own.</summary>
internal static class Remote
{
    // names that are known within one organisation's network alone
    private static readonly string[] Within = [".local", ".internal", ".intranet", ".lan", ".corp", ".home"];

    /// <summary>Whether it is a page that everybody can open, and not one of an intranet.</summary>
    public static bool IsPublicPage(string address) => Uri.TryCreate(address.Trim(), UriKind.Absolute, out var page) && page.Scheme is "http" or "https"
        && page is { HostNameType: UriHostNameType.Dns, IsLoopback: false } && page.Host.Contains('.', StringComparison.Ordinal) && !Array.Exists(Within, w => page.Host.EndsWith(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether whoever opens it would fetch from elsewhere. Word writes the path of its own template into ordinary letters, and C:\Templates\Letter.dotx fetches nothing.</summary>
    public static bool Is(string address)
    {
        var path = Uri.UnescapeDataString(address).Trim();
        if (path.StartsWith("file:///", StringComparison.OrdinalIgnoreCase)) { path = path["file:///".Length..]; }
        if (path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] is ':' or '|') { return path.Length > 2 && path[2] is not ('\\' or '/'); }
        return path.StartsWith("\\\\", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal);
    }
}
