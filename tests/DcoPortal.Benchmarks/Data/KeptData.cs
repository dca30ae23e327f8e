using DcoPortal.Benchmarks.Portal;

namespace DcoPortal.Benchmarks.Data;

/// <summary>Data that was made before, or is made now.</summary>
internal static class KeptData
{
    /// <summary>The demo, made by the published portal itself: its directory, its people, its cases and its tables. It tells of today, so it is made anew each day.</summary>
    public static Task<PortalData> DemoAsync(int port) => KeptAsync("demo", m => m.MadeOn == DateOnly.FromDateTime(DateTime.Today), async data =>
    {
        await using var portal = await RunningServer.PortalAsync(data, port);
    });

    /// <summary>Ten years of a shape, of the size asked for.</summary>
    public static Task<PortalData> TenYearsAsync(BenchmarkShape shape, double size, int port) => KeptAsync($"{shape.Name}-{size}", _ => true, async data =>
    {
        (await DemoAsync(port)).Copy(data.Folder);
        await TenYears.MakeAsync(data, shape, size);
    });

    private static async Task<PortalData> KeptAsync(string name, Func<Manifest, bool> isGood, Func<PortalData, Task> make)
    {
        var data = new PortalData(Path.Combine(Repository.Artifacts, name));
        await using (var db = PortalDatabase.Model(data))
        {
            if (Manifest.Of(data) is { } made && made.Schema == Manifest.SchemaOf(db) && isGood(made)) { return data; }
        }
        if (Directory.Exists(data.Folder)) { Directory.Delete(data.Folder, recursive: true); }
        Directory.CreateDirectory(data.Folder);
        await make(data);
        await Manifest.WriteAsync(data);
        return data;
    }
}
