using System.Collections.Concurrent;
using DcoPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcoPortal.Tests.Platform.Security;

public sealed class LogsTests
{
    private static readonly string[] RecordPages = ["", "/activity", "/request-advice", "/return"];

    [Fact]
    public async Task No_child_stands_in_the_logs_of_a_walk_through_the_pages()
    {
        using var app = new ListeningApp();
        var keys = await app.AssessmentAsync(surname: "Quillfeather", nhsNumber: "9434765919");
        var request = await app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await app.SignInAsync(TestWorld.Administrator);
        foreach (var page in RecordPages) { await administrator.GetAsync($"/assessments/{keys.Reference}{page}"); }
        foreach (var page in new[] { "/", "/triage", "/assessments", "/advice-requests", "/chase", "/check", "/dashboard" }) { await administrator.GetAsync(page); }
        var clinician = await app.SignInAsync(TestWorld.Clinician);
        await clinician.GetAsync($"/advice-requests/{request}");
        await clinician.GetAsync($"/advice-requests/{request}/respond");

        Assert.Contains(app.Lines, l => l.Contains($"/assessments/{keys.Reference}", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Lines, l => l.Contains("Quillfeather", StringComparison.OrdinalIgnoreCase) || l.Contains("9434765919", StringComparison.Ordinal));
    }

    /// <summary>Keeps every log line at every level.</summary>
    private sealed class ListeningApp : PortalApp, ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        protected override void ConfigureServices(IServiceCollection services) => services.AddLogging(l => l.AddProvider(this).SetMinimumLevel(LogLevel.Information));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);
    }
}
