using System.Diagnostics;
using DcoPortal.Casework.Telemetry;
using OpenTelemetry;

namespace DcoPortal.Web.Platform.Telemetry;

/// <summary>
/// Lets out what is known to hold no personal data and nothing else: not the path with its references and tokens, not the query
/// string, not the address or browser of a person. A new version of a library may add tags; they stay here until somebody lists them.
/// </summary>
internal sealed class AllowedTags : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Allowed =
    [
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "server.address", "server.port", "network.protocol.version", "error.type",
        "db.system.name", "db.query.text", "dco.email.template", "dco.job.name",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Allowed.Contains(name)) { data.SetTag(name, null); }
        }
    }
}
