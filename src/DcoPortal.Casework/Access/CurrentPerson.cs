using System.Security.Claims;

namespace DcoPortal.Casework.Access;

/// <summary>The person behind the request: scope and actor from the cookie's claims. The one place where a scope is made.</summary>
public sealed class CurrentPerson(IPersonSource source)
{
    private (AccessScope Scope, Actor Actor, Role? Role)? _known;

    /// <summary>What the person may see. Nothing, when nobody is signed in.</summary>
    public AccessScope Scope => Known.Scope;

    /// <summary>How the audit trail names the person.</summary>
    public Actor Actor => Known.Actor;

    /// <summary>The role, or null when nobody is signed in.</summary>
    public Role? Role => Known.Role;

    /// <summary>Whether the person acts at a page of the portal: not a command, background work or demo data.</summary>
    public bool IsAtPage => source.IsRequest;

    /// <summary>Whether the person holds a permission.</summary>
    public bool May(Permission permission) => Role is { } role && role.Allows(permission);

    private (AccessScope Scope, Actor Actor, Role? Role) Known => _known ??= From(source.Person);

    /// <summary>Acts as a given person outside a web request: commands, background work and demo data.</summary>
    /// <exception cref="InvalidOperationException">A web request is running, and its person cannot be replaced.</exception>
    public void ActAs(ClaimsPrincipal person)
    {
        if (source.IsRequest) { throw new InvalidOperationException("The person of a request cannot be replaced."); }
        _known = From(person);
    }

    /// <summary>Acts as the portal itself outside a request.</summary>
    /// <exception cref="InvalidOperationException">A web request is running, and its person cannot be replaced.</exception>
    public void ActAsPortal()
    {
        if (source.IsRequest) { throw new InvalidOperationException("The person of a request cannot be replaced."); }
        _known = (AccessScope.System, Actor.Portal, null);
    }

    /// <summary>The scope of a person proved without a session: the holder of a calendar feed's secret address.</summary>
    /// <param name="person">The account's claims, made anew.</param>
    public static AccessScope ScopeOf(ClaimsPrincipal person) => From(person).Item1;

    private static (AccessScope, Actor, Role?) From(ClaimsPrincipal? user)
    {
        if (user?.Identity is not { IsAuthenticated: true } || !Enum.TryParse<Role>(user.FindFirstValue(PortalClaims.Role), out var role))
        {
            return (AccessScope.None, Actor.Anonymous, null);
        }
        Guid Id(string type) => Guid.TryParse(user.FindFirstValue(type), out var id) ? id : Guid.Empty;
        Guid[] Ids(string type) => [.. user.FindAll(type).Select(c => Guid.Parse(c.Value))];
        var scope = new AccessScope
        {
            Kind = AccessScope.KindOf(role),
            UserId = Id(ClaimTypes.NameIdentifier),
            LocalAuthorityId = Id(PortalClaims.LocalAuthority),
            IcbId = Id(PortalClaims.Icb),
            ProviderId = Id(PortalClaims.Provider),
            ProfessionalId = Id(PortalClaims.Professional),
            ServiceIds = Ids(PortalClaims.Service),
            WholeService = role == Domain.Access.Role.ServiceLead,
            DirectoryIcbIds = Ids(PortalClaims.DirectoryIcb),
        };
        var actor = new Actor(scope.UserId, user.FindFirstValue(PortalClaims.DisplayName) ?? "", PortalClaims.TitleOf(role),
            user.FindFirstValue(PortalClaims.Organisation) ?? "", NullIfEmpty(scope.LocalAuthorityId), NullIfEmpty(scope.IcbId))
        {
            Phone = user.FindFirstValue(PortalClaims.Phone),
        };
        return (scope, actor, role);
    }

    private static Guid? NullIfEmpty(Guid id) => id == Guid.Empty ? null : id;
}
