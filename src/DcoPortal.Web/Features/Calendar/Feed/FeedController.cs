using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Calendar.Feed;

/// <summary>The calendar feed. Calendar programs cannot sign in, so the secret in the address is the proof, and it opens nothing else.</summary>
[Area("Calendar")]
public sealed class FeedController(FeedQuery query) : Controller
{
    /// <summary>The feed; "not found" for a token that is wrong or revoked, or whose account is disabled.</summary>
    [HttpGet("/calendar/feed.ics"), AllowAnonymous, EnableRateLimiting(RateLimits.Calendar)]
    public async Task<IActionResult> Index(string? token, CancellationToken ct)
    {
        if (await query.RunAsync(token, ct) is not { } text) { return NotFound(); }
        Response.Headers.CacheControl = "private, max-age=900";
        return Content(text, "text/calendar; charset=utf-8");
    }
}
