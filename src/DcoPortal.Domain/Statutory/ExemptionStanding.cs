namespace DcoPortal.Domain.Statutory;

/// <summary>What recorded exemptions add to a status. Never "not late": the date stands.</summary>
public enum ExemptionStanding
{
    /// <summary>No exemption is recorded.</summary>
    None,

    /// <summary>One is recorded, and the due date has not passed or was kept.</summary>
    InTimeExempt,

    /// <summary>One is recorded, and the due date passed: late, and the exemption answers whether that is excused.</summary>
    PastDueExempt,
}
