using System.Diagnostics.CodeAnalysis;

/// <summary>Named by DOTNET_STARTUP_HOOKS, so that the published portal loads this assembly and finds <see cref="DcoPortal.Benchmarks.Counting.CountingStartup"/> in it (ADR 38).</summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime asks for this name without a namespace.")]
internal static class StartupHook
{
    /// <summary>Loading is all that is wanted.</summary>
    public static void Initialize() { }
}
