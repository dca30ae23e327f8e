using System.Net;

namespace DcoPortal.Tests.Support;

/// <summary>What a proxy with TLS does to a request, on the client's side: the browser means https, the portal gets plain HTTP and the headers that tell of it.</summary>
/// <param name="portal">Where the portal answers.</param>
/// <param name="client">The client's address, as the proxy tells it.</param>
internal sealed class TlsProxy(Uri portal, string client = "203.0.113.7") : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly CookieContainer cookies = new();

    /// <summary>A browser that comes through it, to https://portal.test.</summary>
    public PortalBrowser Browser() => new(new HttpClient(this, disposeHandler: false) { BaseAddress = new("https://portal.test") });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        request.Headers.Host = asked.Authority;
        request.Headers.Add("X-Forwarded-For", client);
        request.Headers.Add("X-Forwarded-Proto", asked.Scheme);
        if (cookies.GetCookieHeader(asked) is { Length: > 0 } sent) { request.Headers.Add("Cookie", sent); }
        request.RequestUri = new(portal, asked.PathAndQuery);
        var response = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) { cookies.SetCookies(asked, cookie); }
        request.RequestUri = asked;
        return response;
    }
}
