using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DcoPortal.Casework.Audit;

internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddSingleton<IInterceptor, AuditGuard>();
        return services;
    }
}
