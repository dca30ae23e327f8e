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
    /// <param name="requests">Every request of the assessment: one that was closed asks nobody any more, and one for early information asked for no advice.</param>
    /// <param name="familyAsked">Those of whom it is said now that the family asked for them, or null.</param>
    public static IReadOnlyList<InvolvedProfessional> WithoutReason(Assessment assessment, IEnumerable<InvolvedProfessional> named, IReadOnlyCollection<AdviceRequest> requests, IReadOnlySet<Guid>? familyAsked = null) =>
        assessment is not { Decision: AssessmentDecision.Assess, IsOpen: true } ? []
        : [.. named.Where(p => p is { AnsweredOn: null, NotAskedReason: null } && (p.FamilyAsked || familyAsked?.Contains(p.Id) == true) && !requests.Any(r => Asks(assessment, r, p))).OrderBy(p => p.Position)];

    /// <summary>Those who are involved, whom nobody asks, and of whom nobody has said why: they are not passed over in silence.</summary>
    public static IEnumerable<InvolvedProfessional> Undecided(Assessment assessment, IEnumerable<InvolvedProfessional> named, IReadOnlyCollection<AdviceRequest> requests, AskableDirectory directory) =>
        named.Where(p => p is { IsCurrent: true, AnsweredOn: null, NotAskedReason: null } && !requests.Any(r => Asks(assessment, r, p)) && !AsksMatched(assessment, p, requests, directory)).OrderBy(p => p.Position);

    // named in words of their own, and asked as the entry that the words mean
    private static bool AsksMatched(Assessment assessment, InvolvedProfessional named, IReadOnlyCollection<AdviceRequest> requests, AskableDirectory directory) =>
        InvolvedMatch.Of(named, directory).Target is { } target && requests.Any(r => AsksNow(assessment, r) && (r.CoverForServiceId ?? r.ServiceId) == target.ServiceId);

    /// <summary>Whether a request asks somebody named for what is to be asked for now: one for early information is no request for advice once the authority has decided to assess.</summary>
    public static bool Asks(Assessment assessment, AdviceRequest request, InvolvedProfessional named) =>
        AsksNow(assessment, request) && IsOf(request, named);

    private static bool AsksNow(Assessment assessment, AdviceRequest request) => request.Stage != RequestStage.Closed && (assessment.Decision != AssessmentDecision.Assess || request.Kind == AdviceKind.Statutory);

    /// <summary>Keeps, in the caller's save, why whom the family asked for is not asked any more: a request that ends takes the duty off nobody without a reason.</summary>
    public static async Task KeepReasonAsync(PortalDb db, AdviceRequest ended, string reason, AuditTrail audit, string byName, DateTime utc, CancellationToken ct)
    {
        var others = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == ended.AssessmentId && r.Id != ended.Id).NotClosed().ToListAsync(ct);
        var wished = await db.InvolvedProfessionals.Where(p => p.AssessmentId == ended.AssessmentId && p.FamilyAsked).ToListAsync(ct);
        foreach (var p in wished.Where(p => IsOf(ended, p) && !others.Exists(r => r.Kind == ended.Kind && IsOf(r, p))))
        {
            if (p.NotAsked(ended.Keys, reason.Length <= InvolvedProfessional.ReasonLength ? reason : reason[..(InvolvedProfessional.ReasonLength - 1)] + "…", byName, utc) is { } fact) { audit.Record(fact); }
        }
    }

    /// <summary>Whether the family asked for the advice that a request asks for: then to end it needs a reason.</summary>
    public static async Task<bool> IsFamilysAsync(PortalDb db, AdviceRequest request, CancellationToken ct) =>
        request.RequestedByFamily || (await db.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == request.AssessmentId && p.FamilyAsked).ToListAsync(ct)).Exists(p => IsOf(request, p));

    /// <summary>Whether a request went to somebody named, or to their service.</summary>
    public static bool IsOf(AdviceRequest request, InvolvedProfessional named) =>
        named.AskedThrough is { } service && (request.CoverForServiceId ?? request.ServiceId) == service;

    /// <summary>Closes, in the caller's save, what was prepared for somebody who is not to be asked, and not sent: bulk sending would send it.</summary>
    /// <param name="named">Who is not to be asked.</param>
    /// <param name="requests">The requests of the case, ready to be changed.</param>
    /// <param name="why">Why.</param>
    /// <param name="audit">The trail.</param>
    /// <param name="utc">Now, UTC.</param>
    public static void StopPrepared(InvolvedProfessional named, IEnumerable<AdviceRequest> requests, string why, AuditTrail audit, DateTime utc)
    {
        foreach (var request in requests.Where(r => r.Stage == RequestStage.ToSend && IsOf(r, named) && r.ProfessionalId == named.ProfessionalId).ToList()) { audit.Record(request.Close($"Not to be asked: {why}", utc)!); }
    }

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
