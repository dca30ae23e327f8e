namespace DcoPortal.Casework.Transfers;

/// <summary>The cases that were sent to a person's own side.</summary>
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
}
