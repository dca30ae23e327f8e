using DcoPortal.Casework.Data;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Escalations;

/// <summary>What the emails about an escalation say: of its request, and nothing of anybody's words.</summary>
internal static class EscalationEmails
{
    /// <summary>The page that such an email opens.</summary>
    public static string Path(Guid escalationId) => $"/escalations/{escalationId}";

    /// <summary>The values, and the two sides of the case: two queries, for one service and its provider.</summary>
    public static async Task<(Dictionary<string, string> Values, CaseParties Parties)> ValuesAsync(PortalDb db, AdviceRequest request, CancellationToken ct)
    {
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var asked = await (
            from s in db.Services
            join p in db.Providers on s.ProviderId equals p.Id
            where s.Id == request.ServiceId
            select new { s.Name, Provider = p.Name }).SingleOrDefaultAsync(ct);
        return (AdviceEmails.Values(request, asked?.Name, asked?.Provider, parties), parties);
    }
}
