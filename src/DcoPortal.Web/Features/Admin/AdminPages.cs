using DcoPortal.Web.Features.Admin.AuditLog;
using DcoPortal.Web.Features.Admin.Emails;
using DcoPortal.Web.Features.Admin.Organisations;
using DcoPortal.Web.Features.Admin.TestEmail;
using DcoPortal.Web.Features.Admin.Users;

namespace DcoPortal.Web.Features.Admin;

internal static class AdminPages
{
    /// <summary>What the pages of admin read and write with.</summary>
    public static IServiceCollection AddAdminPages(this IServiceCollection services)
    {
        services.AddScoped<AuditLogQuery>();
        services.AddScoped<EmailsQuery>();
        services.AddScoped<InviteChoicesQuery>();
        services.AddScoped<OrganisationsQuery>();
        services.AddScoped<TestEmailQuery>();
        services.AddScoped<UsersQuery>();
        return services;
    }
}
