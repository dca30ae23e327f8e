using DcoPortal.Casework.Accounts;
using DcoPortal.Web.Platform.SignIn.Interrupted;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Web.Platform.SignIn;

internal static class SignInSetup
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<IPersonSource, RequestPerson>();
        services.Configure<AccessOptions>(configuration.GetSection("Access"));
        services.AddSingleton<IAuthorizationHandler, AllowHandler>();
        services.AddAuthorizationBuilder()
            // an endpoint without a rule is refused to everyone; an address without an endpoint goes on to "page not found"
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(c => c.Resource is HttpContext http && http.GetEndpoint() is null).Build());
        services.AddIdentity<PortalUser, IdentityRole<Guid>>(o =>
            {
                o.User.RequireUniqueEmail = true;
                o.Password.RequiredLength = 12;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<PortalUserStore>().AddRoleStore<NoRoleStore>().AddUserManager<PortalUserManager>()
            .AddPasswordValidator<PasswordRules>().AddErrorDescriber<PlainIdentityErrors>()
            .AddClaimsPrincipalFactory<PortalClaimsFactory>()
            .AddDefaultTokenProviders();
        services.AddSingleton<InterruptedForms>();
        // plain http is for a developer's own machine only: Production refuses it
        var https = configuration.GetValue("Access:RequireHttps", true);
        var secure = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = https ? "__Host-DcoPortal" : "DcoPortal";
            o.Cookie.HttpOnly = true;
            o.Cookie.SecurePolicy = secure;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.Path = "/";
            o.SlidingExpiration = true;
            o.ExpireTimeSpan = TimeSpan.FromMinutes(configuration.GetValue("Access:IdleMinutes", 30));
            o.LoginPath = "/account/sign-in";
            o.LogoutPath = "/account/sign-out";
            o.ReturnUrlParameter = "returnUrl";
            o.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
            o.Events.OnRedirectToLogin = Refusals.ChallengedAsync;
            o.Events.OnRedirectToAccessDenied = Refusals.DeniedAsync;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            o.Cookie.Name = https ? "__Host-DcoPortal-Code" : "DcoPortal-Code";
            o.Cookie.HttpOnly = true;
            o.Cookie.SecurePolicy = secure;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.Path = "/";
            o.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        });
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = https ? "__Host-DcoPortal-Banner" : "DcoPortal-Banner";
            o.Cookie.SecurePolicy = secure;
            o.Cookie.Path = "/";
        });
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = https ? "__Host-DcoPortal-Form" : "DcoPortal-Form";
            o.Cookie.SecurePolicy = secure;
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        // the keys are in the database, so that every instance can read every cookie
        services.AddDataProtection().SetApplicationName("DcoPortal").PersistKeysToDbContext<PortalDb>();
        return services;
    }
}
