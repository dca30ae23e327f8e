using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Accounts;
using DcoPortal.Web.Parts.Directory;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Admin.Users;

/// <summary>The reason for disabling an account.</summary>
public sealed class DisableForm
{
    /// <summary>In the administrator's words.</summary>
    [Display(Name = "Why is the account disabled?"), Sentence]
    public string? Reason { get; set; }
}

internal sealed class DisableFormValidator : AbstractValidator<DisableForm>
{
    public DisableFormValidator()
    {
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter why the account is disabled").AtMost(500, "Reason");
    }
}

/// <summary>The choices of the invitation form.</summary>
public sealed class InviteChoicesQuery(PortalDb db, DirectoryChoicesQuery directory, CurrentPerson person)
{
    /// <summary>The services that an account may work in.</summary>
    public Task<IReadOnlyList<SelectListItem>> ServicesAsync(CancellationToken ct) => directory.ServicesAsync(ct);

    /// <summary>Fills in the choices, and what the person's directory entry already says.</summary>
    public async Task FillAsync(InviteForm form, bool fromEntry, CancellationToken ct)
    {
        form.ChoosesAuthority = person.Role == Role.SystemAdministrator;
        if (form.WorksForAnAuthority && form.ChoosesAuthority)
        {
            var icb = person.Scope.IcbId;
            var authorities = await db.LocalAuthorities.AsNoTracking().Where(a => db.IcbCoverages.Any(c => c.LocalAuthorityId == a.Id && c.IcbId == icb)).OrderBy(a => a.Name).ToListAsync(ct);
            form.Authorities = [.. authorities.Select(a => new SelectListItem(a.Name, a.Id.ToString()))];
        }
        if (form.WorksInAService)
        {
            form.Services = await directory.ServicesAsync(ct);
        }
        if (fromEntry && form.Professional is { } id && await db.Professionals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } entry)
        {
            (form.Name, form.Email, form.JobTitle, form.ServiceIds) = (entry.FullName, entry.Email, entry.JobTitle, [entry.ServiceId]);
        }
    }
}

/// <summary>The users of an organisation or board.</summary>
[Area("Admin")]
public sealed partial class UsersController(UsersQuery query, ManageUserHandler manage, InviteHandler invite, ChangeServicesHandler services, InviteChoicesQuery choices, CannotSignInQuery requests, SavedFilters saved) : Controller
{
    private const string List = "users";

    /// <summary>The list.</summary>
    [HttpGet("/admin/users"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Index(string? status, CancellationToken ct, int page = 1) =>
        View(await query.RunAsync(status is null ? await saved.LoadAsync<UserFilters>(List, ct) : new UserFilters { Status = status }, page, ct));

    /// <summary>Keeps or clears the filters.</summary>
    [HttpPost("/admin/users"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Filter(UserFilters filters, bool clear, CancellationToken ct)
    {
        await (clear ? saved.ClearAsync(List, ct) : saved.SaveAsync(List, filters, ct));
        return LocalRedirect(Addresses.AdminUsers);
    }

    /// <summary>Asks for the role first, then for the rest.</summary>
    [HttpGet("/admin/users/invite"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Invite(Role? role, Guid? professional, Guid? service, bool asked, CancellationToken ct)
    {
        var form = new InviteForm { Role = role, Professional = professional, ServiceIds = service is { } id ? [id] : [] };
        if (role is null || !invite.Roles.Contains(role.Value))
        {
            if (asked) { ModelState.AddModelError(nameof(role), "Select what they will do"); }
            return View("Role", invite.Roles);
        }
        await choices.FillAsync(form, fromEntry: true, ct);
        ModelState.Clear();
        return View(form);
    }

    /// <summary>Sends the invitation.</summary>
    [HttpPost("/admin/users/invite"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Invite(InviteForm form, CancellationToken ct)
    {
        if (form.Role is null || !invite.Roles.Contains(form.Role.Value)) { return LocalRedirect(Addresses.AdminUsersInvite); }
        if (!ModelState.IsValid) { return await ShowAsync(form, ct); }
        return await this.AnswerOnFormAsync(await invite.HandleAsync(form.ToInvite(), ct), () => this.Success($"{form.Name!.Trim()} is invited. The link works for 7 days", Addresses.AdminUsers), () => ShowAsync(form, ct));
    }

    /// <summary>Sends an invitation again.</summary>
    [HttpPost("/admin/users/invitations/{id:guid}/send-again"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> SendAgain(Guid id, CancellationToken ct) => Done(await invite.SendAgainAsync(id, ct), "Invitation sent again to {0}", Addresses.AdminUsers);

    /// <summary>Withdraws an invitation.</summary>
    [HttpPost("/admin/users/invitations/{id:guid}/withdraw"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken ct)
    {
        var outcome = await invite.WithdrawAsync(id, ct);
        var held = outcome.Stands ? await requests.HeldByInvitedAsync(id, ct) : 0;
        return Done(outcome, "Invitation to {0} withdrawn" + (held == 0 ? "" : $". {UkText.Count(held, "request")} for advice {(held == 1 ? "waits" : "wait")} for this person: whoever leads the service, and the DCO service, find {(held == 1 ? "it" : "them")} in their work, and give {(held == 1 ? "it" : "each")} to somebody else"), Addresses.AdminUsers);
    }

    /// <summary>One account.</summary>
    [HttpGet("/admin/users/{id:guid}"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => await query.OneAsync(id, ct) is { } user ? View(user) : NotFound();

    /// <summary>Disables an account.</summary>
    [HttpPost("/admin/users/{id:guid}/disable"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Disable(Guid id, DisableForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await query.OneAsync(id, ct) is { } user ? View("Details", user) : NotFound(); }
        return Done(await manage.DisableAsync(id, form.Reason!.Trim(), ct), "{0} can no longer use the portal", Addresses.AdminUser(id));
    }

    /// <summary>Enables an account again.</summary>
    [HttpPost("/admin/users/{id:guid}/enable"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Enable(Guid id, CancellationToken ct) => Done(await manage.EnableAsync(id, ct), "{0} can use the portal again", Addresses.AdminUser(id));

    /// <summary>Forgets the authenticator app.</summary>
    [HttpPost("/admin/users/{id:guid}/reset-two-factor"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> ResetTwoFactor(Guid id, CancellationToken ct) => Done(await manage.ResetTwoFactorAsync(id, ct), "Two-factor sign-in of {0} is reset: they set it up anew when they next sign in", Addresses.AdminUser(id));

    /// <summary>Sends a password link.</summary>
    [HttpPost("/admin/users/{id:guid}/send-password-link"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> SendPasswordLink(Guid id, CancellationToken ct) => Done(await manage.SendPasswordLinkAsync(id, ct), "A link to choose a new password is on its way to {0}", Addresses.AdminUser(id));

    private async Task<IActionResult> ShowAsync(InviteForm form, CancellationToken ct)
    {
        await choices.FillAsync(form, fromEntry: false, ct);
        return View("Invite", form);
    }

    private IActionResult Done(Outcome<string> outcome, string words, string next) => this.Answer(outcome.Of, () => this.Success(words.Replace("{0}", outcome.Value, StringComparison.Ordinal), next));
}
