namespace DcoPortal.Domain.Statutory;

/// <summary>What recorded exemptions add to a status. Never "not late": the date stands.</summary>
public enum ExemptionStanding
{
    /// <summary>No exemption is recorded.</summary>
    None,

    /// <summary>An exemption is recorded, and the due date has not passed or was kept.</summary>
    InTimeExempt,

    /// <summary>An exemption is recorded, and the due date passed: the work is late, and the exemption says whether that is excused.</summary>
    PastDueExempt,
}
