namespace DcoPortal.Benchmarks.Portal;

/// <summary>The files of one portal, all in one folder.</summary>
internal sealed record PortalData(string Folder)
{
    public string Database => Path.Combine(Folder, "portal.db");

    public string Documents => Path.Combine(Folder, "documents");

    public string Emails => Path.Combine(Folder, "emails");

    /// <summary>A copy to run on, so that what is timed finds the same rows each time. The documents are the same.</summary>
    public PortalData Copy(string folder)
    {
        Directory.CreateDirectory(folder);
        var copy = new PortalData(folder);
        foreach (var old in new[] { copy.Database, copy.Database + "-wal", copy.Database + "-shm" }) { File.Delete(old); }
        File.Copy(Database, copy.Database);
        if (!Directory.Exists(copy.Documents)) { Directory.CreateSymbolicLink(copy.Documents, Documents); }
        return copy;
    }
}
