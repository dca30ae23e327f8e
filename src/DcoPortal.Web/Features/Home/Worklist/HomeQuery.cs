using DcoPortal.Domain.Access;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Time;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Reads the worklist of the person's role.</summary>
public sealed class HomeQuery(CurrentPerson person, UkClock clock, ServiceHomeQuery service, DcoHomeQuery dco, AuthorityHomeQuery authority, AdministrationHomeQuery administration, BoardHomeQuery board)
{
    /// <summary>The worklist.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct) => person.Scope.Kind switch
    {
        ScopeKind.HealthService => await service.PageAsync(ct),
        ScopeKind.DcoService => await dco.PageAsync(ct),
        ScopeKind.LocalAuthority => await authority.PageAsync(ct),
        ScopeKind.Administration => await administration.PageAsync(ct),
        ScopeKind.FiguresOnly => await board.PageAsync(ct),
        _ => new HomePage { Today = clock.Today },
    };
}
