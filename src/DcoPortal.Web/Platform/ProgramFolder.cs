namespace DcoPortal.Web.Platform;

/// <summary>Where the portal's settings and pages' files are.</summary>
internal static class ProgramFolder
{
    /// <summary>
    /// The program's own folder once it is published, wherever it is started from; null while it runs from its source, where the tools
    /// start it in the project's folder. Only a published program has wwwroot beside it.
    /// </summary>
    public static string? WhenPublished => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
}
