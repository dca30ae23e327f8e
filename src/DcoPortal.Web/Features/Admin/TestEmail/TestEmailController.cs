using DcoPortal.Casework.Emails;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Admin.TestEmail;

/// <summary>Tests whether emails arrive: sends one to the administrator's own address and shows what became of it.</summary>
[Area("Admin")]
public sealed class TestEmailController(TestEmailQuery query, TestEmailHandler test) : Controller
{
    /// <summary>The configured sender and the last tests.</summary>
    [HttpGet("/admin/emails/test"), Allow(Permission.SendTestEmail)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.PageAsync(ct));

    /// <summary>Sends a test email.</summary>
    [HttpPost("/admin/emails/test"), Allow(Permission.SendTestEmail), EnableRateLimiting(RateLimits.TestEmail)]
    public async Task<IActionResult> Send(CancellationToken ct)
    {
        await test.HandleAsync(ct);
        return LocalRedirect($"{Addresses.AdminEmailsTest}#results");
    }
}
