namespace DcoPortal.Casework.Requests;

/// <summary>Whom the authority did not name, and who was asked for early information alone: once it has decided to assess, somebody looks whether they are asked for advice.</summary>
public static class EarlyOnly
{
    /// <summary>The early requests of those who were never asked for statutory advice. Who has nothing to say about the child is not among them; whom the authority named has a rule of their own. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> Of(PortalDb db) => db.AdviceRequests.AsNoTracking().Where(r => r.Kind == AdviceKind.EarlyInformation && r.AskedOn != null && r.NilReason == null
        && r.Stage != RequestStage.ToSend && r.Stage != RequestStage.GivenBack && r.Stage != RequestStage.Closed
        && db.Assessments.Any(a => a.Id == r.AssessmentId && a.Decision == AssessmentDecision.Assess)
        && !db.AdviceRequests.Any(s => s.AssessmentId == r.AssessmentId && s.Kind == AdviceKind.Statutory && (s.CoverForServiceId ?? s.ServiceId) == (r.CoverForServiceId ?? r.ServiceId))
        && !db.InvolvedProfessionals.Any(p => p.AssessmentId == r.AssessmentId && (p.AskedServiceId ?? p.ServiceId) == (r.CoverForServiceId ?? r.ServiceId)));

    /// <summary>The services of those, of a case that is decided and in memory: the same rule.</summary>
    /// <param name="requests">Its requests.</param>
    /// <param name="named">Whom it names.</param>
    public static IEnumerable<Guid> ServicesIn(IReadOnlyCollection<AdviceRequest> requests, IReadOnlyCollection<InvolvedProfessional> named)
    {
        static Guid ServiceOf(AdviceRequest r) => r.CoverForServiceId ?? r.ServiceId;
        return requests.Where(r => r is { Kind: AdviceKind.EarlyInformation, AskedOn: not null, NilReason: null } && r.Stage is not (RequestStage.ToSend or RequestStage.GivenBack or RequestStage.Closed)).Select(ServiceOf).Distinct()
            .Where(id => !requests.Any(r => r.Kind == AdviceKind.Statutory && ServiceOf(r) == id) && !named.Any(p => p.AskedThrough == id));
    }

    /// <summary>In words: "Children’s continence, LSCFT (asked for early information only)".</summary>
    public static string Words(Guid service, AskableDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return $"{directory.ServiceName(service)} (asked for early information only)";
    }

    /// <summary>Those of one case whom nobody asks in this save either, in words.</summary>
    /// <param name="db">The database.</param>
    /// <param name="assessmentId">The case.</param>
    /// <param name="requests">Its requests, also those that are made now.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<string>> WordsAsync(PortalDb db, Guid assessmentId, IReadOnlyCollection<AdviceRequest> requests, AskableDirectory directory, CancellationToken ct)
    {
        var services = await Of(db).Where(r => r.AssessmentId == assessmentId).Select(r => r.CoverForServiceId ?? r.ServiceId).Distinct().ToListAsync(ct);
        return [.. services.Where(id => !requests.Any(r => r.Kind == AdviceKind.Statutory && (r.CoverForServiceId ?? r.ServiceId) == id)).Select(id => Words(id, directory)).Order(StringComparer.Ordinal)];
    }
}
