using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Requests;

/// <summary>The service that gave an answer, in words: the new side may have no such service in its directory.</summary>
/// <param name="Service">The service.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="Board">The integrated care board that returned it.</param>
/// <param name="ProviderOdsCode">The provider's ODS code, the same in every board's directory.</param>
public sealed record AnswerSource(string Service, string Provider, string Board, string ProviderOdsCode);

/// <summary>
/// Advice that was given for a case before it was moved here (regulation 6(4), and 15(3)(b) where a plan is transferred): kept as it was returned, beside the record of the
/// side that returned it. When that side withdraws it, it is closed here too.
/// </summary>
public sealed class CarriedAnswer : IReturnedAnswer, IMovesWithCase, IAudited
{
    private CarriedAnswer() { }

    private CarriedAnswer(CaseKeys keys, IReturnedAnswer answer, Guid sourceAnswerId)
    {
        Id = Guid.CreateVersion7();
        (AssessmentId, LocalAuthorityId, IcbId) = (keys.AssessmentId, keys.LocalAuthorityId, keys.IcbId);
        SourceAnswerId = sourceAnswerId;
        (Kind, Number, ReturnedOn, SubmittedByName) = (answer.Kind, answer.Number, answer.ReturnedOn, answer.SubmittedByName);
        (NilReason, NilNote) = (answer.NilReason, answer.NilNote);
        (Summary, Basis, Needs, Outcomes, Provision, Author) = (answer.Summary, answer.Basis, answer.Needs, answer.Outcomes, answer.Provision, answer.Author);
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The answer as it was returned on the other record, from which it came, directly or through others.</summary>
    public Guid SourceAnswerId { get; private set; }

    /// <summary>The request that it answered there: what tells versions of one answer from other answers.</summary>
    public Guid SourceRequestId { get; private set; }

    /// <summary>The service that gave it, in the directory of the board that returned it: a name can change, and a service can go over to another provider.</summary>
    public Guid ServiceId { get; private set; }

    /// <summary>The service that gave it.</summary>
    public string ServiceName { get; private set; } = "";

    /// <summary>Its provider.</summary>
    public string ProviderName { get; private set; } = "";

    /// <summary>Its provider's ODS code.</summary>
    public string ProviderOdsCode { get; private set; } = "";

    /// <summary>The integrated care board that returned it.</summary>
    public string BoardName { get; private set; } = "";

    /// <summary>The day health had been asked (Europe/London).</summary>
    public DateOnly AskedOn { get; private set; }

    /// <summary>The day it was due (Europe/London).</summary>
    public DateOnly DueOn { get; private set; }

    /// <inheritdoc />
    public AnswerKind Kind { get; private set; }

    /// <inheritdoc />
    public int Number { get; private set; }

    /// <inheritdoc />
    public DateOnly ReturnedOn { get; private set; }

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

    /// <summary>Since when nobody here may open it, because the side that returned it withdrew it, UTC; null while it stands.</summary>
    public DateTime? WithdrawnUtc { get; private set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);

    /// <summary>Carries a returned answer to the record with which its case goes on.</summary>
    public static CarriedAnswer Of(CaseKeys to, ReturnedAnswer answer, AdviceRequest request, AnswerSource source)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new(to, answer, answer.Id)
        {
            SourceRequestId = request.Id,
            ServiceId = request.ServiceId,
            ServiceName = source.Service,
            ProviderName = source.Provider,
            ProviderOdsCode = source.ProviderOdsCode,
            BoardName = source.Board,
            AskedOn = request.ReceivedByHealthOn,
            DueOn = request.DueOn,
        };
    }

    /// <summary>Carries it further, when the case moves again.</summary>
    public CarriedAnswer Onward(CaseKeys to) => new(to, this, SourceAnswerId)
    {
        SourceRequestId = SourceRequestId,
        ServiceId = ServiceId,
        ServiceName = ServiceName,
        ProviderName = ProviderName,
        ProviderOdsCode = ProviderOdsCode,
        BoardName = BoardName,
        AskedOn = AskedOn,
        DueOn = DueOn,
    };

    /// <summary>Closes it here, or opens it again: the side that returned it withdrew it, or took that back.</summary>
    public void FollowSource(DateTime? withdrawnUtc) => WithdrawnUtc = withdrawnUtc;
}
