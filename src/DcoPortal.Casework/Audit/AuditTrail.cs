using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Audit;

/// <summary>The one way to the audit trail: a fact becomes a row in the same save as the change it tells.</summary>
public sealed class AuditTrail(PortalDb db, CurrentPerson person, UkClock clock)
{
    private readonly Guid _action = Guid.CreateVersion7();

    /// <summary>Adds a fact. It is stored by the caller's next save. Facts recorded in one request share an action id.</summary>
    public void Record(AuditFact fact) => db.AuditEntries.Add(Entry(fact, person.Actor));

    /// <summary>Adds a fact about a person who is not signed in yet, such as a sign-in.</summary>
    public void Record(AuditFact fact, Actor actor) => db.AuditEntries.Add(Entry(fact, actor));

    /// <summary>Stores a view or download at once, in a save of its own.</summary>
    public async Task RecordReadAsync(AuditFact fact, CancellationToken ct)
    {
        Record(fact);
        await db.SaveChangesAsync(ct);
    }

    private AuditEntry Entry(AuditFact fact, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(),
        ActionId = _action,
        AtUtc = clock.UtcNow,
        Fact = fact.Name,
        Sentence = fact.Sentence,
        Before = fact.Before,
        After = fact.After,
        Reason = fact.Because,
        IsRead = fact.IsRead,
        UserId = actor.UserId,
        ActorName = actor.Name,
        ActorRole = actor.Role,
        ActorOrganisation = actor.Organisation,
        AssessmentId = fact.Case?.AssessmentId,
        AssessmentReference = fact.Case?.Reference,
        AdviceRequestId = fact.RequestId,
        // a row of one side alone carries no key of the other, so that the other's row scope does not find it
        LocalAuthorityId = fact.OnlyFor == CaseSide.DcoService ? null : fact.Case?.LocalAuthorityId ?? actor.LocalAuthorityId,
        IcbId = fact.OnlyFor == CaseSide.LocalAuthority ? null : fact.Case?.IcbId ?? actor.IcbId,
    };
}
