namespace DcoPortal.Casework.Requests;

/// <summary>Whom the authority did not name, and who was asked for early information alone: once it has decided to assess, somebody looks whether they are asked for advice.</summary>
public static class EarlyOnly
{
    /// <summary>
    /// The services that were asked for early information and never for statutory advice. Who has nothing to say about the child is not among them. Whom the authority named has
    /// a rule of their own (<see cref="NamedUnasked"/>), unless they have moved and are asked in their new service: then nobody asks the service that had them.
    /// </summary>
    /// <param name="assessment">The case.</param>
    /// <param name="requests">All its requests, the closed ones and those of this save too.</param>
    /// <param name="named">Whom it names.</param>
    public static IEnumerable<Guid> ServicesIn(Assessment assessment, IReadOnlyCollection<AdviceRequest> requests, IReadOnlyCollection<InvolvedProfessional> named)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Decision != AssessmentDecision.Assess) { return []; }
        var statutory = requests.Where(r => r.Kind == AdviceKind.Statutory).ToList();
        bool IsNamed(Guid service) => named.Any(p => p.AskedThrough == service && (p.ProfessionalId is null || !statutory.Exists(r => r.ProfessionalId == p.ProfessionalId)));
        return requests.Where(r => r is { Kind: AdviceKind.EarlyInformation, AskedOn: not null, NilReason: null } && r.Stage is not (RequestStage.ToSend or RequestStage.GivenBack or RequestStage.Closed)).Select(ServiceOf).Distinct()
            .Where(id => !statutory.Exists(r => ServiceOf(r) == id) && !IsNamed(id));
    }

    /// <summary>The same, in words: "Children’s continence, LSCFT (asked for early information only)".</summary>
    public static IReadOnlyList<string> Words(Assessment assessment, IReadOnlyCollection<AdviceRequest> requests, IReadOnlyCollection<InvolvedProfessional> named, AskableDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return [.. ServicesIn(assessment, requests, named).Select(id => $"{directory.ServiceName(id)} (asked for early information only)").Order(StringComparer.Ordinal)];
    }

    private static Guid ServiceOf(AdviceRequest request) => request.CoverForServiceId ?? request.ServiceId;
}
