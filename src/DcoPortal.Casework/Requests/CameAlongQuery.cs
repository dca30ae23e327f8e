using DcoPortal.Casework.Figures;

namespace DcoPortal.Casework.Requests;

/// <summary>A service of another directory whose advice came along, as it was called there.</summary>
/// <param name="Service">The service.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="On">The day it returned its latest advice (Europe/London).</param>
public sealed record AlongUnknown(string Service, string Provider, DateOnly On);

/// <summary>
/// Which services gave advice that came along with a case which was moved: nobody may be asked for it again where the adviser, the family and the authority are all
/// satisfied that it is enough (regulation 6(4)), so the portal neither prepares nor sends such a request by itself. A person decides.
/// </summary>
public sealed class CameAlongQuery(PortalDb db)
{
    /// <summary>Those of the reader's directory, each with the day on which it returned its latest advice (Europe/London).</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> OfAsync(Guid assessmentId, CancellationToken ct) =>
        await NoMedicalAdvice.CameAlongFrom(db).Where(c => c.AssessmentId == assessmentId).GroupBy(c => c.ServiceId).Select(g => new { g.Key, On = g.Max(c => c.ReturnedOn) }).ToDictionaryAsync(g => g.Key, g => g.On, ct);

    /// <summary>Those that the reader's directory has in use neither as the very service nor under that name: only a person can tell whether one of it is the same service.</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<AlongUnknown>> UnknownAsync(Guid assessmentId, CancellationToken ct) => await NoMedicalAdvice.CameAlong(db).AsNoTracking()
        .Where(c => c.AssessmentId == assessmentId && !NoMedicalAdvice.CameAlongFrom(db).Any(f => f.Id == c.Id && db.Services.Any(s => s.Id == f.ServiceId && s.IsActive)))
        .GroupBy(c => new { c.ServiceName, c.ProviderName }).Select(g => new { g.Key.ServiceName, g.Key.ProviderName, On = g.Max(c => c.ReturnedOn) })
        .OrderBy(g => g.ServiceName).ThenBy(g => g.ProviderName).Select(g => new AlongUnknown(g.ServiceName, g.ProviderName, g.On)).ToListAsync(ct);
}
