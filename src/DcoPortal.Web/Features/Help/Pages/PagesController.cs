using Microsoft.AspNetCore.Authorization;

namespace DcoPortal.Web.Features.Help.Pages;

/// <summary>The pages that anyone may read, signed in or not.</summary>
[Area("Help"), AllowAnonymous]
public sealed class PagesController : Controller
{
    /// <summary>The shared words.</summary>
    [HttpGet("/glossary")]
    public IActionResult Words() => View("Glossary");

    /// <summary>How to use the portal, and the key to the statuses.</summary>
    [HttpGet("/help")]
    public IActionResult Guide() => View("Help");

    /// <summary>The accessibility statement.</summary>
    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View();

    /// <summary>What is kept about people, why and for how long.</summary>
    [HttpGet("/privacy")]
    public IActionResult Privacy() => View();

    /// <summary>How to reach the DCO service.</summary>
    [HttpGet("/contact")]
    public async Task<IActionResult> Contact([FromServices] ContactQuery query, CancellationToken ct) => View(await query.RunAsync(ct));

    /// <summary>Called by the time-out warning: any answer extends the sign-in cookie. The header says how long the session now lasts.</summary>
    [HttpGet("/session/keep-alive"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult KeepAlive([FromServices] PageChrome chrome)
    {
        if (!chrome.IsSignedIn)
            return Unauthorized();
        if (chrome.SessionSeconds() is { } seconds)
            Response.Headers["X-Session-Seconds"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return NoContent();
    }
}
