namespace DcoPortal.Casework.Transfers;

/// <summary>The service, provider and board of each request of a case, in words.</summary>
internal static class AnswerSources
{
    /// <summary>By request.</summary>
    /// <param name="all">A context that sees every row.</param>
    /// <param name="assessmentId">The case.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Dictionary<Guid, (AdviceRequest Request, AnswerSource Source)>> OfAsync(PortalDb all, Guid assessmentId, CancellationToken ct)
    {
        var rows = await (
            from r in all.AdviceRequests.AsNoTracking()
            where r.AssessmentId == assessmentId
            join s in all.Services on r.ServiceId equals s.Id
            join p in all.Providers on r.ProviderId equals p.Id
            join i in all.Icbs on r.IcbId equals i.Id
            select new { Request = r, Service = s.DistinctName, Provider = p.Name, Board = i.Name, p.OdsCode }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Request.Id, r => (r.Request, new AnswerSource(r.Service, r.Provider, r.Board, r.OdsCode)));
    }
}
