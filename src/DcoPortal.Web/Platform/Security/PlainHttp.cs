using System.Collections.Concurrent;
using System.Net;

namespace DcoPortal.Web.Platform.Security;

/// <summary>
/// Refuses plain HTTP that could not be redirected: a form's cookies need HTTPS, so every page with a form would fail.
/// Behind a proxy with TLS the cause is a wrong setting, and the log says which.
/// </summary>
internal sealed class PlainHttp(RequestDelegate next, ILogger<PlainHttp> log, IConfiguration configuration)
{
    private const int MostWarnings = 20;
    private readonly bool namesProxies = NamedProxies.Read(configuration).Count > 0;
    private readonly ConcurrentDictionary<string, bool> warned = new();

    public async Task InvokeAsync(HttpContext context)
    {
        // a load balancer asks for the health page without TLS
        if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/health"))
        {
            await next(context);
            return;
        }

        Warn(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("This service works over https only. If the address of this page begins with https, the service is not set up correctly: its log says what to set.\n");
    }

    private void Warn(HttpContext context)
    {
        var words = WordsFor(context.Request.Headers["X-Forwarded-Proto"].ToString(), context.Connection.RemoteIpAddress);
        // one warning for each cause and sender, up to a limit, so that an attacker cannot fill the log
        if (warned.Count < MostWarnings && warned.TryAdd(words, true)) { log.LogWarning("{Problem:l}", words); }
    }

    // a named proxy's header was removed when it was read, so a header that is still here came from an unknown sender
    private string WordsFor(string forwarded, IPAddress? from) =>
        forwarded.Length > 0 ? $"A request over plain HTTP from {Plain(from)} was refused. It says that it came through a proxy, but {Plain(from)} is none that Proxy:Known names. If it is your proxy, set Proxy__Known__0 (or the next free number) to {Plain(from)} and start again."
        : namesProxies ? $"A request over plain HTTP from {Plain(from)} was refused. If it came through your proxy, let the proxy send the headers X-Forwarded-For and X-Forwarded-Proto, and redirect http to https itself."
        : $"A request over plain HTTP from {Plain(from)} was refused. Put a proxy with TLS in front, let it send X-Forwarded-For and X-Forwarded-Proto, and set Proxy__Known__0 to its address; or give the portal a certificate of its own.";

    private static string Plain(IPAddress? address) => address switch
    {
        null => "an unknown address",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        _ => address.ToString(),
    };
}
