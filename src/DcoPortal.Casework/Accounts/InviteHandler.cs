using DcoPortal.Casework.Requests;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Casework.Accounts;

/// <summary>The person to invite, and their role. A problem names the property it is about.</summary>
public sealed record PersonToInvite(Role? Role, string? Name, string? Email, Guid? LocalAuthorityId, IReadOnlyList<Guid> ServiceIds, string? JobTitle, Guid? Professional)
{
    /// <summary>Whether they work in a health service.</summary>
    public bool WorksInAService => Role is Domain.Access.Role.Clinician or Domain.Access.Role.ServiceLead;

    /// <summary>Whether they work for a local authority.</summary>
    public bool WorksForAnAuthority => Role is Domain.Access.Role.LaCaseworker or Domain.Access.Role.LaManager;
}

/// <summary>Invites people into the inviter's own organisation, sends an invitation again, and withdraws one.</summary>
public sealed class InviteHandler(PortalDb db, Change change, ILookupNormalizer normalizer, AccountEmails emails, AuditTrail audit, AccountLookup lookup, DoubtsAnew doubts, CurrentPerson person, UkClock clock)
{
    private static readonly TimeSpan DoubleClick = TimeSpan.FromMinutes(1);

    /// <summary>The roles that the signed-in person may invite to.</summary>
    public IReadOnlyList<Role> Roles => person.Role == Role.SystemAdministrator ? Enum.GetValues<Role>() : [Role.LaCaseworker, Role.LaManager];

