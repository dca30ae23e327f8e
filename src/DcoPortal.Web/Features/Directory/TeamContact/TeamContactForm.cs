using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Directory.TeamContact;

/// <summary>How a team is reached, as typed.</summary>
public sealed class TeamContactForm
{
    /// <summary>The shared mailbox.</summary>
    [Display(Name = "Shared mailbox")]
    public string? Inbox { get; set; }

    /// <summary>The telephone number, or blank.</summary>
    [Display(Name = "Telephone (optional)")]
    public string? Phone { get; set; }

    /// <summary>The version that the form was made from.</summary>
    public Guid Version { get; set; }
}

internal sealed class TeamContactFormValidator : AbstractValidator<TeamContactForm>
{
    public TeamContactFormValidator()
    {
        RuleFor(f => f.Inbox).InboxAddress("Enter your team’s shared mailbox");
        RuleFor(f => f.Phone).PhoneOrBlank();
    }
}

/// <summary>Reads how the person's own team is reached.</summary>
public sealed class TeamContactFormQuery(PortalDb db, AccessScope scope)
{
    /// <summary>Null for a person whose organisation has no such team.</summary>
    public async Task<TeamContactForm?> RunAsync(CancellationToken ct) => scope.Kind switch
    {
        ScopeKind.LocalAuthority => await db.LocalAuthorities.AsNoTracking().Where(a => a.Id == scope.LocalAuthorityId).Select(a => new TeamContactForm { Inbox = a.SendInbox, Phone = a.SendPhone, Version = a.Version }).SingleAsync(ct),
        ScopeKind.DcoService => await db.Icbs.AsNoTracking().Where(i => i.Id == scope.IcbId).Select(i => new TeamContactForm { Inbox = i.DcoInbox, Phone = i.DcoPhone, Version = i.Version }).SingleAsync(ct),
        _ => null,
    };
}
