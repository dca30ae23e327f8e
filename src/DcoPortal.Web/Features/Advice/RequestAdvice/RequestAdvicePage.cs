using DcoPortal.Web.Platform.Audit;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.RequestAdvice;

/// <summary>The page that fans out: who was named, who usually advises, who was asked already.</summary>
public sealed record RequestAdvicePage : IShowsChildRecord
{
    /// <inheritdoc />
    public required CaseKeys ShownCase { get; init; }

    /// <summary>The child.</summary>
    public required ChildBanner Child { get; init; }

    /// <summary>False once the assessment has ended: nobody more can be asked.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>What is asked for now.</summary>
    public required AdviceKind Kind { get; init; }

    /// <summary>When it is due (Europe/London).</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The authority's own stricter date, or null (Europe/London).</summary>
    public DateOnly? LocalDueOn { get; init; }

    /// <summary>Why that date, in sentences.</summary>
    public required string DueReason { get; init; }

    /// <summary>What the family agreed about sharing.</summary>
    public required SharingAgreement Sharing { get; init; }

    /// <summary>Whom the family does not want to know, in their words.</summary>
    public string? DoNotShareWith { get; init; }

    /// <summary>Requests that a service gave back and that nobody has dealt with.</summary>
    public required IReadOnlyList<GivenBack> GivenBack { get; init; }

    /// <summary>Whom the authority named.</summary>
    public required IReadOnlyList<NamedRow> Named { get; init; }

    /// <summary>Services that usually advise for this age and need, of kinds that nobody named is of.</summary>
    public required IReadOnlyList<Candidate> Suggested { get; init; }

    /// <summary>The rest that usually advise: of a kind somebody named is of already, so seldom asked as well.</summary>
    public required IReadOnlyList<Candidate> Covered { get; init; }

    /// <summary>Asked, prepared or chosen, and in neither list.</summary>
    public required IReadOnlyList<Candidate> Others { get; init; }

    /// <summary>The rest of the directory.</summary>
    public required IReadOnlyList<SelectListItem> Directory { get; init; }

    /// <summary>What was typed, or what to start from.</summary>
    public required RequestAdviceForm Form { get; init; }

    /// <summary>Every candidate, in the order of the page.</summary>
    public IEnumerable<Candidate> Candidates => [.. Named.Select(n => n.Candidate).OfType<Candidate>(), .. Others, .. Suggested, .. Covered];
}

/// <summary>A request that its service gave back as not theirs.</summary>
/// <param name="RequestId">Its key.</param>
/// <param name="Service">The service that gave it back, with its provider.</param>
/// <param name="Reason">Why it is not theirs, in their words.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="CanBeSentAgain">Whether the service may still be asked for what the request asks.</param>
public sealed record GivenBack(Guid RequestId, string Service, string Reason, DateTime AtUtc, bool CanBeSentAgain);

/// <summary>Somebody the authority named, and the directory's entry for them.</summary>
/// <param name="Words">As given: name, service, provider.</param>
/// <param name="Detail">When last seen, whether still involved, how to reach them.</param>
/// <param name="How">How sure the match is.</param>
/// <param name="Candidate">The entry, or null when one must be chosen.</param>
/// <param name="ChoiceIndex">Which choice of the form it is, when one must be chosen.</param>
public sealed record NamedRow(string Words, string? Detail, MatchCertainty How, Candidate? Candidate, int ChoiceIndex);

/// <summary>Somebody who can be asked, or has been.</summary>
public sealed record Candidate
{
    /// <summary>How the form names it.</summary>
    public required string Token { get; init; }

    /// <summary>The professional, or the service.</summary>
    public required string Name { get; init; }

    /// <summary>Job title, or "Whole service".</summary>
    public required string Title { get; init; }

    /// <summary>Service and provider.</summary>
    public required string Service { get; init; }

    /// <summary>The provider's short name.</summary>
    public required string Provider { get; init; }

    /// <summary>The service's inbox.</summary>
    public required string Inbox { get; init; }

    /// <summary>Requests open with the service now.</summary>
    public required int OpenWithService { get; init; }

    /// <summary>Requests open with the professional now; null for a whole service.</summary>
    public int? OpenWithPerson { get; init; }

    /// <summary>Until when the professional is away, or null.</summary>
    public string? Away { get; init; }

    /// <summary>Where the email will go.</summary>
    public required string EmailGoesTo { get; init; }

    /// <summary>Whether the family's wishes may mean them.</summary>
    public bool MayBeObjectedTo { get; init; }

    /// <summary>Colleagues of a suggested service who are named above, or null.</summary>
    public string? AlsoNamed { get; init; }

    /// <summary>The request of this kind, sent or prepared, or null.</summary>
    public AskedBefore? Asked { get; init; }

    /// <summary>When early information was asked for, before statutory advice, or null.</summary>
    public DateOnly? EarlyAskedOn { get; init; }

    /// <summary>Whether the box starts ticked.</summary>
    public bool IsTicked { get; init; }

    /// <summary>Whether the family asked for it.</summary>
    public bool ForFamily { get; init; }

    /// <summary>Whether it can be ticked.</summary>
    public bool CanBeTicked => Asked is null or { SentOn: null, IsGivenBack: false };

    /// <summary>Id of its box on the page.</summary>
    public string BoxId => "ask-" + Token.Replace(':', '-');
}

/// <summary>A request that exists.</summary>
/// <param name="RequestId">Its key.</param>
/// <param name="SentOn">When it was sent (Europe/London); null while it waits to be sent.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="DueOn">When it is due (Europe/London).</param>
/// <param name="IsGivenBack">Whether the service gave it back: it is sent again or closed at the top of the page, not by a tick.</param>
public sealed record AskedBefore(Guid RequestId, DateOnly? SentOn, RequestBox Box, DateOnly DueOn, bool IsGivenBack);
