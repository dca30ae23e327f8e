using Notify.Client;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>Makes GOV.UK Notify's own client as the configuration says.</summary>
internal static class GovNotifyClient
{
    /// <summary>One for the life of the process.</summary>
    public static NotificationClient Create(GovNotifyOptions options)
    {
        // a new connection every few minutes looks up the name again
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        };
        var client = new NotificationClient(new HttpClientWrapper(http), options.ApiKey);
        // set after Notify's client is made, because its constructor sets its own address
        http.BaseAddress = new Uri(options.BaseUrl);
        return client;
    }
}
