namespace DcoPortal.Benchmarks.Portal;

/// <summary>Where things stand in the working copy that this was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Everything that the benchmark makes: beside the other artifacts, and never committed.</summary>
    public static string Artifacts { get; } = Path.Combine(Root, "artifacts", "benchmark");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcoPortal.sln"))) { folder = folder.Parent; }
        return folder?.FullName ?? throw new InvalidOperationException("Run this from below the folder of DcoPortal.sln.");
    }
}
