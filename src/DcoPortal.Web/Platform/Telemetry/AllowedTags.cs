using System.Diagnostics;
using DcoPortal.Casework.Telemetry;
using OpenTelemetry;

namespace DcoPortal.Web.Platform.Telemetry;

/// <summary>
/// Exports only tags known to hold no personal data: not the path with its references and tokens, not the query string, not
/// a person's address or browser. Tags that a new version of a library adds stay inside until a developer lists them here.
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
