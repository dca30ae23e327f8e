namespace DcoPortal.Web.Platform;

/// <summary>Where the portal's settings and pages' files are.</summary>
internal static class ProgramFolder
{
    /// <summary>
    /// The program's own folder once it is published, from wherever it is started; null while it runs from its source, whose folder
    /// the tools start it in. Only publishing puts wwwroot beside the program.
    /// </summary>
    public static string? WhenPublished => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
}
