using Notify.Client;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>Makes GOV.UK Notify's own client as the configuration says.</summary>
internal static class GovNotifyClient
{
    /// <summary>One for the life of the process.</summary>
    public static NotificationClient Create(GovNotifyOptions options)
    {
        // the name is looked up again every few minutes
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        };
        var client = new NotificationClient(new HttpClientWrapper(http), options.ApiKey);
        // the client has just set its own
        http.BaseAddress = new Uri(options.BaseUrl);
        return client;
    }
}
