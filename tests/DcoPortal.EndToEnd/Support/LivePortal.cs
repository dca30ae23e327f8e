using System.Net;
using DcoPortal.Tests.Support;

namespace DcoPortal.EndToEnd.Support;

/// <summary>The test portal on a real port, for a real browser.</summary>
public class LivePortal : PortalApp
{
    public LivePortal()
    {
        With("Access:RequireHttps", "false");
        UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
    }

    protected override string EnvironmentName => "Development";

    public string BaseUrl
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress.ToString().TrimEnd('/');
        }
    }
}
