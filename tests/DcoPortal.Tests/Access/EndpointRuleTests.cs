using DcoPortal.Tests.Support;
using DcoPortal.Web.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Access;

public sealed class EndpointRuleTests : IDisposable
{
    /// <summary>What anyone may open without signing in. Nothing here shows a child's record.</summary>
    // the framework itself serves files that are in wwwroot and not in its list, or answers 404
    private static readonly string[] Anonymous =
    [
        "{**path:file}", "accessibility", "account/accept/{token}", "account/forgotten-password", "account/invitation/{token}", "account/reset-password", "account/reset-password/{token}", "account/set-password", "account/sign-in", "account/two-factor",
        "account/recovery-code", "calendar/feed.ics", "contact", "dev/components", "error/{status:int:range(400,599)}", "glossary", "health/live", "health/ready", "help", "privacy", "session/keep-alive",
    ];

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private IEnumerable<RouteEndpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool IsStaticFile(Endpoint e) => e.Metadata.Any(m => m.GetType().FullName?.Contains("StaticAsset", StringComparison.Ordinal) == true);

    [Fact]
    public void Every_action_is_decorated_with_one_permission_or_is_anonymous()
    {
        var actions = Endpoints.Select(e => (Endpoint: e, Action: e.Metadata.GetMetadata<ControllerActionDescriptor>())).Where(e => e.Action is not null).ToList();

        var wrong = actions.Where(a => a.Endpoint.Metadata.OfType<AllowAttribute>().Count() + (a.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null ? 0 : 1) != 1)
            .Select(a => a.Action!.DisplayName);

        Assert.NotEmpty(actions);
        Assert.Empty(wrong);
        // an action that no route reaches has not been looked at above
        var routed = actions.Select(a => a.Action!.MethodInfo).ToHashSet();
        Assert.Empty(typeof(Program).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ControllerBase)) && !t.IsAbstract)
            .SelectMany(t => t.GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly))
            .Where(m => !m.IsSpecialName && m.GetCustomAttributes(typeof(NonActionAttribute), true).Length == 0 && m.GetBaseDefinition() == m && m.Name != "Dispose" && !routed.Contains(m))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));
    }

    [Fact]
    public void Every_endpoint_asks_for_a_permission_or_is_on_the_written_list_of_anonymous_ones()
    {
        var open = Endpoints.Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null || e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(e => !IsStaticFile(e)).Select(e => e.RoutePattern.RawText!.TrimStart('/')).Distinct().Where(p => !Anonymous.Contains(p));

        Assert.Empty(open);
    }

    [Fact]
    public void Every_page_names_its_address_itself()
    {
        // a conventional route would reach actions nobody meant to publish
        Assert.Empty(Endpoints.Where(e => e.RoutePattern.RawText!.Contains("{controller", StringComparison.Ordinal)).Select(e => e.DisplayName));
    }
}
