using System.Security.Claims;
using DcoPortal.Casework.Emails;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>What the layout needs to know about the person, the page and the service.</summary>
public sealed class PageChrome(
    IHttpContextAccessor accessor, INavigation navigation, IConfiguration configuration, TimeProvider time,
    IOptionsMonitor<CookieAuthenticationOptions> cookies, IOptions<ServiceOptions> service)
{
    HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("The layout is drawn only within a request.");

    /// <summary>The service's own details.</summary>
    public ServiceOptions Service => service.Value;

    /// <summary>True when demo people and cases are loaded: every page says so.</summary>
    public bool IsDemo => configuration.GetValue<bool>("Demo:Enabled");

    /// <summary>True when somebody is signed in.</summary>
    public bool IsSignedIn => Http.User.Identity?.IsAuthenticated == true;

    /// <summary>Display name of the signed-in person, or their sign-in email.</summary>
    public string PersonName => Claim("dco:name") ?? Claim(ClaimTypes.Name) ?? "Signed in";

    /// <summary>Role title of the signed-in person, if known.</summary>
    public string? RoleTitle => Claim("dco:role");

    /// <summary>Organisation of the signed-in person; signed out, the organisation that runs the service.</summary>
    public string Organisation => Claim("dco:organisation") ?? Service.IcbName;

    /// <summary>The navigation links and which of them holds the current page (the longest path that matches).</summary>
    public IReadOnlyList<(NavItem Item, bool IsCurrent)> Navigation()
    {
        var items = navigation.Items(Http);
        var path = Http.Request.Path.Value ?? "/";
        var current = items.Where(i => Holds(i.Href, path)).MaxBy(i => i.Href.Length);
        return [.. items.Select(i => (i, ReferenceEquals(i, current)))];
    }

    /// <summary>What the person may search for, in a few words; null for who may not search.</summary>
    public string? MaySearchFor => navigation.MaySearchFor(Http);

    /// <summary>"Error: Page - Section - DCO Portal".</summary>
    public static string Title(ViewContext view)
    {
        var parts = new[] { view.ViewData["Title"] as string, view.ViewData["Section"] as string, "DCO Portal" }
            .Where(p => !string.IsNullOrWhiteSpace(p)).Distinct();
        return (view.ViewData.ModelState.IsValid ? "" : "Error: ") + string.Join(" - ", parts);
    }

    /// <summary>
    /// Whole seconds until the signed-in session ends without another request; null when nobody is signed in, or when the session is
    /// so long that a warning would only disturb. Read from the ticket, because the cookie slides only in its second half.
    /// </summary>
    public int? SessionSeconds()
    {
        if (!IsSignedIn)
            return null;
        var span = cookies.Get(IdentityConstants.ApplicationScheme).ExpireTimeSpan;
        var expires = Http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        var left = expires is null ? span : expires.Value - time.GetUtcNow();
        if (left < span / 2)
            left = span;
        return left > TimeSpan.FromHours(4) ? null : (int)left.TotalSeconds;
    }

    /// <summary>How long a session lasts without a request, in words: people without script are told beforehand, because no warning can come.</summary>
    public string SessionLength => cookies.Get(IdentityConstants.ApplicationScheme).ExpireTimeSpan is var span && span < TimeSpan.FromHours(2)
        ? UkText.Count((int)span.TotalMinutes, "minute")
        : UkText.Count((int)span.TotalHours, "hour");

    string? Claim(string type) => Http.User.FindFirst(type)?.Value is { Length: > 0 } value ? value : null;

    static bool Holds(string href, string path) => href == "/"
        ? path == "/"
        : path.Equals(href, StringComparison.OrdinalIgnoreCase) || path.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase);
}
