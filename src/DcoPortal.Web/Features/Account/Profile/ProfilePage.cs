using DcoPortal.Casework.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DcoPortal.Web.Features.Account.Profile;

/// <summary>What a person sees of their own account.</summary>
public sealed record ProfilePage(string Name, string Email, string Role, string Organisation, IReadOnlyList<string> Services,
    bool TwoFactorIsOn, bool TwoFactorIsRequired, int RecoveryCodesLeft, DateTime? LastSignedInUtc, bool HasCalendar, EmailFrequency EmailFrequency);

/// <summary>Reads the person's own account.</summary>
public sealed class ProfileQuery(UserManager<PortalUser> users, PortalDb db, CurrentPerson person, IOptions<AccessOptions> options)
{
    /// <summary>The signed-in person's account.</summary>
    public async Task<ProfilePage> RunAsync(CancellationToken ct)
    {
        var user = await users.FindByIdAsync(person.Scope.UserId.ToString()) ?? throw new InvalidOperationException("The signed-in account is gone.");
        var ids = person.Scope.ServiceIds;
        var services = ids.Count == 0 ? [] : await db.Services.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => s.DistinctName).ToListAsync(ct);
        return new(user.DisplayName, user.Email!, PortalClaims.TitleOf(user.Role), user.OrganisationName, services, user.TwoFactorEnabled,
            options.Value.RequireTwoFactor, user.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(user) : 0, user.LastSignedInUtc, user.CalendarTokenHash is not null, user.EmailFrequency);
    }
}
