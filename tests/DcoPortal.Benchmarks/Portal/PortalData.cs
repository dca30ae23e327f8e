namespace DcoPortal.Benchmarks.Portal;

/// <summary>The files of one portal, all in one folder.</summary>
internal sealed record PortalData(string Folder)
{
    public string Database => Path.Combine(Folder, "portal.db");

    public string Documents => Path.Combine(Folder, "documents");

    public string Emails => Path.Combine(Folder, "emails");

    /// <summary>A copy of database and documents in another folder, in place of what was there.</summary>
    public PortalData Copy(string folder)
    {
        if (Directory.Exists(folder)) { Directory.Delete(folder, recursive: true); }
        var copy = new PortalData(folder);
        Directory.CreateDirectory(folder);
        File.Copy(Database, copy.Database);
        foreach (var file in Directory.EnumerateFiles(Documents, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Documents, Path.GetRelativePath(Documents, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return copy;
    }
}
