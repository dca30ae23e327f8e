using DcoPortal.Domain.Access;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Time;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Reads the worklist of the person's role.</summary>
public sealed class HomeQuery(CurrentPerson person, UkClock clock, ServiceHomeQuery service, DcoHomeQuery dco, AuthorityHomeQuery authority, AdministrationHomeQuery administration)
{
    /// <summary>The worklist.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct) => person.Scope.Kind switch
    {
        ScopeKind.HealthService => await service.PageAsync(ct),
        ScopeKind.DcoService => await dco.PageAsync(ct),
        ScopeKind.LocalAuthority => await authority.PageAsync(ct),
        ScopeKind.Administration => await administration.PageAsync(ct),
        _ => new HomePage
        {
            Today = clock.Today,
            Lead = "See how many requests for health advice are late, who holds them, and whether assessments keep to 6, 16 and 20 weeks. Figures never name a child.",
            Action = ("Open the dashboard", "/dashboard"),
        },
    };
}
