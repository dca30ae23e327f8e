using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Requests;

/// <summary>What merging two cases changes of a request, as it was before.</summary>
/// <param name="Id">The request.</param>
/// <param name="DuplicateKey">Its key.</param>
/// <param name="ReceivedByHealthOn">The day health received it (Europe/London).</param>
/// <param name="DueOn">Its due date (Europe/London).</param>
/// <param name="SharingDoubtUtc">Since when the family may exclude who has it, UTC; or null.</param>
public sealed record RequestBefore(Guid Id, string DuplicateKey, DateOnly ReceivedByHealthOn, DateOnly DueOn, DateTime? SharingDoubtUtc);

// a request whose case is merged with another of the same child
public sealed partial class AdviceRequest : IMovesWithCase
{
    /// <summary>What merging its case would change.</summary>
    public RequestBefore BeforeMerge => new(Id, DuplicateKey, ReceivedByHealthOn, DueOn, SharingDoubtUtc);

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, AssessmentReference, LocalAuthorityId) = (keys.AssessmentId, keys.Reference, keys.LocalAuthorityId);

    /// <summary>Takes the earlier of its own day of receipt and the case's: no due date becomes later by merging. Early information does so while it is open; what health owes by law is in time or late by the day that stands.</summary>
    /// <param name="assessment">The case it belongs to.</param>
    /// <returns>Whether its due date has moved.</returns>
    public bool TakeEarlierReceipt(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var on = Kind == AdviceKind.Statutory ? assessment.AdviceRequestReceivedOn : assessment.NotifiedOn;
        return (Kind == AdviceKind.Statutory || (!Stage.IsEnd() && ReturnedOn is null)) && on < ReceivedByHealthOn && CorrectReceipt(on.Value);
    }

    /// <summary>Stands beside another request to the same target, which the case had already.</summary>
    public void StandBeside() => DuplicateKey = $"{DuplicateKey}:{Id.ToString("N")[^12..]}";

    /// <summary>Is as it was before its case was merged.</summary>
    public void PutBack(RequestBefore before)
    {
        ArgumentNullException.ThrowIfNull(before);
        (DuplicateKey, ReceivedByHealthOn, DueOn, SharingDoubtUtc) = (before.DuplicateKey, before.ReceivedByHealthOn, before.DueOn, before.SharingDoubtUtc);
    }
}
