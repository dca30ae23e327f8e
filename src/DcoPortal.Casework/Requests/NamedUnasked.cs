namespace DcoPortal.Casework.Requests;

/// <summary>
/// Whom the family asked for and nobody is asking (regulation 6(1)(h)). The DCO service may decide so, with a reason: until it has
/// given one, an assessment that is decided does not leave triage.
/// </summary>
internal static class NamedUnasked
{
    /// <summary>Those without a request, an answer and a reason, once statutory advice is to be asked for.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="named">Whom the authority named.</param>
    /// <param name="requests">Every request of the assessment: one that was closed has its reason; one for early information asked for no advice.</param>
    /// <param name="familyAsked">Those of whom it is said now that the family asked for them, or null.</param>
    public static IReadOnlyList<InvolvedProfessional> WithoutReason(Assessment assessment, IEnumerable<InvolvedProfessional> named, IReadOnlyCollection<AdviceRequest> requests, IReadOnlySet<Guid>? familyAsked = null) =>
        assessment is not { Decision: AssessmentDecision.Assess, IsOpen: true } ? []
        : [.. named.Where(p => p is { AnsweredOn: null, NotAskedReason: null } && (p.FamilyAsked || familyAsked?.Contains(p.Id) == true) && !requests.Any(r => r.Kind == AdviceKind.Statutory && IsOf(r, p))).OrderBy(p => p.Position)];

    /// <summary>Whether a request went to somebody named, or to their service.</summary>
    public static bool IsOf(AdviceRequest request, InvolvedProfessional named) =>
        named.AskedThrough is { } service && (request.CoverForServiceId ?? request.ServiceId) == service;

    /// <summary>Keeps, in the caller's save, why each is not asked; those of whom nothing was said stay as they are.</summary>
    /// <returns>How many changed.</returns>
    public static int Keep(Assessment assessment, IEnumerable<InvolvedProfessional> named, IReadOnlyDictionary<Guid, string?> notAsked, AuditTrail audit, string byName, DateTime utc)
    {
        var changed = 0;
        foreach (var p in named.Where(p => notAsked.ContainsKey(p.Id)))
        {
            if (p.NotAsked(assessment.Keys, notAsked[p.Id], byName, utc) is not { } fact) { continue; }
            audit.Record(fact);
            changed++;
        }
        return changed;
    }

    /// <summary>What to say where one of them is left.</summary>
    public static string Rule(IEnumerable<string> who) => $"The family asked for advice from {string.Join("; ", who)} (regulation 6(1)(h)). Ask them, or say why they are not asked";
}
