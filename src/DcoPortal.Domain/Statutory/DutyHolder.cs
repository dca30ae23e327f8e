namespace DcoPortal.Domain.Statutory;

/// <summary>The body or person who must keep a time limit, or whose right ends with it.</summary>
public enum DutyHolder
{
    /// <summary>The local authority responsible for the child or young person.</summary>
    LocalAuthority,

    /// <summary>The authority that a child or young person with a plan is leaving.</summary>
    OldLocalAuthority,

    /// <summary>The authority that a plan is transferred to.</summary>
    NewLocalAuthority,

    /// <summary>A body asked for health advice.</summary>
    HealthBody,

    /// <summary>The professional or service that a request was sent to, for local targets.</summary>
    HealthService,

    /// <summary>The integrated care board: the responsible commissioning body.</summary>
    Icb,

    /// <summary>The board that was responsible before a move.</summary>
    OldIcb,

    /// <summary>The board that is responsible after a move.</summary>
    NewIcb,

    /// <summary>The organiser of an annual review meeting: the setting, or the authority.</summary>
    ReviewOrganiser,

    /// <summary>The school, college or other setting.</summary>
    Setting,

    /// <summary>The parent or young person.</summary>
    Family,

    /// <summary>The mediation adviser.</summary>
    MediationAdviser,

    /// <summary>A party to an appeal.</summary>
    TribunalParty,
}
