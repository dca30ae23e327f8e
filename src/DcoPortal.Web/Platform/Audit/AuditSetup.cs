using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DcoPortal.Web.Platform.Audit;

internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddScoped<ChildRecordViewFilter>();
        services.AddSingleton<IInterceptor, AuditGuard>();
        services.Configure<MvcOptions>(o => o.Filters.AddService<ChildRecordViewFilter>());
        return services;
    }
}
