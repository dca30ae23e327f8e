namespace DcoPortal.Domain.Requests;

/// <summary>Why a service has no advice to give. A coded reason, so that nil returns do not hide.</summary>
public enum ReplyCode
{
    /// <summary>The child is not known to the service.</summary>
    NotKnown,

    /// <summary>Referred and waiting to be seen. A waiting list is not a lawful reason for late advice.</summary>
    ReferredWaiting,

    /// <summary>Discharged.</summary>
    Discharged,

    /// <summary>Moved out of the area.</summary>
    MovedOut,

    /// <summary>The same request was made twice.</summary>
    Duplicate,

    /// <summary>Another service should be asked.</summary>
    WrongService,

    /// <summary>The family declined the service.</summary>
    DeclinedByFamily,

    /// <summary>Known to universal services only.</summary>
    UniversalOnly,

    /// <summary>Outside the ages the service works with.</summary>
    OutOfAgeRange,

    /// <summary>Seen by a private provider.</summary>
    PrivateProvider,
}
