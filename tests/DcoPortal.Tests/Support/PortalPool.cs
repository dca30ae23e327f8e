using System.Collections.Concurrent;

namespace DcoPortal.Tests.Support;

/// <summary>Running portals that no test uses at the moment: as many as ran at once.</summary>
internal static class PortalPool
{
    private static readonly ConcurrentBag<PortalApp> Free = [];

    static PortalPool() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        while (Free.TryTake(out var app)) { app.Dispose(); }
    };

    public static PortalApp? Take() => Free.TryTake(out var app) ? app : null;

    public static void GiveBack(PortalApp app) => Free.Add(app);
}
