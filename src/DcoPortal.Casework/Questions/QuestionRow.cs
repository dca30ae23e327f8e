using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Questions;

/// <summary>One question of a list.</summary>
public sealed record QuestionRow
{
    public Guid Id { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The child or young person.</summary>
    public required ChildLine Child { get; init; }

    /// <summary>The child's name alone, for a list that says the rest itself.</summary>
    public string ChildName => Child.Name;

    /// <summary>The local authority.</summary>
    public required string Authority { get; init; }

    /// <summary>The side that asked.</summary>
    public CaseSide AskedBy { get; init; }

    /// <summary>The side that must answer or close.</summary>
    public CaseSide WaitsFor { get; init; }

    /// <summary>When the question was asked, UTC.</summary>
    public DateTime AskedUtc { get; init; }

    /// <summary>When the last message was written, UTC.</summary>
    public DateTime LastSaidUtc { get; init; }

    /// <summary>When it was closed, UTC, or null.</summary>
    public DateTime? ClosedUtc { get; init; }

    /// <summary>Whether the case goes on elsewhere, so that nobody answers here.</summary>
    public bool HasMoved { get; init; }

    /// <summary>The number of messages.</summary>
    public int Messages { get; init; }

    /// <summary>The beginning of the question.</summary>
    public required string Opening { get; init; }

    /// <summary>The side of the person who reads the list.</summary>
    public CaseSide Reader { get; init; }

    /// <summary>The state of the question, in words for the reader.</summary>
    public string Standing => HasMoved && ClosedUtc is null ? "The case has moved" : QuestionSides.Standing(AskedBy, WaitsFor, ClosedUtc, Reader);

    /// <summary>Whether the reader's side must answer or close.</summary>
    public bool IsYours => ClosedUtc is null && !HasMoved && WaitsFor == Reader;
}
