using DcoPortal.Domain.Advice;
using DcoPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Shared;

/// <summary>Whether every service asked for statutory advice said that it has none: then the DCO must decide (regulation 6(1)(c) has no "unless unknown").</summary>
internal static class AllNil
{
    public static async Task<bool> IsAsync(PortalDb db, Guid assessmentId, CancellationToken ct)
    {
        var answers = await db.AdviceRequests.Where(r => r.AssessmentId == assessmentId && r.Kind == AdviceKind.Statutory && r.ClosedUtc == null)
            .Select(r => r.SubmittedUtc != null && r.NilReason != null).ToListAsync(ct);
        return answers.Count > 0 && answers.TrueForAll(nil => nil);
    }
}
