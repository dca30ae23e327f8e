using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace DcoPortal.Tests.Support;

/// <summary>The portal with the log levels that it ships with, and every line as its console has it, properties included.</summary>
internal sealed class LoggedApp : PortalApp, ILogEventSink
{
    private static readonly JsonFormatter Json = new(renderMessage: true);

    public ConcurrentQueue<string> Logged { get; } = new();

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter();
        Json.Format(logEvent, line);
        Logged.Enqueue(line.ToString());
    }

    protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<ILogEventSink>(this);
}
