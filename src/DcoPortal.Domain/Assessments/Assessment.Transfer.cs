using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Assessments;

/// <summary>How a case begins with the side that it was moved to.</summary>
/// <param name="Id">Key of the new record.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="LocalAuthorityId">The authority whose it is.</param>
/// <param name="IcbId">The board that is told.</param>
/// <param name="NotifiedOn">The day on which that board was told (Europe/London).</param>
/// <param name="NotifiedUtc">The instant at which it was recorded, UTC.</param>
public sealed record TransferStart(Guid Id, string Reference, Guid LocalAuthorityId, Guid IcbId, DateOnly NotifiedOn, DateTime NotifiedUtc);

// a case that goes on with another board or another authority
public sealed partial class Assessment
{
    /// <summary>
    /// The case as it goes on with another board of its authority. The authority's clocks run on from the days they ran from;
    /// health's six weeks run from the day on which the new board is asked, because a request runs for whoever it was made to.
    /// </summary>
    public static Assessment WithOtherBoard(TransferStart start, Assessment from)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(from);
        var begun = Begin(start, from, from.StartedBy, from.RequestReceivedOn, from.AuthorityReference);
        if (begun.Decision is null && from.Decision is { } decision) { begun.Decide(decision, from.DecidedOn!.Value, start.NotifiedOn); }
        (begun.PlanNeededOn, begun.DraftServedOn) = (from.PlanNeededOn, from.DraftServedOn);
        (begun.OwnerUserId, begun.IsRecordedByHealth, begun.ArrivedBy) = (from.OwnerUserId, from.IsRecordedByHealth, from.ArrivedBy);
        return begun;
    }

    /// <summary>The case as another authority takes it. Its own weeks run from its own day, and it decides for itself.</summary>
    /// <param name="start">The new record.</param>
    /// <param name="from">The record of the old side.</param>
    /// <param name="startedBy">How it began for the new authority.</param>
    /// <param name="on">The day of that (Europe/London).</param>
    /// <param name="authorityReference">The new authority's own reference, or null.</param>
    /// <exception cref="DomainRuleException">The days are out of order, or the person is too old.</exception>
    public static Assessment WithOtherAuthority(TransferStart start, Assessment from, ClockEvent startedBy, DateOnly on, string? authorityReference)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(from);
        if (from.Child.DateOfBirth > on) { throw new DomainRuleException("That is before the date of birth."); }
        if (AgeLimit.IsRefused(from.Child.DateOfBirth, on)) { throw new DomainRuleException("An assessment can only be requested for someone under 25."); }
        if (on < from.RequestReceivedOn.AddYears(-1)) { throw new DomainRuleException("That is more than a year before the case began at the authority that sent it. Check the year."); }
        return Begin(start, from, startedBy, on, authorityReference);
    }

    private static Assessment Begin(TransferStart start, Assessment from, ClockEvent startedBy, DateOnly on, string? authorityReference)
    {
        var details = from.Details.Copied();
        var begun = new Assessment(start.Id, start.Reference, start.LocalAuthorityId, start.IcbId, startedBy, on, start.NotifiedOn, start.NotifiedUtc, details.Child, details.Family, details.Setting)
        {
            Source = details.Source,
            PrimaryNeed = details.PrimaryNeed,
            Reasons = details.Reasons,
            AuthorityReference = authorityReference,
        };
        begun.Store(from.Cells);
        begun.RefreshSearch();
        return begun;
    }

    /// <summary>The day of a move was put right, which is the day on which the record here ended.</summary>
    internal void MovedOnAnotherDay(DateOnly on) => OutcomeOn = on;

    /// <summary>Gives its own reference of the authority to the record with which the case goes on there.</summary>
    public void GiveReferenceTo(CaseTransfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        (transfer.FromAuthorityReference, AuthorityReference) = (AuthorityReference, null);
    }
}
