namespace DcoPortal.Domain.Statutory;

/// <summary>A fact that a ground depends on, for a form that asks only for the facts of the chosen ground.</summary>
public enum ExemptionFact
{
    /// <summary>A day: the setting's first day closed.</summary>
    ClosedFrom,

    /// <summary>A day: the setting's first day open again.</summary>
    ReopensOn,

    /// <summary>A day: the authority asked the setting for advice.</summary>
    AdviceAskedOn,

    /// <summary>A day: the circumstances began.</summary>
    CircumstancesFrom,

    /// <summary>A day or nothing: the circumstances ended.</summary>
    CircumstancesUntil,

    /// <summary>Yes or no: the circumstances are personal to the child, parent or young person.</summary>
    CircumstancesArePersonal,

    /// <summary>A day: the first day away.</summary>
    AbsentFrom,

    /// <summary>A day: the last day away.</summary>
    AbsentUntil,

    /// <summary>A day: the appointment that was not kept.</summary>
    AppointmentOn,

    /// <summary>A choice: who did not keep the appointment.</summary>
    NotKeptBy,
}