    /// <summary>Invites a person by email; a double click sends one invitation.</summary>
    public Task<Outcome> HandleAsync(PersonToInvite form, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (form.Role is not { } role || !Roles.Contains(role)) { return Outcome.Refused("Choose what they will do", nameof(form.Role)); }
        var email = form.Email!.Trim();
        if (await lookup.HasAccountAsync(normalizer.NormalizeEmail(email)!, ct)) { return Outcome.Refused("This email address already has an account", nameof(form.Email)); }
        var now = clock.UtcNow;
        var waiting = await db.Invitations.Where(i => i.Email == email && i.AcceptedUtc == null && i.WithdrawnUtc == null).OrderByDescending(i => i.CreatedUtc).FirstOrDefaultAsync(ct);
        if (waiting is not null && now - waiting.CreatedUtc < DoubleClick && waiting.Role == role) { return Outcome.Already; }
        if (waiting is not null) { return Outcome.Refused("This email address has an invitation already. Send that one again, or withdraw it first", nameof(form.Email)); }
        var (token, hash) = AccountLinks.NewInvitation();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(),
            Email = email,
            DisplayName = form.Name!.Trim(),
            Role = role,
            IcbId = person.Scope.IcbId,
            OrganisationName = "",
            TokenHash = hash,
            CreatedUtc = now,
            ExpiresUtc = now + AccountLinks.InvitationLife,
            InvitedByName = person.Actor.Name,
        };
        if (await PlaceAsync(form, invitation, ct) is { } problem) { return problem; }
        db.Invitations.Add(invitation);
        // whoever is invited counts from now on: accepting takes a minute
        await doubts.OfReaderAsync([.. Invitation.Parse(invitation.ServiceIds).Select(s => new ServiceReader(s, invitation.DisplayName, invitation.ProfessionalId, role == Role.ServiceLead))], [], ct);
        audit.Record(new UserInvited(invitation.Id, role, invitation.OrganisationName));
        emails.Invitation(invitation, token);
        return Outcome.Done;
    }, ct);

    /// <summary>Sends the invitation again with a new link; the old link stops working.</summary>
    /// <returns>The invited email address; not found when the invitation is out of scope, used or withdrawn.</returns>
    public Task<Outcome<string>> SendAgainAsync(Guid id, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        if (await WaitingAsync(id, ct) is not { } invitation) { return Outcome.NotFound; }
        if (clock.UtcNow - invitation.CreatedUtc < DoubleClick) { return Outcome.Already.With(invitation.Email); }
        var (token, hash) = AccountLinks.NewInvitation();
        (invitation.TokenHash, invitation.CreatedUtc, invitation.ExpiresUtc) = (hash, clock.UtcNow, clock.UtcNow + AccountLinks.InvitationLife);
        audit.Record(new InvitationSentAgain(invitation.Id));
        emails.Invitation(invitation, token);
        return invitation.Email;
    }, ct);

    /// <summary>Withdraws an invitation that was not used yet.</summary>
    /// <returns>The invited email address; not found when the invitation is out of scope, used or withdrawn.</returns>
    public Task<Outcome<string>> WithdrawAsync(Guid id, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        if (await WaitingAsync(id, ct) is not { } invitation) { return Outcome.NotFound; }
        invitation.WithdrawnUtc = clock.UtcNow;
        audit.Record(new InvitationWithdrawn(invitation.Id));
        return invitation.Email;
    }, ct);

    private Task<Invitation?> WaitingAsync(Guid id, CancellationToken ct) =>
        db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.AcceptedUtc == null && i.WithdrawnUtc == null, ct);

    /// <summary>Gives the invitation its organisation: the inviter's own, or one that the inviter may choose.</summary>
    private async Task<Outcome?> PlaceAsync(PersonToInvite form, Invitation invitation, CancellationToken ct)
    {
        if (form.WorksForAnAuthority)
        {
            var id = person.Role == Role.SystemAdministrator ? form.LocalAuthorityId : person.Scope.LocalAuthorityId;
            var authority = await db.LocalAuthorities.SingleOrDefaultAsync(a => a.Id == id && db.IcbCoverages.Any(c => c.LocalAuthorityId == a.Id && c.IcbId == invitation.IcbId), ct);
            if (authority is null) { return Outcome.Refused("Select the local authority", nameof(form.LocalAuthorityId)); }
            (invitation.LocalAuthorityId, invitation.OrganisationName) = (authority.Id, authority.Name);
            return null;
        }
        if (form.WorksInAService) { return await PlaceInServicesAsync(form, invitation, ct); }
        invitation.OrganisationName = await db.Icbs.Where(i => i.Id == invitation.IcbId).Select(i => i.Name).SingleAsync(ct);
        return null;
    }

    private async Task<Outcome?> PlaceInServicesAsync(PersonToInvite form, Invitation invitation, CancellationToken ct)
    {
        var (services, wrong) = await AccountServices.ChosenAsync(db, form.ServiceIds, ct);
        if (wrong is not null) { return Outcome.Refused(wrong, nameof(form.ServiceIds)); }
        var providerId = services[0].ProviderId;
        invitation.ProviderId = providerId;
        invitation.OrganisationName = await db.Providers.Where(p => p.Id == providerId).Select(p => p.Name).SingleAsync(ct);
        invitation.ServiceIds = $"|{string.Join('|', services.Select(s => s.Id))}|";
        return form.Role == Role.Clinician ? await LinkToDirectoryAsync(form, invitation, services, ct) : null;
    }

    /// <summary>Links an invited clinician to a directory entry: the chosen one, the one with their address, or a new one.</summary>
    private async Task<Outcome?> LinkToDirectoryAsync(PersonToInvite form, Invitation invitation, List<HealthService> services, CancellationToken ct)
    {
        var entry = form.Professional is { } id
            ? await db.Professionals.SingleOrDefaultAsync(p => p.Id == id, ct)
            : await db.Professionals.SingleOrDefaultAsync(p => p.Email == invitation.Email, ct);
        if (entry is not null)
        {
            if (await db.Users.AnyAsync(u => u.ProfessionalId == entry.Id, ct)) { return Outcome.Refused($"{entry.FullName} in the directory already has an account", nameof(form.Email)); }
            if (AccountServices.ProblemOf(entry, services) is { } problem) { return Outcome.Refused(problem, nameof(form.ServiceIds)); }
            invitation.ProfessionalId = entry.Id;
            return null;
        }
        if (await lookup.IsInADirectoryAsync(invitation.Email, ct)) { return Outcome.Refused("This email address cannot be used for a directory entry. Contact the DCO service", nameof(form.Email)); }
        var added = new Professional
        {
            Id = Guid.CreateVersion7(),
            IcbId = invitation.IcbId,
            ProviderId = services[0].ProviderId,
            ServiceId = services[0].Id,
            FullName = invitation.DisplayName,
            JobTitle = form.JobTitle!.Trim(),
            Email = invitation.Email,
        };
        db.Professionals.Add(added);
        audit.Record(new DirectoryChanged("professional", added.Id, null, $"{added.FullName}, {added.JobTitle}; {added.Email}"));
        invitation.ProfessionalId = added.Id;
        return null;
    }
}
