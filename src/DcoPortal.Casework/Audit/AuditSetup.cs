using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DcoPortal.Casework.Audit;

internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddScoped<LastDoneQuery>();
        services.AddSingleton<IInterceptor, AuditGuard>();
        return services;
    }
}
