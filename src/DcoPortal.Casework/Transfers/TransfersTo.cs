using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Transfers;

/// <summary>The cases that were sent to a person's own side, and those that it sent.</summary>
public static class TransfersTo
{
    /// <summary>Those sent to the person's authority; for the DCO service those sent to an authority of its board.</summary>
    public static IQueryable<CaseTransfer> SentTo(this IQueryable<CaseTransfer> transfers, AccessScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var between = transfers.Where(t => t.FromAuthorityId != t.ToAuthorityId);
        return scope.Kind switch
        {
            ScopeKind.LocalAuthority => between.Where(t => t.ToAuthorityId == scope.LocalAuthorityId),
            ScopeKind.DcoService => between.Where(t => t.ToIcbId == scope.IcbId),
            _ => between.Where(t => false),
        };
    }

    /// <summary>Cases that ended with a move to another authority and that nobody has: on their way, or sent back and not opened again.</summary>
    public static IQueryable<CaseTransfer> NotTaken(this PortalDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return from t in db.CaseTransfers
               join a in db.Assessments on t.FromId equals a.Id
               where a.Outcome == AssessmentOutcome.MovedAway
                   // what was sent again since is told by its last move alone
                   && (t.State == TransferState.Sent || (t.State == TransferState.SentBack && !db.CaseTransfers.Any(o => o.FromId == t.FromId && (o.LiveKey != null || o.SentUtc > t.SentUtc))))
               select t;
    }

    /// <summary>Those of them that the person's own side sent.</summary>
    public static IQueryable<CaseTransfer> NotTakenOf(this PortalDb db, AccessScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var side = scope.Kind == ScopeKind.DcoService ? CaseSide.DcoService : CaseSide.LocalAuthority;
        return db.NotTaken().Where(t => t.SentBy == side);
    }
}
