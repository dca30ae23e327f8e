namespace DcoPortal.Web.Features.Assessments.Pack;

/// <summary>The contents of the file; with the reason, when the Designated Clinical Officer decided that no health needs are known.</summary>
public sealed record AdvicePack(CaseKeys Keys, string AuthorityName, string ChildName, DateOnly Today, IReadOnlyList<PackAnswer> Answers, IReadOnlyList<CaseDocument> Documents, string? NoHealthNeeds = null);

/// <summary>One answer that was returned.</summary>
public sealed record PackAnswer(Guid RequestId, string Service, string Provider, string Author, DateOnly ReturnedOn, string? NilWords, string? NilNote, AdviceResponse? Response)
{
    /// <summary>Whether the answer has a page of written advice besides its documents.</summary>
    public bool HasPage => Response is { } r && (r.IsWritten || !string.IsNullOrWhiteSpace(r.Summary));
}
