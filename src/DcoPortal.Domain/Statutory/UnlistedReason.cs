namespace DcoPortal.Domain.Statutory;

/// <summary>Reasons often given for late advice that are on no list of exemptions.</summary>
public enum UnlistedReason
{
    /// <summary>A clinician is away sick or on leave.</summary>
    ClinicianAbsent,

    /// <summary>A post is vacant.</summary>
    Vacancy,

    /// <summary>The service has a backlog.</summary>
    Backlog,

    /// <summary>The child is on a waiting list.</summary>
    WaitingList,

    /// <summary>No referral was made to the service.</summary>
    NoReferral,

    /// <summary>The authority did not send papers.</summary>
    PapersNotSent,
}
