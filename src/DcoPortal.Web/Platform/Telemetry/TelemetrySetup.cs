using DcoPortal.Casework;
using DcoPortal.Casework.Telemetry;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DcoPortal.Web.Platform.Telemetry;

/// <summary>Traces and metrics for an OpenTelemetry collector. Off unless OpenTelemetry:Endpoint is set.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("OpenTelemetry");
        if (settings["Endpoint"] is not { Length: > 0 } address) { return; }
        if (!Uri.TryCreate(address.TrimEnd('/') + '/', UriKind.Absolute, out var collector) || collector.Scheme is not ("http" or "https"))
        {
            throw new StartUpException("Set OpenTelemetry:Endpoint to the collector's address for OTLP over HTTP, such as http://localhost:4318, or to nothing.");
        }
        Action<OtlpExporterOptions> To(string signal) => o =>
        {
            o.Endpoint = new Uri(collector, signal);
            o.Protocol = OtlpExportProtocol.HttpProtobuf;
            o.Headers = settings["Headers"];
        };
        builder.Services.AddSingleton<IInterceptor, QuerySpans>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("dco-portal", serviceVersion: typeof(Program).Assembly.GetName().Version?.ToString()))
            .WithTracing(t => t.AddAspNetCoreInstrumentation(o => o.Filter = IsWork).AddSource(PortalTelemetry.Name).AddProcessor(new AllowedTags()).AddOtlpExporter(To("v1/traces")))
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Microsoft.EntityFrameworkCore", PortalTelemetry.Name).AddOtlpExporter(To("v1/metrics")));
    }

    // a load balancer asks for the health page every few seconds, which is not worth a span
    private static bool IsWork(HttpContext context) => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}
