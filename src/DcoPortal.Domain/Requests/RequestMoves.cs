namespace DcoPortal.Domain.Requests;

/// <summary>
/// The life of a request: which move is possible in which stage, where it leads, which fact it leaves and what may refuse it.
/// The aggregate, the pages and the tests ask this table; docs/request-life.md is printed from it.
/// </summary>
public static partial class RequestMoves
{
    /// <summary>The row of a move: the table has them in the order of the enum, which a test holds.</summary>
    public static MoveRule Rule(this RequestMove move) => All[(int)move];

    /// <summary>Whether a move can be made in a stage.</summary>
    public static bool IsPossible(this RequestStage stage, RequestMove move) => move.Rule().In(stage) == MoveVerdict.Possible;
}
