using DcoPortal.Domain.Access;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Access;

/// <summary>One method of one address of the portal, and the permission it asks for.</summary>
internal sealed record PortalEndpoint(string Method, string Pattern, string? Area, string? Controller, IReadOnlyList<string> Parameters, IReadOnlyList<Permission> Permissions, bool Anonymous)
{
    public override string ToString() => $"{Method} /{Pattern}";

    /// <summary>The address with one value for its record and 1 for what else it may have.</summary>
    public string Address(string? parameter, string? value)
    {
        var path = Pattern;
        foreach (var name in Parameters)
        {
            var at = path.IndexOf("{" + name, StringComparison.OrdinalIgnoreCase);
            if (at < 0) { at = path.IndexOf("{*" + name, StringComparison.OrdinalIgnoreCase); }
            var end = path.IndexOf('}', at);
            path = path[..at] + Uri.EscapeDataString(name == parameter ? value! : "1") + path[(end + 1)..];
        }
        return "/" + path;
    }

    /// <summary>Every routed address, static files left out.</summary>
    public static IReadOnlyList<PortalEndpoint> Of(PortalApp app) =>
        [.. from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
            where action is not null
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
            select new PortalEndpoint(method, endpoint.RoutePattern.RawText!.TrimStart('/'), action.RouteValues.TryGetValue("area", out var area) ? area : null, action.ControllerName,
                [.. endpoint.RoutePattern.Parameters.Select(p => p.Name)], [.. endpoint.Metadata.OfType<AllowAttribute>().Select(a => a.Permission)],
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)];
}
