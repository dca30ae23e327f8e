using System.Net;
using DcoPortal.Casework;
using DcoPortal.Tests.Support;
using DcoPortal.Web;
using DcoPortal.Web.Platform.Security;
using Microsoft.Extensions.Configuration;

namespace DcoPortal.Tests.Platform.Security;

/// <summary>The portal behind a proxy with TLS: a named one is believed, any other is not.</summary>
public sealed class NamedProxiesTests : IDisposable
{
    private static readonly (string, string) Https = ("Access:RequireHttps", "true");
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Behind_a_named_proxy_a_person_signs_in_and_each_client_has_its_own_limit()
    {
        await using var portal = await PortalProcess.StartAsync(_app, Https, ("Proxy:Known:0", "127.0.0.0/8"), ("RateLimits:SignInPerMinute", "2"));
        using var proxy = new TlsProxy(portal.Url);
        using var another = new TlsProxy(portal.Url, "203.0.113.8");
        var browser = proxy.Browser();
        var form = await browser.GetAsync("/account/sign-in");
        Dictionary<string, string?> person = new() { ["Email"] = TestWorld.Caseworker, ["Password"] = TestWorld.Password };

        var home = await browser.SubmitAsync(form, "main form", person);

        Assert.Equal(new Uri("https://portal.test/"), home.Url);
        Assert.Contains("Strict-Transport-Security", home.Response.Headers.Select(h => h.Key));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/assessments")).Status);
        await browser.SubmitAsync(form, "main form", person);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SubmitAsync(form, "main form", person)).Status);
        var other = another.Browser();
        Assert.Equal("/", (await other.SubmitAsync(await other.GetAsync("/account/sign-in"), "main form", person)).Url.AbsolutePath);
        Assert.DoesNotContain("was refused", portal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("")]
    public async Task A_proxy_that_is_not_named_is_not_believed_and_the_log_says_once_what_to_set(string named)
    {
        await using var portal = await PortalProcess.StartAsync(_app, Https, ("Proxy:Known:0", named));
        using var proxy = new TlsProxy(portal.Url);

        foreach (var path in new[] { "/account/sign-in", "/account/sign-in", "/" })
        {
            using var refused = await proxy.Browser().Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("its log says what to set", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.False(refused.Headers.Contains("Set-Cookie"));
        }

        using var health = new HttpClient();
        Assert.True((await health.GetAsync(new Uri(portal.Url, "/health/live"))).IsSuccessStatusCode);
        await Eventually.TrueAsync("the warning is logged", () => Task.FromResult(portal.Output.Contains("set Proxy__Known__0 (or the next free number) to 127.0.0.1", StringComparison.Ordinal)), TimeSpan.FromSeconds(10));
        Assert.Single(portal.Output.Split('\n'), l => l.Contains("\"Level\":\"Warning\"", StringComparison.Ordinal) && l.Contains("was refused", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5/32")]
    [InlineData(" 10.0.0.0/24 ", "10.0.0.0/24")]
    [InlineData("::1", "::1/128")]
    [InlineData("fd00::/8", "fd00::/8")]
    public void An_address_or_a_network_names_a_proxy(string text, string network) =>
        Assert.Equal(IPNetwork.Parse(network), Assert.Single(Read(("Proxy:Known:0", text), ("Proxy:Known:1", ""))));

    [Theory]
    [InlineData("Proxy:Known:0", "proxy.icb.nhs.uk")]
    [InlineData("Proxy:Known:0", "10.1")]
    [InlineData("Proxy:Known:3", "10.0.0.5/240")]
    [InlineData("Proxy:Known:0", "0.0.0.0/0")]
    [InlineData("Proxy:Known:0", "::/0")]
    [InlineData("Proxy:Known", "10.0.0.5,10.0.0.6")]
    [InlineData("ForwardedHeaders_Enabled", "true")]
    public void Anything_else_stops_the_start_with_a_line_that_names_the_setting(string key, string value)
    {
        var problem = Assert.Throws<StartUpException>(() => Read((key, value)));
        Assert.Contains(key.Contains(':', StringComparison.Ordinal) ? key : "ASPNETCORE_FORWARDEDHEADERS_ENABLED", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_believed_unless_named() => Assert.Empty(Read());

    private static IReadOnlyList<IPNetwork> Read(params (string Key, string Value)[] settings) =>
        NamedProxies.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
