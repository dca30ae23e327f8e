using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Requests;

/// <summary>Why a returned answer was withdrawn.</summary>
public enum WithdrawalReason
{
    /// <summary>It is about another child or young person. An incident is recorded.</summary>
    OtherChild,

    /// <summary>It is a draft, an old version or an unfinished one.</summary>
    WrongVersion,

    /// <summary>It was written by, or asked of, the wrong person or service.</summary>
    WrongAuthor,

    /// <summary>The family does not agree to sharing it.</summary>
    NotAgreed,

    /// <summary>Another reason, which is said in words.</summary>
    Other,
}

/// <summary>What a reason means for the service that gave it.</summary>
public static class WithdrawalReasons
{
    /// <summary>Whether also the service may not read it any more, and nothing of it may go on in its next answer.</summary>
    public static bool IsForbidden(this WithdrawalReason reason) => reason is WithdrawalReason.OtherChild or WithdrawalReason.NotAgreed;
}

/// <summary>
/// A returned answer, or one document of it, that the DCO service withdrew. What was withdrawn is kept, with the reason; who had
/// opened it stands in the audit trail.
/// </summary>
public sealed class Withdrawal : IMovesWithCase, IAudited
{
    /// <summary>Longest reason, in characters.</summary>
    public const int WordsLength = 1000;

    private Withdrawal() { }

    internal Withdrawal(AdviceRequest request, ReturnedAnswer answer, CaseDocument? document, WithdrawalReason reason, string words, string byName, DateTime utc)
    {
        Id = Guid.CreateVersion7();
        AdviceRequestId = request.Id;
        AssessmentId = request.AssessmentId;
        LocalAuthorityId = request.LocalAuthorityId;
        IcbId = request.IcbId;
        AnswerId = answer.Id;
        (Kind, Number) = (answer.Kind, answer.Number);
        (DocumentId, FileName) = (document?.Id, document?.FileName);
        IsWholeAnswer = answer.WithdrawnUtc is not null;
        (Reason, Words, ByName, WithdrawnUtc) = (reason, words, byName, utc);
    }

    public Guid Id { get; private set; }

    /// <summary>The request.</summary>
    public Guid AdviceRequestId { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The answer, or the answer that the document was part of.</summary>
    public Guid AnswerId { get; private set; }

    /// <summary>What that answer is, copied: others do not read it any more.</summary>
    public AnswerKind Kind { get; private set; }

    /// <summary>Its number, copied.</summary>
    public int Number { get; private set; }

    /// <summary>The document, or null when the answer was withdrawn as a whole.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>The document's file name, copied, so that the authority knows which copies to delete; null for the whole answer.</summary>
    public string? FileName { get; private set; }

    /// <summary>Whether nothing of the answer is left: it was withdrawn as a whole, or this document was all of it.</summary>
    public bool IsWholeAnswer { get; private set; }

    /// <summary>Why, as the authority and the service read it.</summary>
    public WithdrawalReason Reason { get; private set; }

    /// <summary>What happened, in the words of the DCO service, for it alone.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The person who withdrew it.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When it was withdrawn, UTC.</summary>
    public DateTime WithdrawnUtc { get; private set; }

    /// <summary>When the withdrawal was taken back as a mistake, UTC; null while it stands.</summary>
    public DateTime? RestoredUtc { get; internal set; }

    /// <summary>Why it was taken back.</summary>
    public string? RestoredBecause { get; internal set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);
}
