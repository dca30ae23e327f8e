using System.Diagnostics;
using Serilog;
using Serilog.Context;

namespace DcoPortal.Web.Platform;

internal static class Logging
{
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var serilog = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(serilog, dispose: true);
    }

    /// <summary>One line a request: method, route, status, time and request id. Never the query string, which may hold a search for a name.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("DcoPortal.Requests");
        var start = Stopwatch.GetTimestamp();
        using var _ = LogContext.PushProperty("CorrelationId", context.TraceIdentifier);
        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
        try { await next(); }
        finally
        {
            log.LogInformation("{Method} {Path} answered {StatusCode} in {Elapsed:0.0} ms",
                context.Request.Method, WithoutToken(context.Request.Path), context.Response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    });

    // a link's token is a secret: only which page it was for is logged
    private static string? WithoutToken(PathString path) =>
        Array.Find(TokenPages, p => path.Value!.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } page ? page + "(token)" : path.Value;

    private static readonly string[] TokenPages = ["/account/invitation/", "/account/reset-password/"];
}
