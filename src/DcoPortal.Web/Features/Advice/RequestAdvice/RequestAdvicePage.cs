using DcoPortal.Domain.Directory;
using DcoPortal.Web.Platform.Audit;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.RequestAdvice;

/// <summary>The page that fans out: who was named, which services usually advise, who was asked already.</summary>
public sealed record RequestAdvicePage : IShowsChildRecord
{
    /// <inheritdoc />
    public required CaseKeys ShownCase { get; init; }

    /// <summary>The child.</summary>
    public required ChildBanner Child { get; init; }

    /// <summary>False once the assessment has ended: no more requests can be made.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>What the form carries of the kind and the due date.</summary>
    public required string Seen { get; init; }

    /// <summary>The kind of request that is made now.</summary>
    public required AdviceKind Kind { get; init; }

    /// <summary>The due date of a request made now (Europe/London).</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether that day has passed: a request sent now is late at once.</summary>
    public required bool IsLateAtOnce { get; init; }

    /// <summary>The authority's own stricter date, or null (Europe/London).</summary>
    public DateOnly? LocalDueOn { get; init; }

    /// <summary>Why this is the due date, in sentences.</summary>
    public required string DueReason { get; init; }

    /// <summary>What the family agreed about sharing.</summary>
    public required SharingAgreement Sharing { get; init; }

    /// <summary>The people the family does not want to know, in the family's words.</summary>
    public string? DoNotShareWith { get; init; }

    /// <summary>Sentences of the family's views and of the reasons that may say who must not know.</summary>
    public IReadOnlyList<string> SaidElsewhere { get; init; } = [];

    /// <summary>Whether the page is opened anew, and is no form that came back.</summary>
    public bool IsNew { get; init; }

    /// <summary>The family's views, wishes and feelings, or null.</summary>
    public string? FamilyViews { get; init; }

    /// <summary>Why the assessment was asked for, or null.</summary>
    public string? Reasons { get; init; }

    /// <summary>Whether the family or the request says anything: it may ask that somebody give advice (reg 6(1)(h)).</summary>
    public bool HasToRead => !string.IsNullOrWhiteSpace(FamilyViews) || !string.IsNullOrWhiteSpace(Reasons);

    /// <summary>What the family agreed to, or null.</summary>
    public string? AgreedTo { get; init; }

    /// <summary>Words of a wish of which the portal can't tell whom they mean, or null.</summary>
    public string? NotFoundOut { get; init; }

    /// <summary>Linked cases of the child that have another wish.</summary>
    public IReadOnlyList<LinkedWish> LinkedWishes { get; init; } = [];

    /// <summary>Who sees the case by their role although the family's wish may mean them.</summary>
    public IReadOnlyList<MeantReader> Meant { get; init; } = [];

    /// <summary>Of each service whose advice came along and that the directory does not know, what to look at before anybody is asked.</summary>
    public IReadOnlyList<string> AlongUnknown { get; init; } = [];

    /// <summary>Requests that a service gave back and that the DCO service has not dealt with.</summary>
    public required IReadOnlyList<GivenBack> GivenBack { get; init; }

    /// <summary>The professionals and services that the authority named.</summary>
    public required IReadOnlyList<NamedRow> Named { get; init; }

    /// <summary>The child's postcode district, such as PR2; null while the postcode is not known.</summary>
    public string? District { get; init; }

    /// <summary>The school's postcode district, where the register knows the school and it is another than the home's.</summary>
    public string? SchoolDistrict { get; init; }

    /// <summary>The local services that usually advise for this age and need, of kinds of which the authority named none.</summary>
    public required IReadOnlyList<Candidate> Local { get; init; }

    /// <summary>The other services that usually advise: they cover other places, or the authority named one of their kind already.</summary>
    public required IReadOnlyList<Candidate> Elsewhere { get; init; }

