namespace DcoPortal.Benchmarks.Portal;

/// <summary>The portal as it is shipped.</summary>
internal static class PublishedPortal
{
    public static string Folder { get; } = Path.Combine(Repository.Artifacts, "portal");

    public static string Program { get; } = Path.Combine(Folder, "DcoPortal.Web.dll");

    public static async Task PublishAsync()
    {
        // what an earlier commit published must not stay beside the new files
        if (Directory.Exists(Folder)) { Directory.Delete(Folder, recursive: true); }
        // the program is the same without the analyzers and the audit, which are the build's
        await Shell.RunAsync("dotnet", "publish", Path.Combine("src", "DcoPortal.Web"), "--configuration", "Release", "--verbosity", "quiet", "-p:RunAnalyzers=false", "-p:NuGetAudit=false", "--output", Folder);
    }
}
