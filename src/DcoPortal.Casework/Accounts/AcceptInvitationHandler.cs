using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Casework.Accounts;

/// <summary>What an invitation's holder may know of it.</summary>
public sealed record OpenInvitation(string Name, string Email, string Role, string Organisation);

/// <summary>Makes the account that an invitation promises: organisation, role and services come from it and nothing from the form but the password.</summary>
public sealed class AcceptInvitationHandler(PortalDb db, Change change, UserManager<PortalUser> users, AuditTrail audit, AccountLookup lookup, UkClock clock)
{
    /// <summary>The invitation, or in words why it cannot be used.</summary>
    public async Task<(OpenInvitation? Invitation, string? Why)> FindAsync(string token, CancellationToken ct)
    {
        var found = await lookup.InvitationAsync(AccountLinks.HashOf(token), ct);
        var why = found switch
        {
            null => "The address is not complete, or a newer invitation has replaced this one.",
            { AcceptedUtc: not null } => "It has been used: the account is there, and you can sign in.",
            { WithdrawnUtc: not null } => "It was withdrawn by the person who sent it.",
            _ when found.ExpiresUtc <= clock.UtcNow => "It has expired: an invitation works for 7 days.",
            _ => null,
        };
        return why is null ? (new(found!.DisplayName, found.Email, PortalClaims.TitleOf(found.Role), found.OrganisationName), null) : (null, why);
    }

    /// <summary>Makes the account without signing anybody in; or says what is wrong with the password.</summary>
    public async Task<(PortalUser? Made, IReadOnlyList<string> Problems)> AcceptAsync(string token, string password, CancellationToken ct)
    {
        IReadOnlyList<string> problems = [];
        var outcome = await change.MakeAsync<PortalUser>(async () =>
        {
            var user = await PromisedAsync(token, ct);
            // UserManager saves account, services, used invitation and fact at once; a second click meets the unique address
            var made = await users.CreateAsync(user, password);
            if (made.Succeeded) { return user; }
            problems = [.. made.Errors.Select(e => e.Description).Distinct()];
            return Outcome.Refused(problems[0]);
        }, ct);
        return (outcome.Value, problems);
    }

    private async Task<PortalUser> PromisedAsync(string token, CancellationToken ct)
    {
        var hash = AccountLinks.HashOf(token);
        var invitation = await db.Invitations.SingleAsync(i => i.TokenHash == hash, ct);
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = invitation.Email,
            Email = invitation.Email,
            EmailConfirmed = true,
            DisplayName = invitation.DisplayName,
            OrganisationName = invitation.OrganisationName,
            Role = invitation.Role,
            IcbId = invitation.IcbId,
            LocalAuthorityId = invitation.LocalAuthorityId,
            ProviderId = invitation.ProviderId,
            ProfessionalId = invitation.ProfessionalId,
            CreatedUtc = clock.UtcNow,
        };
        invitation.AcceptedUtc = clock.UtcNow;
        foreach (var service in Invitation.Parse(invitation.ServiceIds)) { db.UserServices.Add(new UserService { UserId = user.Id, ServiceId = service }); }
        audit.Record(new InvitationAccepted(user.Id, user.Role), Actor.Of(user));
        return user;
    }
}
