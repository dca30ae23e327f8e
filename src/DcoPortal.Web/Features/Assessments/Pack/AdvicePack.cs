using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Assessments.Pack;

/// <summary>The contents of the file; with the reason, when the Designated Clinical Officer decided that no health needs are known.</summary>
public sealed record AdvicePack(CaseKeys Keys, string AuthorityName, string ChildName, DateOnly Today, IReadOnlyList<PackAnswer> Answers, IReadOnlyList<PackWithdrawal> Withdrawn, IReadOnlyDictionary<Guid, CaseDocument> Documents, string? NoHealthNeeds = null);

/// <summary>One answer that was returned and stands.</summary>
public sealed record PackAnswer(string Service, string Provider, GivenAnswer Given)
{
    /// <summary>The answer as it was returned.</summary>
    public IReturnedAnswer Row => Given.Row;

    /// <summary>Whether it is early information, which is not the statutory advice (regulation 6(1)(c)).</summary>
    public bool IsEarly { get; init; }

    /// <summary>What it is: "Advice from Audiology", "Early information from Audiology".</summary>
    public string Title => $"{(IsEarly ? "Early information" : "Advice")} from {Service}";

    /// <summary>Who wrote it.</summary>
    public string Author => Row.Author ?? Row.SubmittedByName;

    /// <summary>Whether it has a page of written advice besides its documents.</summary>
    public bool HasPage => Row.NilReason is null && (Row.IsWritten || !string.IsNullOrWhiteSpace(Row.Summary));

    /// <summary>Its folder: what is to be used has the service's name, and what is not says so.</summary>
    public string Folder => (IsEarly ? $"{Service}, early information" : Service) + (Given.IsOnly || (Row.Kind == AnswerKind.Version && Given.ReplacedBy is null) ? ""
        : Row.Kind == AnswerKind.Addendum ? $", addendum {Row.Number}" : $", version {Row.Number}, replaced");
}

/// <summary>What was withdrawn, so that an older copy is not used.</summary>
public sealed record PackWithdrawal(string Service, WithdrawnAnswer What);
