namespace DcoPortal.Casework.RightAuthority;

internal static class RightAuthoritySetup
{
    /// <summary>What puts cases under the right authority that were recorded under the wrong one.</summary>
    public static IServiceCollection AddRightAuthority(this IServiceCollection services)
    {
        services.AddScoped<CasesThatStayQuery>();
        services.AddScoped<MisplacedReferences>();
        services.AddScoped<RightAuthorityEmails>();
        services.AddScoped<RightAuthorityHandler>();
        return services;
    }
}
