namespace DcoPortal.Web.Features.Assessments.Pack;

/// <summary>What goes into the file; with why no health needs are known, when the Designated Clinical Officer decided so.</summary>
public sealed record AdvicePack(CaseKeys Keys, string AuthorityName, string ChildName, DateOnly Today, IReadOnlyList<PackAnswer> Answers, IReadOnlyList<CaseDocument> Documents, string? NoHealthNeeds = null);

/// <summary>One answer that was returned.</summary>
public sealed record PackAnswer(Guid RequestId, string Service, string Provider, string Author, DateOnly ReturnedOn, string? NilWords, string? NilNote, AdviceResponse? Response)
{
    /// <summary>Whether there is anything to read besides the documents.</summary>
    public bool HasPage => Response is { } r && (r.IsWritten || !string.IsNullOrWhiteSpace(r.Summary));
}
