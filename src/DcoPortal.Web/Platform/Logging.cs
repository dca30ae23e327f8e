using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace DcoPortal.Web.Platform;

internal static class Logging
{
    public static void AddPortalLogging(this WebApplicationBuilder builder) => builder.Host.UseSerilog(
        (context, services, logger) => logger.ReadFrom.Configuration(context.Configuration).ReadFrom.Services(services).Enrich.With<LinksWithoutTokens>(),
        // the tests run several hosts in one process, each with its own logger
        preserveStaticLogger: true);

    /// <summary>One line a request: method, path, status, time and request id. Never the query string, which may hold a search for a name.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app)
    {
        app.UseSerilogRequestLogging(o =>
        {
            o.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
            o.MessageTemplate = "{RequestMethod:l} {RequestPath:l} answered {StatusCode} in {Elapsed:0.0} ms";
            o.EnrichDiagnosticContext = (line, context) => line.Set("RequestId", context.TraceIdentifier);
        });
        return app.Use((context, next) =>
        {
            context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
            return next(context);
        });
    }

    /// <summary>A link's token is a secret, so log lines of its request name only the page.</summary>
    private sealed class LinksWithoutTokens : ILogEventEnricher
    {
        private static readonly string[] Pages = ["/account/invitation/", "/account/reset-password/"];

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            if (logEvent.Properties.GetValueOrDefault("RequestPath") is not ScalarValue { Value: { } path }) { return; }
            if (Array.Find(Pages, p => $"{path}".StartsWith(p, StringComparison.OrdinalIgnoreCase)) is not { } page) { return; }
            logEvent.AddOrUpdateProperty(new("RequestPath", new ScalarValue(page + "(token)")));
        }
    }
}
