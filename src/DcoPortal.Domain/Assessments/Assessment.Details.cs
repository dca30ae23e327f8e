namespace DcoPortal.Domain.Assessments;

public sealed partial class Assessment
{
    /// <summary>What the notification says, as it stands.</summary>
    public CaseDetails Details => new(Child, Family, Setting, PrimaryNeed, Source, Reasons, AuthorityReference);

    /// <summary>Puts right what the notification said, also of an assessment that has ended. No clock moves; what was agreed about sharing stays.</summary>
    /// <exception cref="DomainRuleException">The child would have been born after the clock started.</exception>
    public void CorrectDetails(CaseDetails right)
    {
        ArgumentNullException.ThrowIfNull(right);
        if (right.Child.DateOfBirth > RequestReceivedOn) { throw new DomainRuleException($"The date of birth cannot be after {StartWords}."); }
        right.Family.Take(Family.Wish);
        right.Child.Remember(Child, itsNamesToo: true);
        (Child, Family, Setting) = (right.Child, right.Family, right.Setting);
        (PrimaryNeed, Source, Reasons, AuthorityReference) = (right.PrimaryNeed, right.Source, right.Reasons, right.AuthorityReference);
        RefreshSearch();
    }

    /// <summary>Records what the family wishes about sharing from now on, also of an assessment that has ended.</summary>
    /// <exception cref="DomainRuleException">An objection does not say what must not be shared, or with whom.</exception>
    public void ChangeSharing(SharingWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.Agreement == SharingAgreement.Objects && string.IsNullOrWhiteSpace(wish.DoNotShareWith)) { throw new DomainRuleException("Say what must not be shared, or with whom."); }
        Family.Take(wish);
    }
}
