using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Requests;

/// <summary>What a returned answer is beside those returned before it for the same request.</summary>
public enum AnswerKind
{
    /// <summary>A version of the whole answer: it takes the place of the version before.</summary>
    Version,

    /// <summary>An addition that stands beside the version.</summary>
    Addendum,
}

/// <summary>
/// An answer as it was returned to the authority. It is kept as it was: a later version takes its place and changes nothing of it.
/// The authority reads these and never the text that the service works on.
/// </summary>
public sealed class ReturnedAnswer : IReturnedAnswer, IMovesWithCase, IAudited
{
    private ReturnedAnswer() { }

    internal ReturnedAnswer(AdviceRequest request, AnswerKind kind, int number, AdviceResponse? written, DateTime utc, DateOnly today)
    {
        Id = Guid.CreateVersion7();
        AdviceRequestId = request.Id;
        AssessmentId = request.AssessmentId;
        LocalAuthorityId = request.LocalAuthorityId;
        IcbId = request.IcbId;
        Kind = kind;
        Number = number;
        ReturnedUtc = utc;
        ReturnedOn = today;
        (SubmittedUtc, SubmittedOn, SubmittedByName) = (request.SubmittedUtc!.Value, request.SubmittedOn!.Value, request.SubmittedByName!);
        (NilReason, NilNote) = (request.NilReason, request.NilNote);
        if (written is null) { return; }
        (Summary, Basis, Needs, Outcomes, Provision, Author) = (written.Summary, written.Basis, written.Needs, written.Outcomes, written.Provision, written.Author);
    }

    /// <summary>Stands for an answer that was returned outside the portal, of which nothing but the day is kept here.</summary>
    internal static ReturnedAnswer Elsewhere(AdviceRequest request, string summary, DateTime utc, DateOnly on) => new(request, AnswerKind.Version, 1, null, utc, on) { Summary = summary };

    /// <summary>Puts right the day on which the authority had it (Europe/London).</summary>
    internal void HadOn(DateOnly on) => ReturnedOn = on;

    public Guid Id { get; private set; }

    /// <summary>The request that it answers.</summary>
    public Guid AdviceRequestId { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <inheritdoc />
    public AnswerKind Kind { get; private set; }

    /// <inheritdoc />
    public int Number { get; private set; }

    /// <summary>When it was returned, UTC.</summary>
    public DateTime ReturnedUtc { get; private set; }

    /// <inheritdoc />
    public DateOnly ReturnedOn { get; private set; }

    /// <summary>When the service submitted it, UTC.</summary>
    public DateTime SubmittedUtc { get; private set; }

    /// <summary>The day the service submitted it (Europe/London).</summary>
    public DateOnly SubmittedOn { get; private set; }

    /// <inheritdoc />
    public string SubmittedByName { get; private set; } = "";

    /// <inheritdoc />
    public ReplyCode? NilReason { get; private set; }

    /// <inheritdoc />
    public string? NilNote { get; private set; }

    /// <inheritdoc />
    public string? Summary { get; private set; }

    /// <inheritdoc />
    public string? Basis { get; private set; }

    /// <inheritdoc />
    public string? Needs { get; private set; }

    /// <inheritdoc />
    public string? Outcomes { get; private set; }

    /// <inheritdoc />
    public string? Provision { get; private set; }

    /// <inheritdoc />
    public string? Author { get; private set; }

    /// <summary>Since when nobody outside the DCO service may open it, UTC; null while it stands.</summary>
    public DateTime? WithdrawnUtc { get; internal set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);
}
