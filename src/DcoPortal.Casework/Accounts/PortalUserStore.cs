using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DcoPortal.Casework.Accounts;

/// <summary>Accounts in the portal's own context, and so under its row scope.</summary>
internal sealed class PortalUserStore(PortalDb db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<PortalUser, PortalDb, Guid>(db, describer);

/// <summary>The framework asks for a role store; the portal's roles are its own (<see cref="Domain.Access.Role"/>).</summary>
internal sealed class NoRoleStore : IRoleStore<IdentityRole<Guid>>
{
    private static NotSupportedException Unused => new("Roles are a property of the account.");

    public Task<IdentityResult> CreateAsync(IdentityRole<Guid> role, CancellationToken cancellationToken) => throw Unused;
    public Task<IdentityResult> UpdateAsync(IdentityRole<Guid> role, CancellationToken cancellationToken) => throw Unused;
    public Task<IdentityResult> DeleteAsync(IdentityRole<Guid> role, CancellationToken cancellationToken) => throw Unused;
    public Task<string> GetRoleIdAsync(IdentityRole<Guid> role, CancellationToken cancellationToken) => throw Unused;
    public Task<string?> GetRoleNameAsync(IdentityRole<Guid> role, CancellationToken cancellationToken) => throw Unused;
    public Task SetRoleNameAsync(IdentityRole<Guid> role, string? roleName, CancellationToken cancellationToken) => throw Unused;
    public Task<string?> GetNormalizedRoleNameAsync(IdentityRole<Guid> role, CancellationToken cancellationToken) => throw Unused;
    public Task SetNormalizedRoleNameAsync(IdentityRole<Guid> role, string? normalizedName, CancellationToken cancellationToken) => throw Unused;
    public Task<IdentityRole<Guid>?> FindByIdAsync(string roleId, CancellationToken cancellationToken) => throw Unused;
    public Task<IdentityRole<Guid>?> FindByNameAsync(string normalizedRoleName, CancellationToken cancellationToken) => throw Unused;
    public void Dispose() { }
}
