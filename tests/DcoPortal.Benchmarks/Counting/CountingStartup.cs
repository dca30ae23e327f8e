using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(DcoPortal.Benchmarks.Counting.CountingStartup))]

namespace DcoPortal.Benchmarks.Counting;

/// <summary>Counts the queries of the published portal, in its own process and without a line of it: the portal takes every interceptor that is registered.</summary>
internal sealed class CountingStartup : IHostingStartup
{
    /// <summary>Where the counts since the last look are read.</summary>
    public const string Path = "/benchmark/counts";

    /// <summary>Where the commands since the last look are read.</summary>
    public const string Commands = "/benchmark/commands";

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        services.AddSingleton<QueryCounter>();
        services.AddSingleton<IInterceptor>(sp => sp.GetRequiredService<QueryCounter>());
        services.AddSingleton<IStartupFilter, CountsPage>();
    });

    private sealed class CountsPage(QueryCounter counter) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, pipeline) => context.Request.Path.Value switch
            {
                Path => context.Response.WriteAsJsonAsync(counter.Take()),
                Commands => context.Response.WriteAsJsonAsync(counter.TakeCommands()),
                _ => pipeline(context),
            });
            next(app);
        };
    }
}
