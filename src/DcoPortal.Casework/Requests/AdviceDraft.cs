using System.Security.Cryptography;
using System.Text;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Requests;

/// <summary>The parts of written advice as typed.</summary>
public sealed record AdviceDraft(string? Summary, string? Basis, string? Needs, string? Outcomes, string? Provision, string? Author) : IAdviceText
{
    /// <summary>The parts of stored advice; none where nothing is stored.</summary>
    public static AdviceDraft Of(IAdviceText? r) => r is null ? new(null, null, null, null, null, null) : new(r.Summary, r.Basis, r.Needs, r.Outcomes, r.Provision, r.Author);

    /// <summary>The parts with their names, in the order of reading.</summary>
    public IReadOnlyList<(string Heading, string? Text)> Named =>
        [(AdviceParts.Summary, Summary), (AdviceParts.Basis, Basis), (AdviceParts.Needs, Needs), (AdviceParts.Outcomes, Outcomes), (AdviceParts.Provision, Provision), (AdviceParts.Author, Author)];

    /// <summary>Which of needs, outcomes and provision (reg 6(1)) are not written.</summary>
    public IReadOnlyList<string> NotWritten => [.. new[] { ("needs", Needs), ("outcomes", Outcomes), ("provision", Provision) }.Where(p => string.IsNullOrWhiteSpace(p.Item2)).Select(p => p.Item1)];

    /// <summary>The parts that speak of a report which should be with them; the author's line does not.</summary>
    public IReadOnlyList<string> Pointing => [.. Named.Where(p => p.Heading != AdviceParts.Author && Domain.Text.Pointing.IsIn(p.Text)).Select(p => p.Heading)];

    /// <summary>The same parts with equal line ends and blanks as null, so that an unchanged form changes nothing.</summary>
    public AdviceDraft Tidy() => new(Tidy(Summary), Tidy(Basis), Tidy(Needs), Tidy(Outcomes), Tidy(Provision), Tidy(Author));

    /// <summary>Writes the parts to the stored advice.</summary>
    public void CopyTo(AdviceResponse r) => (r.Summary, r.Basis, r.Needs, r.Outcomes, r.Provision, r.Author) = (Summary, Basis, Needs, Outcomes, Provision, Author);

    /// <summary>The parts as one person had written them, to be kept beside what takes their place.</summary>
    public OtherDraft By(Guid userId, string name, DateTime savedUtc) => new(userId, name, savedUtc, Summary, Basis, Needs, Outcomes, Provision, Author);

    /// <summary>Whether the parts are blank; the author does not count, because the form fills it in beforehand.</summary>
    public bool IsEmpty => Summary is null && Basis is null && Needs is null && Outcomes is null && Provision is null;

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").TrimEnd();
}

/// <summary>What advice needs before the service can submit it.</summary>
public static class AdviceCompleteness
{
    /// <summary>The name of the documents' field.</summary>
    public const string Files = "Files";

    private const string OnlyPoints = "This only says where a report is, or that one will come, and no document is with it. Upload the document, also an earlier one that still stands, write here what it says, or promise a date for it on the page of the request";

    /// <summary>The field to mark and the sentence to show, or null when the advice can be submitted.</summary>
    public static (string Field, string Problem)? Missing(AdviceDraft draft, int documents)
    {
        bool needs = !string.IsNullOrWhiteSpace(draft.Needs), provision = !string.IsNullOrWhiteSpace(draft.Provision), summary = draft.Summary.ContentOrNull() is not null;
        // "None" may be true under one heading; under both it is no advice
        if (documents == 0 && NotText.IsNothing(draft.Needs) && NotText.IsNothing(draft.Provision)) { return (nameof(AdviceDraft.Needs), "Needs and provision say nothing. Write them, or make a nil return with its reason"); }
        var (needsPoint, provisionPoints) = (Pointing.IsAll(draft.Needs), Pointing.IsAll(draft.Provision));
        if (documents == 0 && (needsPoint || provisionPoints) && SaysNothing(draft.Needs) && SaysNothing(draft.Provision)) { return (needsPoint ? nameof(AdviceDraft.Needs) : nameof(AdviceDraft.Provision), OnlyPoints); }
        if (documents == 0 && !needs && !provision && Pointing.IsAll(draft.Summary)) { return (nameof(AdviceDraft.Summary), OnlyPoints); }
        if ((documents > 0 && summary) || (needs && provision)) { return null; }
        if (documents > 0) { return (nameof(AdviceDraft.Summary), "Write a short summary of what you have uploaded"); }
        if (needs) { return (nameof(AdviceDraft.Provision), "Enter the provision that is needed, or upload a document that says it"); }
        if (provision) { return (nameof(AdviceDraft.Needs), "Enter the needs that the provision is for, or upload a document that says them"); }
        return (Files, "Upload a document with a short summary, or write the needs and the provision");
    }

    // a blank part beside one that points says no more than that
    private static bool SaysNothing(string? part) => string.IsNullOrWhiteSpace(part) || NotText.IsNothing(part) || Pointing.IsAll(part);

    /// <summary>A fingerprint of the draft and documents that a person looked at, and of the asking that they answer, so that exactly those are submitted.</summary>
    public static string Fingerprint(AdviceRequest request, AdviceResponse? response, IEnumerable<Guid> documentIds) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Round}:{response?.Version:N}:{string.Join(',', documentIds.Order())}")))[..32];
}
