using DcoPortal.Casework.Figures;

namespace DcoPortal.Casework.Requests;

/// <summary>
/// Which services gave advice that came along with a case which was moved: nobody may be asked for it again where the adviser, the family and the authority are all
/// satisfied that it is enough (regulation 6(4)), so the portal neither prepares nor sends such a request by itself. A person decides.
/// </summary>
public sealed class CameAlongQuery(PortalDb db)
{
    /// <summary>Those of the reader's directory, each with the day on which it returned its latest advice (Europe/London).</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> OfAsync(Guid assessmentId, CancellationToken ct) => await (
        from c in NoMedicalAdvice.CameAlong(db)
        where c.AssessmentId == assessmentId
        join s in db.Services on c.ServiceName equals s.DistinctName
        join p in db.Providers on new { Id = s.ProviderId, Name = c.ProviderName } equals new { p.Id, p.Name }
        group c.ReturnedOn by s.Id into g
        select new { g.Key, On = g.Max() }).ToDictionaryAsync(g => g.Key, g => g.On, ct);
}
