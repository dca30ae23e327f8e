using System.Security.Claims;
using DcoPortal.Casework.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace DcoPortal.Web.Platform.SignIn;

/// <summary>
/// Checks on every request, by one indexed read, that the account is still enabled and its security stamp unchanged: so
/// disabling an account ends its sessions at once, on every instance. Role and services are read anew every 5 minutes.
/// </summary>
internal static class SessionCheck
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(5);

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        try { await CheckAsync(context); }
        // the error page must not fail for the same reason as the page, so it is shown as to a person who is not signed in
        catch (Exception) when (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null) { context.RejectPrincipal(); }
    }

    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        // scripts and pictures are the same for everyone, so they need no account
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) { return; }
        var services = context.HttpContext.RequestServices;
        var ct = context.HttpContext.RequestAborted;
        var stampClaim = services.GetRequiredService<Microsoft.Extensions.Options.IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        if (!Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) { await RejectAsync(context); return; }
        // the person's scope is not known yet, so the system scope reads the account
        await using var db = services.GetRequiredService<PortalDbFactory>().Create(AccessScope.System);
        var account = await db.Users.Where(u => u.Id == id).Select(u => new { u.SecurityStamp, u.DisabledUtc }).SingleOrDefaultAsync(ct);
        if (account is null || account.DisabledUtc is not null || account.SecurityStamp != context.Principal.FindFirstValue(stampClaim))
        {
            await RejectAsync(context);
            return;
        }
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Properties.IssuedUtc is { } issued && now - issued > Renewal) { await RenewAsync(context, db, id); }
    }

    private static async Task RejectAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static async Task RenewAsync(CookieValidatePrincipalContext context, PortalDb db, Guid id)
    {
        // a service scope of its own, because the request's own context must not be made before the person is known
        await using var own = context.HttpContext.RequestServices.CreateAsyncScope();
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, context.HttpContext.RequestAborted);
        var fresh = await own.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
        foreach (var method in context.Principal!.FindAll("amr")) { ((ClaimsIdentity)fresh.Identity!).AddClaim(method.Clone()); }
        context.ReplacePrincipal(fresh);
        context.ShouldRenew = true;
    }
}
