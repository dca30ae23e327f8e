using System.Text.Json;

namespace DcoPortal.Casework.Ties;

/// <summary>Everything that a merge changed, as it was before. Personal data.</summary>
internal sealed record MergeRecord
{
    /// <summary>The case that stays.</summary>
    public required MergeState Kept { get; init; }

    /// <summary>The authority's own reference of the case that became part of it.</summary>
    public required string? AuthorityReference { get; init; }

    /// <summary>The keys of the rows that went along.</summary>
    public required IReadOnlyList<Guid> Moved { get; init; }

    /// <summary>The requests that it changed.</summary>
    public required IReadOnlyList<RequestBefore> Requests { get; init; }

    /// <summary>The professionals of the case that stays of whom more was taken in; the first state stands first.</summary>
    public IReadOnlyList<InvolvedBefore> Named { get; init; } = [];

    /// <summary>The links to other cases of the child that were made with it.</summary>
    public IReadOnlyList<Guid> Linked { get; init; } = [];

    /// <summary>How many facts the trail had of both cases once they were merged: when it has more, something has happened since.</summary>
    public required int Told { get; init; }

    /// <summary>What had been said of the two before, or null.</summary>
    public EarlierTie? Earlier { get; init; }

    public string Stored() => JsonSerializer.Serialize(this);

    public static MergeRecord Of(string stored) => JsonSerializer.Deserialize<MergeRecord>(stored)!;
}

/// <summary>What had been said of two cases before they were merged.</summary>
internal sealed record EarlierTie(TieKind Kind, TieDecision Decision);
