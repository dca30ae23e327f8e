namespace DcoPortal.Domain.Requests;

/// <summary>Whether a move can be made in a stage.</summary>
public enum MoveVerdict
{
    /// <summary>The move can be made.</summary>
    Possible,

    /// <summary>The move was made already: a second click changes nothing.</summary>
    Already,

    /// <summary>The move cannot be made.</summary>
    Refused,
}

/// <summary>One row of the table of moves.</summary>
public sealed record MoveRule
{
    /// <summary>The move.</summary>
    public required RequestMove Move { get; init; }

    /// <summary>The side that makes the move, as the start of a sentence: "The service".</summary>
    public required string Who { get; init; }

    /// <summary>What the move means: the rest of that sentence, without a full stop.</summary>
    public required string Does { get; init; }

    /// <summary>The stages in which the move can be made.</summary>
    public required IReadOnlyList<RequestStage> From { get; init; }

    /// <summary>The stage after the move; null when the stage does not change.</summary>
    public RequestStage? To { get; init; }

    /// <summary>The stage after the move when the answer was returned before, where that differs from <see cref="To"/>.</summary>
    public RequestStage? ToOnceReturned { get; init; }

    /// <summary>The stages in which the move was made already: a second click changes nothing and shows no error.</summary>
    public IReadOnlyList<RequestStage> DoneIn { get; init; } = [];

    /// <summary>Whether the holder is asked anew: a new round begins.</summary>
    public bool BeginsRound { get; init; }

    /// <summary>Whether the move leads back to the stage before the move that it takes back, which differs.</summary>
    public bool LeadsBack { get; init; }

    /// <summary>The move that takes this one back while its emails wait; null when it stands.</summary>
    public RequestMove? TakenBackBy { get; init; }

    /// <summary>The type of the move's audit fact.</summary>
    public required Type Fact { get; init; }

    /// <summary>What else may refuse the move, in words for a reader of the table; null when the stage alone decides.</summary>
    public string? Unless { get; init; }

    /// <summary>What a person reads who tries the move in any other stage.</summary>
    public required string Refusal { get; init; }

    /// <summary>Whether the move can be made in a stage.</summary>
    public MoveVerdict In(RequestStage stage) => From.Contains(stage) ? MoveVerdict.Possible : DoneIn.Contains(stage) ? MoveVerdict.Already : MoveVerdict.Refused;
}
