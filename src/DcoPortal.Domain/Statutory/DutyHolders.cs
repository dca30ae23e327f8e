namespace DcoPortal.Domain.Statutory;

/// <summary>Duty holders in words.</summary>
public static class DutyHolders
{
    /// <summary>The holder with its article and without a capital: "the local authority".</summary>
    public static string NameOf(DutyHolder holder) => holder switch
    {
        DutyHolder.LocalAuthority => "the local authority",
        DutyHolder.OldLocalAuthority => "the old local authority",
        DutyHolder.NewLocalAuthority => "the new local authority",
        DutyHolder.HealthBody => "health",
        DutyHolder.HealthService => "the service asked",
        DutyHolder.Icb => "the integrated care board",
        DutyHolder.OldIcb => "the old integrated care board",
        DutyHolder.NewIcb => "the new integrated care board",
        DutyHolder.ReviewOrganiser => "whoever arranges the review",
        DutyHolder.Setting => "the school or college",
        DutyHolder.Family => "the parent or young person",
        DutyHolder.MediationAdviser => "the mediation adviser",
        DutyHolder.TribunalParty => "each party to the appeal",
        _ => throw new ArgumentOutOfRangeException(nameof(holder)),
    };
}
