using System.Security.Claims;
using DcoPortal.Casework.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Access;

/// <summary>The names of the claims in the portal's cookie. They hold ids and work details, never a child's.</summary>
public static class PortalClaims
{
    public const string DisplayName = "dco:name";
    public const string Role = "dco:role-code";
    public const string RoleTitle = "dco:role";
    public const string Organisation = "dco:organisation";
    public const string Phone = "dco:phone";
    public const string LocalAuthority = "dco:la";
    public const string Icb = "dco:icb";
    public const string Provider = "dco:provider";
    public const string Professional = "dco:professional";
    public const string Service = "dco:service";
    public const string DirectoryIcb = "dco:directory";

    /// <summary>The words for a role.</summary>
    public static string TitleOf(Role role) => role switch
    {
        Domain.Access.Role.LaCaseworker => "LA caseworker",
        Domain.Access.Role.LaManager => "LA manager",
        Domain.Access.Role.DcoAdministrator => "DCO administrator",
        Domain.Access.Role.DesignatedClinicalOfficer => "Designated Clinical Officer",
        Domain.Access.Role.Clinician => "Clinician",
        Domain.Access.Role.ServiceLead => "Service lead",
        Domain.Access.Role.BoardMember => "Board member",
        _ => "System administrator",
    };
}

/// <summary>Puts a person's role, organisation and services into the cookie. Renewed with the security stamp every 5 minutes.</summary>
internal sealed class PortalClaimsFactory(UserManager<PortalUser> users, IOptions<IdentityOptions> options, PortalDbFactory dbs)
    : UserClaimsPrincipalFactory<PortalUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        void Add(string type, Guid? value)
        {
            if (value is { } v && v != Guid.Empty) { identity.AddClaim(new Claim(type, v.ToString())); }
        }
        identity.AddClaim(new Claim(PortalClaims.DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(PortalClaims.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(PortalClaims.RoleTitle, PortalClaims.TitleOf(user.Role)));
        identity.AddClaim(new Claim(PortalClaims.Organisation, user.OrganisationName));
        Add(PortalClaims.LocalAuthority, user.LocalAuthorityId);
        Add(PortalClaims.Icb, user.IcbId);
        Add(PortalClaims.Provider, user.ProviderId);
        Add(PortalClaims.Professional, user.ProfessionalId);
        // the claims are made before the person is signed in, so only the system scope can read their services
        await using var db = dbs.Create(AccessScope.System);
        foreach (var service in await db.UserServices.Where(s => s.UserId == user.Id).Select(s => s.ServiceId).ToListAsync()) { Add(PortalClaims.Service, service); }
        if (await PhoneAsync(db, user) is { } phone) { identity.AddClaim(new Claim(PortalClaims.Phone, phone)); }
        var directories = user.LocalAuthorityId is { } la
            ? await db.IcbCoverages.Where(c => c.LocalAuthorityId == la).Select(c => c.IcbId).ToListAsync()
            : [user.IcbId];
        foreach (var icb in directories) { Add(PortalClaims.DirectoryIcb, icb); }
        return identity;
    }

    private static async Task<string?> PhoneAsync(PortalDb db, PortalUser user) =>
        user.LocalAuthorityId is { } authority ? await db.LocalAuthorities.Where(a => a.Id == authority).Select(a => a.SendPhone).SingleOrDefaultAsync()
        : user.ProviderId is null ? await db.Icbs.Where(i => i.Id == user.IcbId).Select(i => i.DcoPhone).SingleOrDefaultAsync()
        : await db.Professionals.Where(p => p.Id == user.ProfessionalId).Select(p => p.Phone).SingleOrDefaultAsync()
            ?? await db.UserServices.Where(s => s.UserId == user.Id).OrderBy(s => s.ServiceId).Select(s => db.Services.Where(x => x.Id == s.ServiceId).Select(x => x.Phone).FirstOrDefault()).FirstOrDefaultAsync();
}
