namespace DcoPortal.Domain.Assessments;

/// <summary>How a request that the DCO service recorded for an authority arrived.</summary>
public enum ArrivalWay
{
    /// <summary>By email.</summary>
    Email,

    /// <summary>By post.</summary>
    Post,

    /// <summary>By telephone.</summary>
    Phone,
}
