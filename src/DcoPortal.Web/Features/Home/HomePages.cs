using DcoPortal.Web.Features.Home.Worklist;

namespace DcoPortal.Web.Features.Home;

internal static class HomePages
{
    /// <summary>What the pages of home read and write with.</summary>
    public static IServiceCollection AddHomePages(this IServiceCollection services)
    {
        services.AddScoped<AdministrationHomeQuery>();
        services.AddScoped<AuthorityCasesQuery>();
        services.AddScoped<AuthorityHomeQuery>();
        services.AddScoped<BoardMemberHomeQuery>();
        services.AddScoped<DcoHomeQuery>();
        services.AddScoped<DraftsHomeQuery>();
        services.AddScoped<ImportsHomeQuery>();
        services.AddScoped<HomeQuery>();
        services.AddScoped<OpenedQuery>();
        services.AddScoped<RemindersQuery>();
        services.AddScoped<SentCasesHomeQuery>();
        services.AddScoped<ServiceHomeQuery>();
        services.AddScoped<TriageHomeQuery>();
        services.AddScoped<MovedAccountsQuery>();
        services.AddScoped<OfficersQuery>();
        services.AddScoped<UnattendedServicesQuery>();
        services.AddScoped<WithoutAccountQuery>();
        services.AddScoped<UntoldFamiliesQuery>();
        return services;
    }
}
