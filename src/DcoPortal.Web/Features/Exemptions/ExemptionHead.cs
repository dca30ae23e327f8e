using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Exemptions;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Exemptions;

/// <summary>The limit that an exemption is about: whose it is, on which record, by when.</summary>
public sealed record ExemptionHead
{
    /// <summary>The case.</summary>
    public required CaseKeys Keys { get; init; }

    /// <summary>The request, or null when the limit is the authority's.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>The child, or null where the person may no longer see the record.</summary>
    public ChildBanner? Child { get; init; }

    /// <summary>The limit in words.</summary>
    public required string What { get; init; }

    /// <summary>The deadline.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The day the limit was met, or null (Europe/London).</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Whether the work is still awaited: not done, not closed, and the case has not ended.</summary>
    public required bool IsAwaited { get; init; }

    /// <summary>The day for which the service promised the answer, or null (Europe/London).</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>The promise of the answer in words, or null.</summary>
    public string? Promise { get; init; }

    /// <summary>Today (Europe/London).</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The record's page.</summary>
    public required string BackPath { get; init; }

    /// <summary>Why no exemption can be recorded, or null when one can.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the limit is health's.</summary>
    public bool IsHealth => RequestId is not null;

    /// <summary>The address of the form.</summary>
    public string FormPath => IsHealth ? $"{BackPath}/exemption" : $"{BackPath}/exemption?limit={Deadline.Kind}";

    /// <summary>The status today, or null while it is not known that the duty exists.</summary>
    public RagStatus? Status => Deadline.Status(Today, DoneOn);

    /// <summary>The status in words.</summary>
    public string StatusWords => DeadlineStatus.Words(Deadline, Today, DoneOn);
}

/// <summary>Reads an <see cref="ExemptionHead"/> under the person's scope.</summary>
public sealed class ExemptionHeadQuery(PortalDb db, RequestHeadQuery heads, UkClock clock)
{
    /// <summary>Health's limit on a request; null when there is no such request in scope.</summary>
    public async Task<ExemptionHead?> ForRequestAsync(Guid id, CancellationToken ct) => await heads.FindAsync(id, ct) is not { } head ? null : new()
    {
        Keys = head.Row.Keys,
        RequestId = id,
        Child = head.Child,
        What = $"Health advice from {head.ServiceAndPlace}",
        Deadline = head.Deadline,
        DoneOn = head.Row.ReturnedOn,
        IsAwaited = head.Row.IsAwaited,
        PromisedOn = head.Row.PromisedOn,
        Promise = head.Row.IsAwaited ? PromiseWords.Of(head.Row, head.Today) : null,
        Today = head.Today,
        BackPath = head.Path,
        Refusal = Exemption.RefusalOn(head.Row),
    };

    /// <summary>One of the authority's limits; null when no such assessment is in scope or the kind is none of the authority's three.</summary>
    public async Task<ExemptionHead?> ForLimitAsync(string reference, DeadlineKind limit, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null || AuthorityLimits.Find(assessment, limit) is not { } found) { return null; }
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct);
        return new()
        {
            Keys = assessment.Keys,
            Child = AssessmentBanner.Of(assessment, authority, clock.Today),
            What = found.What,
            Deadline = found.Deadline,
            DoneOn = found.DoneOn,
            IsAwaited = assessment.IsOpen && found.DoneOn is null,
            Today = clock.Today,
            BackPath = Addresses.Assessment(assessment.Reference),
            Refusal = ExemptibleLimits.Refusal(found),
        };
    }
}
