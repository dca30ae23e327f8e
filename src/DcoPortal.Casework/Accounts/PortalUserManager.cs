using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Accounts;

/// <summary>The framework's account manager, with the lockout measured by the portal's own clock.</summary>
internal sealed class PortalUserManager(IUserStore<PortalUser> store, IOptions<IdentityOptions> options, IPasswordHasher<PortalUser> hasher,
    IEnumerable<IUserValidator<PortalUser>> userValidators, IEnumerable<IPasswordValidator<PortalUser>> passwordValidators,
    ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<PortalUser>> log, TimeProvider time)
    : UserManager<PortalUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    public override Task<bool> IsLockedOutAsync(PortalUser user) =>
        Task.FromResult(user.LockoutEnabled && user.LockoutEnd is { } end && end > time.GetUtcNow());

    public override Task<IdentityResult> AccessFailedAsync(PortalUser user)
    {
        if (++user.AccessFailedCount >= Options.Lockout.MaxFailedAccessAttempts)
        {
            user.LockoutEnd = time.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan;
            user.AccessFailedCount = 0;
        }
        return UpdateUserAsync(user);
    }
}
