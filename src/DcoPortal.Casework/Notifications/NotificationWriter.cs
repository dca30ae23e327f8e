using DcoPortal.Domain;

namespace DcoPortal.Casework.Notifications;

/// <summary>
/// Makes an assessment of a notification: one way in for the form, the import and the demo. It adds to the context and
/// leaves the one save to the caller. Works only as a person of a local authority, for that authority.
/// </summary>
public sealed class NotificationWriter(
    PortalDb db, AccessScope scope, UkClock clock, AuditTrail audit, DirectoryIndex directory,
    RequestPreparation requests, ReferenceNumbers references, NotificationEmails emails)
{
    private LocalAuthority? _authority;
    private List<IntegratedCareBoard> _boards = [];

    /// <summary>Reserves references for an import of many rows. Call it before any transaction of the caller's.</summary>
    public Task ReserveAsync(int count, CancellationToken ct) => references.ReserveAsync(count, ct);

    /// <summary>Adds the assessment, its professionals, its prepared requests and its facts to the caller's save.</summary>
    /// <param name="assessmentId">The assessment's key, chosen by the caller so that a second submission is recognised.</param>
    /// <param name="details">What the notification says.</param>
    /// <param name="fact">How the notification came in: <see cref="NotificationLogged"/> or <see cref="NotificationImported"/>.</param>
    /// <param name="announce">Whether to queue the emails to the DCO service and the authority; an import sends one of its own for all rows.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The assessment, not saved yet.</returns>
    /// <exception cref="DomainRuleException">Dates out of order, or 26 or over at the request.</exception>
    /// <exception cref="InvalidOperationException">The signed-in person does not work for a local authority.</exception>
    public async Task<Assessment> AddAsync(Guid assessmentId, NotificationDetails details, Func<CaseKeys, AuditFact> fact, bool announce, CancellationToken ct)
    {
        var (authority, icb) = await PartiesAsync(details.IcbId, ct);
        CheckAge(details);
        await directory.LoadAsync(ct);
        var assessment = new Assessment(assessmentId, await references.NextAsync(ct), authority.Id, icb.Id, details.StartedBy, details.RequestReceivedOn,
            details.HealthToldOn ?? clock.Today, clock.UtcNow, details.Child, details.Family, details.Setting)
        {
            Source = details.Source,
            PrimaryNeed = details.PrimaryNeed,
            Reasons = details.Reasons,
            AuthorityReference = details.AuthorityReference,
        };
        assessment.KeepToCorrect(details.ToCorrect);
        assessment.RefreshSearch();
        // a notice of re-assessment is itself the decision, so the new assessment may be decided already
        if (assessment.Decision is null && details.Decision is { } decision)
        {
            assessment.Decide(decision, details.DecidedOn ?? throw new DomainRuleException("Say on which day the decision was made."), details.AdviceRequestedOn ?? clock.Today);
        }
        db.Assessments.Add(assessment);
        audit.Record(fact(assessment.Keys));
        Own(assessment, details, announce);
        if (assessment.Decision is { } decided) { audit.Record(new DecisionRecorded(assessment.Keys, decided, assessment.DecidedOn!.Value)); }
        var involved = details.Professionals.Select((named, position) => Involved(assessment.Keys, position, directory.Link(named))).ToList();
        db.InvolvedProfessionals.AddRange(involved);
        await requests.PrepareAsync(assessment, involved, ct);
        if (announce) { emails.Logged(assessment, authority, icb); }
        return assessment;
    }

    // who logs a notification has the case, which its fact names; a row of an import is nobody's unless the file names a colleague
    private void Own(Assessment assessment, NotificationDetails details, bool isLogged)
    {
        if (isLogged) { assessment.HandOver(new(scope.UserId, "", scope.LocalAuthorityId), null); }
        else if (details.Owner is { } named && assessment.HandOver(named, null) is { } given) { audit.Record(given); }
    }

    internal static InvolvedProfessional Involved(CaseKeys keys, int position, NamedProfessional named) => new(keys, position)
    {
        ProfessionalId = named.ProfessionalId,
        ServiceId = named.ServiceId,
        Name = named.Name,
        ServiceName = named.ServiceName,
        ProviderName = named.ProviderName,
        Contact = named.Contact,
        LastSeen = named.LastSeen,
        IsCurrent = named.IsCurrent,
        AnsweredOn = named.AnsweredOn,
    };

    private static void CheckAge(NotificationDetails details)
    {
        if (details.Child.DateOfBirth > details.RequestReceivedOn) { throw new DomainRuleException($"The date of birth cannot be after {AssessmentStarts.ClauseOf(details.StartedBy)}."); }
        if (AgeLimit.IsRefused(details.Child.DateOfBirth, details.RequestReceivedOn))
        {
            throw new DomainRuleException("An assessment can only be requested for someone under 25.");
        }
    }

    private async Task<(LocalAuthority Authority, IntegratedCareBoard Icb)> PartiesAsync(Guid? icbId, CancellationToken ct)
    {
        if (scope.Kind != ScopeKind.LocalAuthority) { throw new InvalidOperationException("Only a local authority notifies."); }
        if (_authority is null)
        {
            _authority = await db.LocalAuthorities.AsNoTracking().SingleAsync(a => a.Id == scope.LocalAuthorityId, ct);
            _boards = await (from c in db.IcbCoverages
                             join i in db.Icbs on c.IcbId equals i.Id
                             where c.LocalAuthorityId == scope.LocalAuthorityId
                             select i).AsNoTracking().ToListAsync(ct);
        }
        if (_boards.Count == 0) { throw new DomainRuleException($"{_authority.Name} is not linked to an integrated care board yet. Ask the DCO service to add it."); }
        if (icbId is null && _boards.Count > 1) { throw new DomainRuleException("Say which integrated care board is told: it follows the child’s GP."); }
        return (_authority, (icbId is null ? _boards[0] : _boards.FirstOrDefault(i => i.Id == icbId)) ?? throw new DomainRuleException($"That integrated care board is not one of {_authority.Name} any more."));
    }
}
