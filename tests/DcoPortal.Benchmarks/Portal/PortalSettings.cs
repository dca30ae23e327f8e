using DcoPortal.Benchmarks.Counting;

namespace DcoPortal.Benchmarks.Portal;

/// <summary>The settings with which the published portal is measured. Its background work is off, so that nothing but pages is timed.</summary>
internal static class PortalSettings
{
    /// <summary>Loads this assembly into the portal, and lets it register its counter (ADR 38).</summary>
    public static IReadOnlyDictionary<string, string> Counting { get; } = new Dictionary<string, string>
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(CountingStartup).Assembly.Location,
        ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(CountingStartup).Assembly.GetName().Name!,
    };

    /// <summary>As in Production, but for what Production refuses: the demo's accounts, plain HTTP and no scanner.</summary>
    public static Dictionary<string, string> Of(PortalData data, Uri url) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Staging",
        ["Demo__Enabled"] = "true",
        ["Access__RequireHttps"] = "false",
        ["Access__RequireTwoFactor"] = "false",
        ["RateLimits__SignInPerMinute"] = "1000",
        ["RateLimits__UploadPerMinute"] = "100000",
        ["Portal__PublicUrl"] = url.ToString(),
        ["ConnectionStrings__Portal"] = $"Data Source={data.Database}",
        ["Documents__Folder"] = data.Documents,
        ["Documents__Scanner"] = "None",
        ["Emails__Sender"] = "Folder",
        ["Emails__Folder"] = data.Emails,
        ["Emails__Worker"] = "false",
        ["Imports__Worker"] = "false",
        ["Jobs__Worker"] = "false",
    };
}
