using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
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
