namespace DcoPortal.Casework.Escalations;

/// <summary>What became of an escalation: answered, or taken back. No word of a child, and not the answer.</summary>
public sealed record SettledEscalation
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Who answered, or null.</summary>
    public string? AnsweredByName { get; init; }

    /// <summary>When, UTC; null unless it was answered.</summary>
    public DateTime? AnsweredUtc { get; init; }

    /// <summary>Who took it back, or null.</summary>
    public string? WithdrawnByName { get; init; }

    /// <summary>When, UTC; null unless it was taken back.</summary>
    public DateTime? WithdrawnUtc { get; init; }

    /// <summary>Who was asked instead in the same moment, or null.</summary>
    public string? InsteadName { get; init; }

    /// <summary>What became of it, in words.</summary>
    public string Words => (AnsweredUtc, InsteadName) switch
    {
        (not null, _) => $"by {AnsweredByName}",
        (_, { } instead) => $"put before {instead} instead by {WithdrawnByName}",
        _ => $"taken back by {WithdrawnByName}",
    };
}

/// <summary>Who was asked instead when an escalation was taken back.</summary>
/// <param name="Id">The key of the new escalation.</param>
/// <param name="ToName">The person's name.</param>
public sealed record AskedInstead(Guid Id, string ToName);
