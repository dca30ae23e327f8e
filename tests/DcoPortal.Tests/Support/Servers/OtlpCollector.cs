using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>An OpenTelemetry collector's address in this process: keeps what it is sent. Texts stand in protobuf as they are.</summary>
public sealed class OtlpCollector : IAsyncLifetime
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> traces = new();
    private readonly ConcurrentQueue<string> metrics = new();

    public OtlpCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/traces", (HttpRequest request) => KeepAsync(request, traces));
        app.MapPost("/v1/metrics", (HttpRequest request) => KeepAsync(request, metrics));
    }

    public string Url => app.Urls.Single();

    public string Traces => string.Concat(traces);

    public string Metrics => string.Concat(metrics);

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static async Task<IResult> KeepAsync(HttpRequest request, ConcurrentQueue<string> to)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        to.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
