using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Requests;

/// <summary>One move in the life of a request, as it was made. Rows are added and never changed: a later round erases nothing of an earlier one.</summary>
public sealed class MoveMade : ICaseRow, IAudited
{
    private MoveMade() { }

    internal MoveMade(AdviceRequest request, RequestMove move, RequestStage from, DateTime utc)
    {
        Id = Guid.CreateVersion7();
        AdviceRequestId = request.Id;
        AssessmentId = request.AssessmentId;
        LocalAuthorityId = request.LocalAuthorityId;
        IcbId = request.IcbId;
        Number = request.MoveCount;
        Round = request.Round;
        Move = move;
        FromStage = from;
        ToStage = request.Stage;
        AtUtc = utc;
        ServiceId = request.ServiceId;
        ProfessionalId = request.ProfessionalId;
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

    /// <summary>The number of the move in the request's life, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The asking that the move belongs to, from 1; 0 before the first.</summary>
    public int Round { get; private set; }

    /// <summary>The move.</summary>
    public RequestMove Move { get; private set; }

    /// <summary>The stage before the move.</summary>
    public RequestStage FromStage { get; private set; }

    /// <summary>The stage after the move.</summary>
    public RequestStage ToStage { get; private set; }

    /// <summary>When the move was made, UTC.</summary>
    public DateTime AtUtc { get; private set; }

    /// <summary>The service that had the request after the move.</summary>
    public Guid ServiceId { get; private set; }

    /// <summary>The professional who held the request after the move, or null.</summary>
    public Guid? ProfessionalId { get; private set; }

    /// <summary>The person at the service, for a move that names one: acknowledging, promising, answering.</summary>
    public string? ByName { get; internal init; }

    /// <summary>The reason, or the comment of an answer sent back, in that person's words; null where none is given.</summary>
    public string? Because { get; internal init; }

    /// <summary>The reason of a nil return, or null.</summary>
    public ReplyCode? NilReason { get; internal init; }

    /// <summary>The advice that was sent back, as <see cref="SentBackAnswer"/> keeps it; null for a nil return and every other move.</summary>
    public string? SentBack { get; internal init; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;
}
