namespace DcoPortal.Casework.Escalations;

/// <summary>How an escalation ended: answered, or taken back. No word of a child, and not the answer.</summary>
public sealed record SettledEscalation
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Who answered, or null.</summary>
    public string? AnsweredByName { get; init; }

    /// <summary>When it was answered, UTC, or null.</summary>
    public DateTime? AnsweredUtc { get; init; }

    /// <summary>Who took it back, or null.</summary>
    public string? WithdrawnByName { get; init; }

    /// <summary>When it was taken back, UTC, or null.</summary>
    public DateTime? WithdrawnUtc { get; init; }

    /// <summary>The person asked instead in the same save, or null.</summary>
    public string? InsteadName { get; init; }

    /// <summary>How it ended, in words.</summary>
    public string Words => (AnsweredUtc, InsteadName) switch
    {
        (not null, _) => $"by {AnsweredByName}",
        (_, { } instead) => $"put before {instead} instead by {WithdrawnByName}",
        _ => $"taken back by {WithdrawnByName}",
    };
}

/// <summary>The person asked instead when an escalation was taken back.</summary>
/// <param name="Id">The key of the new escalation.</param>
/// <param name="ToName">The person's name.</param>
public sealed record AskedInstead(Guid Id, string ToName);
