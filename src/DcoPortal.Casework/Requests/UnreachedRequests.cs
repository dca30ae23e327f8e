using DcoPortal.Domain.Ladder;

namespace DcoPortal.Casework.Requests;

internal static class UnreachedRequests
{
    /// <summary>Requests chased since an instant (UTC) only by emails that did not arrive.</summary>
    public static IQueryable<AdviceRequest> Of(PortalDb db, DateTime start)
    {
        // an escalation step goes over the holder's head, so it counts as no reminder to the holder
        var holders = LadderSteps.All.Where(s => !s.IsEscalation()).ToList();
        var today = db.Chases.Where(c => c.AtUtc >= start && (c.Step == null || holders.Contains(c.Step.Value)));
        return db.AdviceRequests.Where(r => r.LastChasedUtc >= start && today.Any(c => c.AdviceRequestId == r.Id)
            && !today.Any(c => c.AdviceRequestId == r.Id && (c.EmailId == null
                || db.Emails.Any(e => (e.Id == c.EmailId || e.RepeatsId == c.EmailId) && e.FailedUtc == null && e.BouncedUtc == null))));
    }
}
