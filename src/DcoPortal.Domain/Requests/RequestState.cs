namespace DcoPortal.Domain.Requests;

/// <summary>What a move may change of a request: taking the move back restores it. Dates, chases and exemptions are no part of it.</summary>
public sealed record RequestState
{
    /// <inheritdoc cref="AdviceRequest.Stage" />
    public RequestStage Stage { get; init; }

    /// <inheritdoc cref="AdviceRequest.Round" />
    public int Round { get; init; }

    /// <inheritdoc cref="AdviceRequest.ShownToService" />
    public bool ShownToService { get; init; }

    /// <inheritdoc cref="AdviceRequest.EndedUtc" />
    public DateTime? EndedUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.ProviderId" />
    public Guid ProviderId { get; init; }

    /// <inheritdoc cref="AdviceRequest.ServiceId" />
    public Guid ServiceId { get; init; }

    /// <inheritdoc cref="AdviceRequest.ProfessionalId" />
    public Guid? ProfessionalId { get; init; }

    /// <inheritdoc cref="AdviceRequest.CoverForServiceId" />
    public Guid? CoverForServiceId { get; init; }

    /// <inheritdoc cref="AdviceRequest.DuplicateKey" />
    public string DuplicateKey { get; init; } = "";

    /// <inheritdoc cref="AdviceRequest.FirstSentUtc" />
    public DateTime? FirstSentUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.SentUtc" />
    public DateTime? SentUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.AskedOn" />
    public DateOnly? AskedOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.AnsweredOn" />
    public DateOnly? AnsweredOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.Became" />
    public Became Became { get; init; }

    /// <inheritdoc cref="AdviceRequest.BecameOn" />
    public DateOnly? BecameOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.FirstOpenedUtc" />
    public DateTime? FirstOpenedUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.AcknowledgedUtc" />
    public DateTime? AcknowledgedUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.AcknowledgedByName" />
    public string? AcknowledgedByName { get; init; }

    /// <inheritdoc cref="AdviceRequest.PromisedOn" />
    public DateOnly? PromisedOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.GivenBackUtc" />
    public DateTime? GivenBackUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.GivenBackReason" />
    public string? GivenBackReason { get; init; }

    /// <inheritdoc cref="AdviceRequest.SubmittedUtc" />
    public DateTime? SubmittedUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.SubmittedOn" />
    public DateOnly? SubmittedOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.SubmittedByName" />
    public string? SubmittedByName { get; init; }

    /// <inheritdoc cref="AdviceRequest.ReachedAuthorityOn" />
    public DateOnly? ReachedAuthorityOn { get; init; }

    /// <inheritdoc cref="AdviceRequest.NilReason" />
    public ReplyCode? NilReason { get; init; }

    /// <inheritdoc cref="AdviceRequest.NilNote" />
    public string? NilNote { get; init; }

    /// <inheritdoc cref="AdviceRequest.SentBackUtc" />
    public DateTime? SentBackUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.SentBackComment" />
    public string? SentBackComment { get; init; }

    /// <inheritdoc cref="AdviceRequest.SentBackCount" />
    public int SentBackCount { get; init; }

    /// <inheritdoc cref="AdviceRequest.AcceptedUtc" />
    public DateTime? AcceptedUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.ClosedUtc" />
    public DateTime? ClosedUtc { get; init; }

    /// <inheritdoc cref="AdviceRequest.CloseReason" />
    public string? CloseReason { get; init; }
}

/// <summary>A move that was just made, with all that is needed to take it back.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Move">The move.</param>
/// <param name="MoveCount">The number of moves with it and with the handing over that came of it: one more since, and it stands.</param>
/// <param name="MadeUtc">When it was made, UTC.</param>
/// <param name="Before">The request before it.</param>
public sealed record JustMade(Guid RequestId, RequestMove Move, int MoveCount, DateTime MadeUtc, RequestState Before);
