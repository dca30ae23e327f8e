using System.Net;
using System.Net.Sockets;
using DcoPortal.Casework;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace DcoPortal.Web.Platform.Security;

/// <summary>The proxies in front of the portal, by Proxy:Known. Only their headers about the client's address and HTTPS are trusted.</summary>
internal static class NamedProxies
{
    /// <summary>Reads the forwarded headers of named proxies. Place it first: everything after it sees the client's address and scheme.</summary>
    /// <exception cref="StartUpException">A value is no address or network, or the platform was told to trust every sender.</exception>
    public static void UseNamedProxies(this WebApplication app)
    {
        var networks = Read(app.Configuration);
        if (networks.Count == 0) { return; }
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // no limit to the proxies in a row, because the first one that is not named stops the reading
            ForwardLimit = null,
        };
        // the platform would trust this machine by default
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks) { options.KnownIPNetworks.Add(network); }
        app.UseForwardedHeaders(options);
    }

    /// <summary>The networks of Proxy:Known; an address is a network of one.</summary>
    public static IReadOnlyList<IPNetwork> Read(IConfiguration configuration)
    {
        if (string.Equals(configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartUpException("Unset ASPNETCORE_FORWARDEDHEADERS_ENABLED, which believes everybody, and set Proxy:Known:0 to the address of your proxy.");
        }
        var known = configuration.GetSection("Proxy:Known");
        if (known.Value is { Length: > 0 }) { throw new StartUpException("Set Proxy:Known:0, Proxy:Known:1 and so on, one address or network each, instead of Proxy:Known."); }
        return [.. known.GetChildren().Where(c => !string.IsNullOrWhiteSpace(c.Value)).Select(c => Parse(c.Path, c.Value!.Trim()))];
    }

    private static IPNetwork Parse(string key, string text)
    {
        var network = AddressOf(text) is { } address ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
            : IPNetwork.TryParse(text, out var parsed) ? parsed
            : throw new StartUpException($"Set {key} to an address or a network, such as 10.0.0.5 or 10.0.0.0/24: '{text}' is neither.");
        return network.PrefixLength > 0 ? network : throw new StartUpException($"Set {key} to your proxy's own address or network: {text} is everybody.");
    }

    // the parser takes "10.1" and "167772165" for addresses, but here they are typing mistakes
    private static IPAddress? AddressOf(string text) =>
        IPAddress.TryParse(text, out var address) && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text) ? address : null;
}
