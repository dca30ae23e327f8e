using DcoPortal.Casework.Requests;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Notifications;

/// <summary>
/// Makes an assessment of a notification: one way in for the form, the import and the demo. It adds to the context and
/// leaves the one save to the caller. Works as a person of a local authority, for that authority, and as one of a DCO service, for
/// an authority of its board that sent the notification outside the portal.
/// </summary>
public sealed class NotificationWriter(
    PortalDb db, AccessScope scope, UkClock clock, AuditTrail audit, DirectoryIndex directory,
    RequestPreparation requests, EarlierRequests earlier, ReferenceNumbers references, DoubtsAnew doubts, NotificationEmails emails)
{
    private readonly Dictionary<Guid, (LocalAuthority Authority, IReadOnlyList<IntegratedCareBoard> Boards)> _parties = [];

    /// <summary>Reserves references of an authority for an import of many rows. Call it before any transaction of the caller's.</summary>
    public Task ReserveAsync(Guid authorityId, int count, CancellationToken ct) => references.ReserveAsync(authorityId, count, ct);

    /// <summary>Adds the assessment, its professionals, its prepared requests and its facts to the caller's save.</summary>
    /// <param name="assessmentId">The assessment's key, chosen by the caller so that a second submission is recognised.</param>
    /// <param name="details">What the notification says.</param>
    /// <param name="fact">How the notification came in: <see cref="NotificationLogged"/> or <see cref="NotificationImported"/>.</param>
    /// <param name="announce">Whether to queue the emails to the DCO service and the authority; an import sends one of its own for all rows.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The assessment, not saved yet.</returns>
    /// <exception cref="DomainRuleException">Dates out of order, or 26 or over at the request.</exception>
    /// <exception cref="InvalidOperationException">The signed-in person works neither for a local authority nor, for one that is named, in a DCO service.</exception>
    public async Task<Assessment> AddAsync(Guid assessmentId, NotificationDetails details, Func<CaseKeys, AuditFact> fact, bool announce, CancellationToken ct)
    {
        var (authority, icb) = await PartiesAsync(details.RecordedFor, details.IcbId, ct);
        CheckAge(details);
        await directory.LoadAsync(ct);
        var assessment = new Assessment(assessmentId, await references.NextAsync(authority.Id, ct), authority.Id, icb.Id, details.StartedBy, details.RequestReceivedOn,
            details.HealthToldOn ?? details.RecordedFor?.ArrivedOn ?? clock.Today, clock.UtcNow, details.Child, details.Family, details.Setting)
        {
            Source = details.Source,
            PrimaryNeed = details.PrimaryNeed,
            Reasons = details.Reasons,
            AuthorityReference = details.AuthorityReference,
        };
        if (details.RecordedFor is { } recorded) { assessment.RecordedByHealth(recorded.ArrivedBy); }
        assessment.KeepToCorrect(details.ToCorrect);
        assessment.RefreshSearch();
        // a notice of re-assessment is itself the decision, so the new assessment may be decided already
        if (assessment.Decision is null && details.Decision is { } decision)
        {
            assessment.Decide(decision, details.DecidedOn ?? throw new DomainRuleException("Say on which day the decision was made."), details.AdviceRequestedOn ?? details.RecordedFor?.ArrivedOn ?? clock.Today);
        }
        db.Assessments.Add(assessment);
        audit.Record(details.RecordedFor is { } by ? Recorded(assessment, authority, by, fact(assessment.Keys)) : fact(assessment.Keys));
        Own(assessment, details, announce);
        if (assessment.Decision is { } decided) { audit.Record(new DecisionRecorded(assessment.Keys, decided, assessment.DecidedOn!.Value, IsReassessment: AssessmentStarts.IsReassessment(assessment.StartedBy))); }
        var involved = details.Professionals.Select((named, position) => Involved(assessment.Keys, position, directory.Link(named))).ToList();
        db.InvolvedProfessionals.AddRange(involved);
        var asked = await earlier.RecordAsync(assessment, [.. involved.Zip(details.Professionals, (i, named) => new NamedBefore(i, named.AskedOn, i.AnsweredOn))], [], ct, details.WishesElsewhere);
        await requests.PrepareAsync(assessment, involved, ct, asked);
        await doubts.OfOtherCasesAsync(assessment, ct);
        if (announce) { emails.Logged(assessment, authority, icb); }
        return assessment;
    }

    private static NotificationRecordedForAuthority Recorded(Assessment assessment, LocalAuthority authority, RecordedForAuthority by, AuditFact cameIn) =>
        new(assessment.Keys, authority.Name, assessment.RequestReceivedOn, assessment.StartedBy, assessment.NotifiedOn, by.ArrivedBy, cameIn is NotificationImported ? cameIn.After : null);

    // who logs a notification has the case, which its fact names; a row of an import is nobody's unless the file names a colleague,
    // and what the DCO service records is for the authority to give to somebody
    private void Own(Assessment assessment, NotificationDetails details, bool isLogged)
    {
        if (details.RecordedFor is not null) { return; }
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
        FamilyAsked = named.FamilyAsked,
    };

    private static void CheckAge(NotificationDetails details)
    {
        if (details.Child.DateOfBirth > details.RequestReceivedOn) { throw new DomainRuleException($"The date of birth cannot be after {AssessmentStarts.ClauseOf(details.StartedBy)}."); }
        if (AgeLimit.IsRefused(details.Child.DateOfBirth, details.RequestReceivedOn))
        {
            throw new DomainRuleException("An assessment can only be requested for someone under 25.");
        }
    }

    private async Task<(LocalAuthority Authority, IntegratedCareBoard Icb)> PartiesAsync(RecordedForAuthority? recorded, Guid? icbId, CancellationToken ct)
    {
        var id = (scope.Kind, recorded) switch
        {
            (ScopeKind.LocalAuthority, null) => scope.LocalAuthorityId,
            (ScopeKind.DcoService, { } by) => by.AuthorityId,
            _ => throw new InvalidOperationException("Only a local authority notifies, or its DCO service for it."),
        };
        if (!_parties.TryGetValue(id, out var known)) { _parties[id] = known = recorded is null ? await OwnAsync(id, ct) : await OfBoardAsync(id, ct); }
        var (authority, boards) = known;
        if (icbId is null && boards.Count > 1) { throw new DomainRuleException("Say which integrated care board is told: it follows the child’s GP."); }
        return (authority, (icbId is null ? boards[0] : boards.FirstOrDefault(i => i.Id == icbId)) ?? throw new DomainRuleException($"That integrated care board is not one of {authority.Name} any more."));
    }

    // the board that the DCO service works for, and no authority but that board's own
    private async Task<(LocalAuthority Authority, IReadOnlyList<IntegratedCareBoard> Boards)> OfBoardAsync(Guid authorityId, CancellationToken ct)
    {
        var authority = await db.LocalAuthorities.AsNoTracking().OfBoard(db, scope.IcbId).SingleOrDefaultAsync(a => a.Id == authorityId, ct)
            ?? throw new DomainRuleException("Choose a local authority of your board.");
        return (authority, [await db.Icbs.AsNoTracking().SingleAsync(i => i.Id == scope.IcbId, ct)]);
    }

    private async Task<(LocalAuthority Authority, IReadOnlyList<IntegratedCareBoard> Boards)> OwnAsync(Guid authorityId, CancellationToken ct)
    {
        var authority = await db.LocalAuthorities.AsNoTracking().SingleAsync(a => a.Id == authorityId, ct);
        var boards = await (from c in db.IcbCoverages
                            join i in db.Icbs on c.IcbId equals i.Id
                            where c.LocalAuthorityId == authority.Id
                            select i).AsNoTracking().ToListAsync(ct);
        if (boards.Count == 0) { throw new DomainRuleException($"{authority.Name} is not linked to an integrated care board yet. Ask the DCO service to add it."); }
        return (authority, boards);
    }
}
