using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Assessments;

/// <summary>A person whose case an assessment can be.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">The name, for the audit trail.</param>
/// <param name="LocalAuthorityId">The authority the person works for, or null.</param>
public sealed record CaseOwner(Guid UserId, string Name, Guid? LocalAuthorityId);

public sealed partial class Assessment
{
    /// <summary>The account of the person in the authority whose case it is; null while it is nobody's.</summary>
    public Guid? OwnerUserId { get; private set; }

    /// <summary>Hands the case to a colleague, or makes it nobody's. The dates, and who is told of what, stay.</summary>
    /// <param name="to">The colleague, or null.</param>
    /// <param name="from">The name of the person who has it now, or null.</param>
    /// <returns>The fact, or null when they have it already.</returns>
    /// <exception cref="DomainRuleException">The person works elsewhere.</exception>
    public CaseHandedOver? HandOver(CaseOwner? to, string? from)
    {
        if (to is not null && to.LocalAuthorityId != LocalAuthorityId) { throw new DomainRuleException("A case is handed only to a colleague in its own local authority."); }
        if (to?.UserId == OwnerUserId) { return null; }
        OwnerUserId = to?.UserId;
        return new(Keys, from, to?.Name);
    }
}