    /// <summary>Targets asked, prepared or chosen that are in none of the lists above.</summary>
    public required IReadOnlyList<Candidate> Others { get; init; }

    /// <summary>The rest of the directory.</summary>
    public required IReadOnlyList<SelectListItem> Directory { get; init; }

    /// <summary>The whole directory, for who is asked in somebody's place: that may be one of the lists above, too.</summary>
    public required IReadOnlyList<SelectListItem> Instead { get; init; }

    /// <summary>The teams that the board usually asks.</summary>
    public required IReadOnlyList<UsualTeam> Teams { get; init; }

    /// <summary>The form as typed, or the values to start from.</summary>
    public required RequestAdviceForm Form { get; init; }

    /// <summary>Every candidate, in the order of the page.</summary>
    public IEnumerable<Candidate> Candidates => [.. Named.Select(n => n.Candidate).OfType<Candidate>(), .. Others, .. Local, .. Elsewhere];
}

/// <summary>A request that the service gave back, because it is not the one to ask.</summary>
/// <param name="RequestId">The request's key.</param>
/// <param name="Service">The service that gave it back, with its provider.</param>
/// <param name="Reason">Why the service is not the one to ask, in its words.</param>
/// <param name="AtUtc">When it was given back, UTC.</param>
/// <param name="CanBeSentAgain">Whether the same request can be sent again to that service.</param>
/// <param name="IsEarly">Whether it asked for early information, and the authority has decided since.</param>
public sealed record GivenBack(Guid RequestId, string Service, string Reason, DateTime AtUtc, bool CanBeSentAgain, bool IsEarly);

/// <summary>A professional or service the authority named, and the directory's entry for it.</summary>
/// <param name="Words">The name, service and provider as the authority gave them.</param>
/// <param name="Detail">When last seen, whether still involved, how to reach them.</param>
/// <param name="How">How sure the match is.</param>
/// <param name="Candidate">The entry, or null when one must be chosen.</param>
/// <param name="ChoiceIndex">The number of the form's choice, when one must be chosen.</param>
/// <param name="NotAsked">Who that is, and why they are not asked, where that was said.</param>
public sealed record NamedRow(string Words, string? Detail, MatchCertainty How, Candidate? Candidate, int ChoiceIndex, NotAskedRow NotAsked);

/// <summary>The place for the reason why somebody named is not asked.</summary>
/// <param name="Index">The number of the form's item.</param>
/// <param name="Ids">Who was named.</param>
/// <param name="FamilyAsked">Whether the family asked for this advice.</param>
/// <param name="Reason">The reason so far, or null.</param>
/// <param name="Words">Who that is, in words.</param>
public sealed record NotAskedRow(int Index, List<Guid> Ids, bool FamilyAsked, string? Reason, string Words)
{
    /// <summary>The reason that the page showed first, or null.</summary>
    public string? Was { get; init; }

    /// <summary>The value of the target that is asked for them, or null.</summary>
    public string? Token { get; init; }

    /// <summary>The number of the choice instead of a target, or null.</summary>
    public int? Choice { get; init; }
}

/// <summary>A row of the page.</summary>
/// <param name="Why">Why the candidate stands there.</param>
/// <param name="Detail">What else the authority said of the candidate, or null.</param>
/// <param name="NotAsked">The place for the reason why not, for whoever the authority named.</param>
public sealed record AskRow(Candidate Candidate, string Why, string? Detail, NotAskedRow? NotAsked = null);

/// <summary>A professional or service that can be asked, or has been.</summary>
public sealed record Candidate
{
    /// <summary>The candidate's value in the form.</summary>
    public required string Token { get; init; }

    /// <summary>The professional, or the service.</summary>
    public required string Name { get; init; }

    /// <summary>Job title, or "Whole service".</summary>
    public required string Title { get; init; }

    /// <summary>Service and provider.</summary>
    public required string Service { get; init; }

    /// <summary>The provider's short name, and the town.</summary>
    public required string Place { get; init; }

