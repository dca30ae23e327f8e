using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Audit;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Takes a request further as the DCO service would, for tests of what the others then see.</summary>
internal static class RequestChanges
{
    public static async Task<AdviceRequest> ChangeRequestAsync(this PortalApp app, Guid id, Action<AdviceRequest> change)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        change(request);
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(new AdviceSentBack(request.Keys, id, "test"));
        await db.SaveChangesAsync();
        return request;
    }
}
