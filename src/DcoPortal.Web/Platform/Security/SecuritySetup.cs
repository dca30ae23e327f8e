using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using DcoPortal.Casework;
using DcoPortal.Casework.Accounts;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Platform.Security;

/// <summary>The names of the rate limits, for [EnableRateLimiting].</summary>
public static class RateLimits
{
    /// <summary>Sign-in, password and invitation forms, by address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Calendar feeds, by the private token: programs ask again and again, and people behind one proxy must not share a limit.</summary>
    public const string Calendar = "calendar";

    /// <summary>Test emails, by person.</summary>
    public const string TestEmail = "test-email";

    /// <summary>Uploads and imports, by person. A form that saves itself while forty files come in must stay well below it.</summary>
    public const string Upload = "upload";
}

internal static class SecuritySetup
{
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MvcOptions>(o => o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(RateLimits.SignIn, c => Window($"sign-in:{c.Connection.RemoteIpAddress}", configuration.GetValue("RateLimits:SignInPerMinute", 20)));
            o.AddPolicy(RateLimits.Calendar, c => Window($"calendar:{AccountLinks.HashOf(c.Request.Query["token"].ToString())}", configuration.GetValue("RateLimits:CalendarPerMinute", 60)));
            o.AddPolicy(RateLimits.TestEmail, c => Window($"test-email:{c.User.FindFirstValue(ClaimTypes.NameIdentifier)}", configuration.GetValue("RateLimits:TestEmailPerMinute", 5)));
            o.AddPolicy(RateLimits.Upload, c => Window($"upload:{c.User.FindFirstValue(ClaimTypes.NameIdentifier)}", configuration.GetValue("RateLimits:UploadPerMinute", 300)));
            // each guess is another token, so the guesses of one address share a further limit
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(c => c.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == RateLimits.Calendar
                ? Window($"calendars:{c.Connection.RemoteIpAddress}", configuration.GetValue("RateLimits:CalendarsOfAnAddressPerMinute", 1200))
                : RateLimitPartition.GetNoLimiter(""));
        });
        return services;
    }

    /// <summary>HTTPS only, also in emails' links, with HSTS; a developer's machine may switch it off.</summary>
    public static void UseSecureTransport(this WebApplication app)
    {
        if (app.Environment.IsProduction() && app.Configuration["Portal:PublicUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new StartUpException("Set Portal:PublicUrl to the https address that people use: the links in emails begin with it.");
        }
        if (!app.Configuration.GetValue("Access:RequireHttps", true))
        {
            if (app.Environment.IsProduction()) { throw new StartUpException("Access:RequireHttps cannot be false in Production."); }
            return;
        }
        app.UseHsts();
        app.UseHttpsRedirection();
        app.UseMiddleware<PlainHttp>();
    }

    /// <summary>Headers on every response, static files included.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicies.Page;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.OnStarting(() =>
        {
            // pages about people must not be cached; static files set their own header
            if (!headers.ContainsKey("Cache-Control")) { headers.CacheControl = "no-store"; }
            return Task.CompletedTask;
        });
        await next();
    });

    private static RateLimitPartition<string> Window(string key, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), AutoReplenishment = true });
}