    /// <summary>The service's name, by which services of one kind are known.</summary>
    public required string Kind { get; init; }

    /// <summary>The provider's full name, to count the trusts asked.</summary>
    public required string Trust { get; init; }

    /// <summary>The professional's number, else the service's; or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Whether the service covers the child's home, or the school where it covers that better.</summary>
    public AreaCover Cover { get; init; }

    /// <summary>Whether it is the school and not the home that the service covers.</summary>
    public bool CoversSchool { get; init; }

    /// <summary>Requests that wait for the professional, or for the whole service.</summary>
    public required int Open { get; init; }

    /// <summary>Those of them that are overdue.</summary>
    public required int Late { get; init; }

    /// <summary>That the professional or service is away and who covers, in words, or null.</summary>
    public string? Away { get; init; }

    /// <summary>Why the candidate could not open a request, so that it would lie with nobody; or null.</summary>
    public CannotOpen? CannotOpen { get; init; }

    /// <summary>The ages that the service advises on, where the child's is not one of them; or null.</summary>
    public string? OtherAges { get; init; }

    /// <summary>The reader of the email, in words, where it is not the candidate; or null.</summary>
    public string? EmailGoesTo { get; init; }

    /// <summary>Whether the family's "do not share with" may mean the candidate.</summary>
    public bool MayBeObjectedTo { get; init; }

    /// <summary>By name, who would read the request of those whom the family may mean.</summary>
    public IReadOnlyList<string> Meant { get; init; } = [];

    /// <summary>The professionals of a suggested service whom the authority named, or null.</summary>
    public string? AlsoNamed { get; init; }

    /// <summary>The request of this kind, sent or prepared, or null.</summary>
    public AskedBefore? Asked { get; init; }

    /// <summary>When early information was asked for, before statutory advice, or null.</summary>
    public DateOnly? EarlyAskedOn { get; init; }

    /// <summary>That the service gave early information back, or null: whoever asks it for advice looks first.</summary>
    public EndedBefore? EarlyGivenBack { get; init; }

    /// <summary>That it was asked and the request was withdrawn, or null.</summary>
    public EndedBefore? Withdrawn { get; init; }

    /// <summary>That the service's advice came along with the case, or null: whoever asks it again looks first.</summary>
    public CameAlong? CameAlong { get; init; }

    /// <summary>Whether the box starts ticked.</summary>
    public bool IsTicked { get; init; }

    /// <summary>Whether the family asked for this candidate.</summary>
    public bool ForFamily { get; init; }

    /// <summary>Whether the candidate can be ticked.</summary>
    public bool CanBeTicked => Asked is null or { SentOn: null, IsGivenBack: false };

    /// <summary>The id of the candidate's box on the page.</summary>
    public string BoxId => "ask-" + Token.Replace(':', '-');
}

/// <summary>An earlier request that ended without an answer: given back by the service, or withdrawn.</summary>
/// <param name="On">When (Europe/London).</param>
/// <param name="Reason">Why, in the words of who ended it.</param>
public sealed record EndedBefore(DateOnly On, string Reason);

/// <summary>Advice that came along with the case.</summary>
/// <param name="On">When it was returned (Europe/London).</param>
/// <param name="Law">What the law says of asking for it again, in a sentence.</param>
public sealed record CameAlong(DateOnly On, string Law);

/// <summary>A request that was made before.</summary>
/// <param name="RequestId">The request's key.</param>
/// <param name="SentOn">When it was sent (Europe/London); null while it waits to be sent.</param>
/// <param name="Box">The request's box.</param>
/// <param name="DueOn">The due date (Europe/London).</param>
/// <param name="IsGivenBack">Whether the service gave it back: then the top of the page sends it again or closes it, not a tick.</param>
public sealed record AskedBefore(Guid RequestId, DateOnly? SentOn, RequestBox Box, DateOnly DueOn, bool IsGivenBack);
