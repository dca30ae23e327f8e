namespace DcoPortal.Domain.Assessments;

// a case that the DCO service recorded under the wrong authority: it never was that authority's
public sealed partial class Assessment
{
    /// <summary>
    /// Belongs to another authority, as it should have from the first day: no day and no clock moves, and the authority that was named
    /// by mistake has it no longer. Its rows go along by <see cref="IMovesWithCase"/>.
    /// </summary>
    /// <param name="authorityId">The right authority.</param>
    /// <param name="reference">The reference there.</param>
    /// <exception cref="DomainRuleException">The authority recorded it itself, or it is that authority's already.</exception>
    public void BelongTo(Guid authorityId, string reference)
    {
        if (!IsRecordedByHealth) { throw new DomainRuleException("The authority recorded this case itself. It moves the case, if it is another authority’s."); }
        if (authorityId == LocalAuthorityId) { throw new DomainRuleException("It is that authority’s already."); }
        (LocalAuthorityId, Reference, OwnerUserId) = (authorityId, reference, null);
        RefreshSearch();
    }
}
