using System.Diagnostics;

namespace DcoPortal.Tests.Support;

/// <summary>Waits for what another process does.</summary>
internal static class Eventually
{
    /// <summary>Returns once something holds; the test fails when it still does not after a time.</summary>
    /// <param name="what">In words, for the failure.</param>
    /// <param name="holds">Asked ten times a second.</param>
    /// <param name="within">Real time.</param>
    public static async Task TrueAsync(string what, Func<Task<bool>> holds, TimeSpan within)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(since.Elapsed < within, $"Not within {within.TotalSeconds:0} s: {what}");
            await Task.Delay(100);
        }
    }
}
