using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Questions;

/// <summary>One question of a list.</summary>
public sealed record QuestionRow
{
    public Guid Id { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The child or young person.</summary>
    public required string ChildName { get; init; }

    /// <summary>The local authority.</summary>
    public required string Authority { get; init; }

    /// <summary>Who asked.</summary>
    public CaseSide AskedBy { get; init; }

    /// <summary>Whose move it is.</summary>
    public CaseSide WaitsFor { get; init; }

    /// <summary>When it was asked, UTC.</summary>
    public DateTime AskedUtc { get; init; }

    /// <summary>When anything was last said, UTC.</summary>
    public DateTime LastSaidUtc { get; init; }

    /// <summary>When it was closed, UTC, or null.</summary>
    public DateTime? ClosedUtc { get; init; }

    /// <summary>How much was said.</summary>
    public int Messages { get; init; }

    /// <summary>The beginning of the question.</summary>
    public required string Opening { get; init; }

    /// <summary>The person's side.</summary>
    public CaseSide Reader { get; init; }

    /// <summary>Where it stands, in words.</summary>
    public string Standing => QuestionSides.Standing(AskedBy, WaitsFor, ClosedUtc, Reader);

    /// <summary>Whether it is the reader's move.</summary>
    public bool IsYours => ClosedUtc is null && WaitsFor == Reader;
}
