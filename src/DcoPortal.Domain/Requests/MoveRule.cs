namespace DcoPortal.Domain.Requests;

/// <summary>What a move comes to in a stage.</summary>
public enum MoveVerdict
{
    /// <summary>It can be made.</summary>
    Possible,

    /// <summary>It was made already: making it again changes nothing.</summary>
    Already,

    /// <summary>It cannot be made.</summary>
    Refused,
}

/// <summary>One row of the table of moves.</summary>
public sealed record MoveRule
{
    /// <summary>What happens.</summary>
    public required RequestMove Move { get; init; }

    /// <summary>Who does it, as the start of a sentence: "The service".</summary>
    public required string Who { get; init; }

    /// <summary>What it means: the rest of that sentence, without a full stop.</summary>
    public required string Does { get; init; }

    /// <summary>The stages in which it can be made.</summary>
    public required IReadOnlyList<RequestStage> From { get; init; }

    /// <summary>Where it leads; null when the stage stays as it is.</summary>
    public RequestStage? To { get; init; }

    /// <summary>The stages that say that it was made already: then nothing changes, and nobody is told off.</summary>
    public IReadOnlyList<RequestStage> DoneIn { get; init; } = [];

    /// <summary>Whether somebody is asked anew: a round begins, with instants of its own.</summary>
    public bool BeginsRound { get; init; }

    /// <summary>The fact that it leaves in the audit trail.</summary>
    public required Type Fact { get; init; }

    /// <summary>What else may refuse it, in words for a reader of the table; null when the stage alone decides.</summary>
    public string? Unless { get; init; }

    /// <summary>What a person reads who tries it in any other stage.</summary>
    public required string Refusal { get; init; }

    /// <summary>What it comes to in a stage.</summary>
    public MoveVerdict In(RequestStage stage) => From.Contains(stage) ? MoveVerdict.Possible : DoneIn.Contains(stage) ? MoveVerdict.Already : MoveVerdict.Refused;
}
