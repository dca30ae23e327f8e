using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Requests;

/// <summary>The kind of a document.</summary>
public enum CaseDocumentKind
{
    /// <summary>Sent by the authority with the notification: family views, evidence, reports.</summary>
    FromAuthority,

    /// <summary>Health advice.</summary>
    Advice,
}

/// <summary>A document of a case. Its bytes are in the document store under <see cref="StorageKey"/>.</summary>
public sealed class CaseDocument : IMovesWithCase, IAudited
{
    /// <summary>Longest file name, in characters.</summary>
    public const int NameLength = 150;

    /// <summary>The most that is said of what it does not show, in characters.</summary>
    public const int NoticeLength = 200;

    private CaseDocument() { }

    /// <summary>Describes a stored document.</summary>
    public CaseDocument(CaseKeys keys, Guid? adviceRequestId, CaseDocumentKind kind, string storageKey)
    {
        Id = Guid.CreateVersion7();
        AssessmentId = keys.AssessmentId;
        LocalAuthorityId = keys.LocalAuthorityId;
        IcbId = keys.IcbId;
        AdviceRequestId = adviceRequestId;
        Kind = kind;
        StorageKey = storageKey;
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The request that the document answers, or null for the authority's documents.</summary>
    public Guid? AdviceRequestId { get; private set; }

    /// <summary>The kind of document.</summary>
    public CaseDocumentKind Kind { get; private set; }

    /// <summary>What a document of the authority is; null when nobody has said, and for health advice.</summary>
    public EvidenceKind? Evidence { get; init; }

    /// <summary>The key of the bytes in the store.</summary>
    public string StorageKey { get; private set; } = "";

    /// <summary>The cleaned file name.</summary>
    public required string FileName { get; set; }

    /// <summary>The canonical content type.</summary>
    public required string ContentType { get; set; }

    /// <summary>Size in bytes.</summary>
    public long SizeBytes { get; set; }

    /// <summary>Whether it holds pictures of pages and no text, so that nobody can search it or have it read aloud: known once, when it was opened at upload.</summary>
    public bool IsScan { get; init; }

    /// <summary>What of it shows nothing, or can be read though the page does not show it, in a few words; null when there is nothing to say. Known once, when it was opened at upload.</summary>
    public string? Notice { get; init; }

    /// <summary>Whom its name and text name, as <see cref="Identifiers.Mentions.Stored"/>; null when nobody.</summary>
    public string? Mentions { get; init; }

    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The malware scanner's verdict: NotScanned, Clean or Infected.</summary>
    public required string ScanVerdict { get; set; }

    /// <summary>The person who uploaded it.</summary>
    public required string UploadedByName { get; set; }

    /// <summary>When it was uploaded, UTC.</summary>
    public DateTime UploadedUtc { get; set; }

    /// <summary>When it was returned to the authority, UTC; null keeps advice from the authority.</summary>
    public DateTime? ReturnedUtc { get; private set; }

    /// <summary>The answer with which it was returned; null before.</summary>
    public Guid? ReturnedAnswerId { get; private set; }

    /// <summary>Since when nobody outside the DCO service may open it, UTC; null while it stands.</summary>
    public DateTime? WithdrawnUtc { get; internal set; }

    /// <summary>When it was removed before submission, UTC. The row stays for the audit trail.</summary>
    public DateTime? RemovedUtc { get; set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);

    /// <summary>The answer that came with a case from elsewhere, of which the document is part; null otherwise.</summary>
    public Guid? CarriedAnswerId { get; private set; }

    /// <summary>The same file as part of the next version's draft: the bytes are kept once.</summary>
    public CaseDocument CarriedOver() => CarriedOver(AdviceRequestId);

    /// <summary>The same file as part of the draft for a later request of the case: the bytes are kept once.</summary>
    public CaseDocument CarriedOver(Guid? adviceRequestId) => SameBytes(new(AssessmentId, "", LocalAuthorityId, IcbId), adviceRequestId);

    /// <summary>The same file on the record with which the case goes on elsewhere: the bytes are kept once.</summary>
    /// <param name="to">That record.</param>
    /// <param name="answer">The answer of which it is part there, or null for a document of the authority.</param>
    public CaseDocument CarriedTo(CaseKeys to, CarriedAnswer? answer)
    {
        var copy = SameBytes(to, null);
        (copy.ReturnedUtc, copy.CarriedAnswerId, copy.WithdrawnUtc) = (ReturnedUtc, answer?.Id, WithdrawnUtc);
        return copy;
    }

    /// <summary>Closes it here, or opens it again: the side that it came from withdrew it, or took that back.</summary>
    public void FollowSource(DateTime? withdrawnUtc) => WithdrawnUtc = withdrawnUtc;

    private CaseDocument SameBytes(CaseKeys keys, Guid? adviceRequestId) => new(keys, adviceRequestId, Kind, StorageKey)
    {
        Evidence = Evidence,
        FileName = FileName,
        ContentType = ContentType,
        SizeBytes = SizeBytes,
        IsScan = IsScan,
        Notice = Notice,
        Mentions = Mentions,
        Sha256 = Sha256,
        ScanVerdict = ScanVerdict,
        UploadedByName = UploadedByName,
        UploadedUtc = UploadedUtc,
    };

    /// <summary>Shows the document to the authority, with its answer.</summary>
    internal void ReturnToAuthority(ReturnedAnswer answer, DateTime utc)
    {
        if (AdviceRequestId != answer.AdviceRequestId || RemovedUtc is not null || ReturnedUtc is not null) { throw new DomainRuleException("This document is no part of the answer. Nothing was returned."); }
        (ReturnedUtc, ReturnedAnswerId) = (utc, answer.Id);
    }
}
