using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using DcoPortal.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(ClockOfAProcess))]

namespace DcoPortal.Tests.Support
{
    /// <summary>Gives a portal that a test starts as a process of its own another time. The product knows nothing of it: it is loaded from outside.</summary>
    public sealed class ClockOfAProcess : IHostingStartup
    {
        /// <summary>The environment variable with the instant at which the process starts, UTC.</summary>
        public const string Variable = "DCO_TEST_STARTS_AT";

        /// <summary>What a process needs to start at an instant.</summary>
        public static (string Key, string Value)[] At(DateTime utc) =>
        [
            ("DOTNET_STARTUP_HOOKS", typeof(ClockOfAProcess).Assembly.Location),
            ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(ClockOfAProcess).Assembly.GetName().Name!),
            (Variable, utc.ToString("O", CultureInfo.InvariantCulture)),
        ];

        /// <inheritdoc />
        public void Configure(IWebHostBuilder builder)
        {
            var start = DateTimeOffset.Parse(Environment.GetEnvironmentVariable(Variable)!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(new Shifted(start - DateTimeOffset.UtcNow)));
        }

        private sealed class Shifted(TimeSpan by) : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
        }
    }
}

/// <summary>Lets the process find this assembly beside the portal's. The runtime asks for a class of this name without a namespace.</summary>
internal static class StartupHook
{
    public static void Initialize() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll")) ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll")) : null;
}
