using DcoPortal.Web.Features.Account.Profile;
using DcoPortal.Web.Features.Account.TwoFactor;
using DcoPortal.Web.Features.Account.TwoFactorSetUp;

namespace DcoPortal.Web.Features.Account;

internal static class AccountPages
{
    /// <summary>What the pages of account read and write with.</summary>
    public static IServiceCollection AddAccountPages(this IServiceCollection services)
    {
        services.AddScoped<NewPasswordHandler>();
        services.AddScoped<ProfileQuery>();
        services.AddScoped<SignInHandler>();
        services.AddScoped<TwoFactorHandler>();
        services.AddScoped<TwoFactorSetUpHandler>();
        return services;
    }
}
