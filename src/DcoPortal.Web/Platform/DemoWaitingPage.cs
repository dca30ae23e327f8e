using System.Security.Cryptography;
using DcoPortal.Demo;
using Microsoft.AspNetCore.Hosting.Server;

namespace DcoPortal.Web.Platform;

/// <summary>
/// Answers at the portal's own addresses while the demo is made, which takes half a minute once: whoever opens the portal sees how far it is, and comes
/// into it by itself. A server of its own, so that nothing of the portal runs on a database that is half made.
/// </summary>
internal sealed class DemoWaitingPage : IDemoProgress
{
    private readonly WebApplication _server;
    private int _percent;

    private DemoWaitingPage(WebApplication server) => _server = server;

    /// <summary>Where it answers.</summary>
    public IEnumerable<string> Addresses => _server.Urls;

    /// <summary>Opens it where the portal will answer by itself; where tests host the portal it shows nothing.</summary>
    public static async Task<IDemoProgress> OpenAsync(WebApplication portal)
    {
        // the addresses of a test server are nobody's
        if (!portal.Services.GetRequiredService<IServer>().GetType().Name.Contains("Kestrel", StringComparison.Ordinal)) { return new Nobody(); }
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = portal.Environment.EnvironmentName, ContentRootPath = portal.Environment.ContentRootPath });
        builder.Configuration.AddConfiguration(portal.Configuration);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, Unheeding>(); // Ctrl and C stop the portal, not this page
        var page = new DemoWaitingPage(builder.Build());
        page._server.Run(page.AnswerAsync);
        await page._server.StartAsync();
        portal.Logger.LogInformation("While the demo is made, {Address} shows how far it is", string.Join(" and ", page._server.Urls));
        return page;
    }

    /// <inheritdoc />
    public void Made(int percent) => _percent = Math.Max(_percent, percent);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // a browser that keeps its connection open does not hold the portal up
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _server.StopAsync(patience.Token);
        await _server.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.RetryAfter = "2";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(Html(nonce, _percent));
    }

    private static string Html(string nonce, int percent) => $$"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>The demo is being made - DCO Portal</title>
        <noscript><meta http-equiv="refresh" content="3"></noscript>
        <style nonce="{{nonce}}">
        :root { color-scheme: light dark }
        body { font: 1.1875rem/1.5 Arial, sans-serif; max-width: 32em; margin: 15vh auto; padding: 0 1em }
        progress { width: 100%; height: 1.5rem; accent-color: #005eb8 }
        </style>
        </head>
        <body>
        <main>
        <h1>The demo is being made</h1>
        <p>Made-up people, cases and half a year of their work. This happens once, and takes about half a minute.</p>
        <p><label for="made">Made so far</label><br><progress id="made" max="100" value="{{percent}}">{{percent}}%</progress></p>
        <p>The portal opens here by itself.</p>
        </main>
        <script nonce="{{nonce}}">
        setInterval(async () => {
          try {
            const answer = await fetch(location.href, { cache: 'no-store' });
            if (answer.status !== 503) { location.reload(); return; }
            document.getElementById('made').value = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('made').value;
          } catch { /* the portal takes over in this moment */ }
        }, 1000);
        </script>
        </body>
        </html>
        """;

    private sealed class Unheeding : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Nobody : IDemoProgress
    {
        public void Made(int percent) { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
