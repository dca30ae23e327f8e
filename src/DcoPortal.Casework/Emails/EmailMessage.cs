namespace DcoPortal.Casework.Emails;

/// <summary>An email of the outbox: queued in the transaction of the event it announces, sent later.</summary>
public sealed class EmailMessage
{
    /// <summary>Longest subject, in characters.</summary>
    public const int SubjectLength = 200;

    /// <summary>Longest text, in characters.</summary>
    public const int BodyLength = 4000;

    public Guid Id { get; set; }

    /// <summary>The key of the event it announces: the same event is never announced twice.</summary>
    public required string UniqueKey { get; set; }
    public required string Template { get; set; }
    public required string To { get; set; }
    public required string Subject { get; set; }
    public required string Body { get; set; }

    /// <summary>Whether the email is for the holder of the request: when it waited, it goes to the holder at the time it is sent.</summary>
    public bool IsForHolder { get; set; }

    /// <summary>The page its link opens, such as /advice-requests/{id}.</summary>
    public string Path { get; set; } = "/";
    public Guid? IcbId { get; set; }
    public Guid? LocalAuthorityId { get; set; }
    public Guid? AssessmentId { get; set; }
    public Guid? AdviceRequestId { get; set; }
    public DateTime QueuedUtc { get; set; }

    /// <summary>When to try next, UTC; null when sent or given up.</summary>
    public DateTime? NextAttemptUtc { get; set; }
    public DateTime? ClaimedUntilUtc { get; set; }
    public int Attempts { get; set; }
    public DateTime? SentUtc { get; set; }
    public DateTime? FailedUtc { get; set; }
    public string? LastError { get; set; }

    /// <summary>Whose action queued it, or null for the portal's own: a failure stands in this person's worklist.</summary>
    public Guid? SenderUserId { get; set; }

    /// <summary>When the carrier, after taking the email, reported that it could not be delivered, UTC.</summary>
    public DateTime? BouncedUtc { get; set; }

    /// <summary>When a person marked the failure as dealt with, UTC.</summary>
    public DateTime? DismissedUtc { get; set; }

    /// <summary>1 from its failure or bounce until somebody has dealt with that, else null. The database works it out, so that the few are found by an index.</summary>
    public int? Undelivered { get; private set; }

    /// <summary>The first email of the event, when this one repeats it, or null: the last repeat says whether the event arrived.</summary>
    public Guid? RepeatsId { get; set; }

    /// <summary>Shared by the emails of one click: those to one address that are due at once leave as one. Null when it goes alone.</summary>
    public Guid? TogetherId { get; set; }

    /// <summary>The email that left with this one's news in it, or null: what the carrier reports of that one is true of this one.</summary>
    public Guid? SentWithId { get; set; }
}
