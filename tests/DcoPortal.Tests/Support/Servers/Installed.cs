using System.Runtime.CompilerServices;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>Files of the npm packages that the test command installs beside this file.</summary>
public static class Installed
{
    public static string Package(params IEnumerable<string> parts) => ServerProcess.Installed(Path.Combine([Here(), "node_modules", .. parts]));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
