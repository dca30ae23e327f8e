namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Tells an address on another computer from a path on the writer's own.</summary>
internal static class Remote
{
    /// <summary>Whether whoever opens it would fetch from elsewhere. Word writes the path of its own template into ordinary letters, and C:\Templates\Letter.dotx fetches nothing.</summary>
    public static bool Is(string address)
    {
        var path = Uri.UnescapeDataString(address).Trim();
        if (path.StartsWith("file:///", StringComparison.OrdinalIgnoreCase)) { path = path["file:///".Length..]; }
        if (path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] is ':' or '|') { return path.Length > 2 && path[2] is not ('\\' or '/'); }
        return path.StartsWith("\\\\", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal);
    }
}
