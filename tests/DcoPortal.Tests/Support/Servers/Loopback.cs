using System.Net;
using System.Net.Sockets;

namespace DcoPortal.Tests.Support.Servers;

internal static class Loopback
{
    /// <summary>A port on which nothing listens at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
