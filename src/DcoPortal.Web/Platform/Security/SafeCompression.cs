using Microsoft.AspNetCore.ResponseCompression;

namespace DcoPortal.Web.Platform.Security;

/// <summary>
/// Compresses pages and lists, unless another site made the browser ask: by the length of such an answer, a page elsewhere could guess what a page here says (the attack BREACH).
/// Browsers say who made them ask, and no script can say otherwise (Sec-Fetch-Site).
/// </summary>
internal static class SafeCompression
{
    private static readonly string[] Kinds = ["text/html", "text/csv", "text/plain", "text/calendar", "application/json"];

    public static IServiceCollection AddSafeCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = Kinds;
    });

    public static IApplicationBuilder UseSafeCompression(this IApplicationBuilder app) =>
        app.UseWhen(c => c.Request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none", a => a.UseResponseCompression());
}
