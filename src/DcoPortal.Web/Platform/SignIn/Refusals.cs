using DcoPortal.Web.Platform.SignIn.Interrupted;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace DcoPortal.Web.Platform.SignIn;

/// <summary>Where a refused request goes: to sign-in with the typed form kept, to two-factor set-up, or to a plain 403.</summary>
internal static class Refusals
{
    /// <summary>A person who still has to set up two-factor sign-in is taken there; anyone else is refused.</summary>
    public static Task DeniedAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var required = context.HttpContext.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.RequireTwoFactor;
        if (required && !context.HttpContext.User.HasTwoFactor())
        {
            var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";
            context.Response.Redirect("/account/two-factor/set-up?returnUrl=" + Uri.EscapeDataString(back));
            return Task.CompletedTask;
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>The session has ended: a posted form is kept for the same person, for an hour.</summary>
    public static async Task ChallengedAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var keep = context.HttpContext.RequestServices.GetRequiredService<InterruptedForms>();
        if (HttpMethods.IsPost(context.Request.Method))
        {
            var kept = await keep.KeepAsync(context.HttpContext, context.Options);
            context.Response.Redirect(kept ? "/account/sign-in?returnUrl=%2Faccount%2Fcontinue&interrupted=true" : "/account/sign-in?interrupted=true");
            return;
        }
        context.Response.Redirect(context.RedirectUri);
    }
}
