namespace DcoPortal.Tests.Support;

/// <summary>The source tree the tests were built from: for tests that read source files and keep the written tables in step.</summary>
internal static class Repository
{
    /// <summary>Set to 1 to rewrite the generated tables of docs/ instead of comparing them.</summary>
    public const string UpdateDocs = "DCO_UPDATE_DOCS";

    public static string Root { get; } = Find();

    /// <summary>Source files below src/, as paths relative to the root with forward slashes, built and generated ones left out.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] endings) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where endings.Any(e => path.EndsWith(e, StringComparison.Ordinal))
            && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            && !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.Contains("/wwwroot/lib/", StringComparison.Ordinal)
        orderby path
        select (path, File.ReadAllText(file));

    /// <summary>Compares a generated document with the one in docs/, or writes it when asked to.</summary>
    public static void AssertDocument(string name, string generated)
    {
        var path = Path.Combine(Root, "docs", name);
        if (Environment.GetEnvironmentVariable(UpdateDocs) == "1") { File.WriteAllText(path, generated); }
        var written = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(written == generated, $"docs/{name} is out of step with the code. Run the tests once with {UpdateDocs}=1 and read the difference.");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcoPortal.sln"))) { folder = folder.Parent; }
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run below the folder of DcoPortal.sln.");
    }
}
