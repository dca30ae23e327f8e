namespace DcoPortal.Benchmarks.Data;

/// <summary>One copy of a case of the demo.</summary>
/// <param name="Of">The case that it is a copy of.</param>
/// <param name="Number">Its own, the oldest first.</param>
/// <param name="Board">Its board, 0 for the demo's own.</param>
/// <param name="Days">How many days earlier everything happened.</param>
internal sealed record CaseCopy(Template Of, int Number, int Board, int Days)
{
    /// <summary>The portal's reference.</summary>
    public required string Reference { get; init; }
}
