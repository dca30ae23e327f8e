using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Templates;

namespace DcoPortal.Casework.Accounts;

/// <summary>Whether there is anybody on the other side who can sign in. Yes or no, and nothing of who that is.</summary>
public sealed class WhoCanSignIn(PortalDb db, PortalDbFactory databases)
{
    /// <summary>What to tell the DCO service where nobody of the authority of a case can open what is returned to it; null where somebody can.</summary>
    public async Task<string?> NobodyOpensAsync(string reference, CancellationToken ct) => await WithoutAnybodyAsync(reference, ct) is { } name
        ? $"Nobody of {name} can sign in, so nobody there can open it: send it to them yourself, with the ZIP file that the case has, and have somebody invited." : null;

    /// <summary>The same before something is asked or said that an email only asks to sign in for.</summary>
    public async Task<string?> NobodyReadsAsync(string reference, CancellationToken ct) => await WithoutAnybodyAsync(reference, ct) is { } name ? Unread(name) : null;

    /// <summary>The same after emails were queued; null where somebody can sign in, or they say all that there is.</summary>
    public async Task<string?> NobodyReadsAsync(IEnumerable<EmailMessage> emails, CancellationToken ct)
    {
        List<string> inboxes = [.. emails.Where(e => EmailTemplates.AsksToSignIn(e.Template)).Select(e => e.To).Distinct()];
        if (inboxes.Count == 0) { return null; }
        await using var all = databases.Create(AccessScope.System);
        return await all.LocalAuthorities.Where(l => inboxes.Contains(l.SendInbox) && !all.Users.Any(u => u.LocalAuthorityId == l.Id && u.DisabledUtc == null))
            .OrderBy(l => l.Name).Select(l => l.Name).FirstOrDefaultAsync(ct) is { } name ? Unread(name) : null;
    }

    private static string Unread(string name) => $"Nobody of {name} can sign in, so nobody there can read it: the email has no words of it. Tell them yourself, and have somebody invited.";

    private async Task<string?> WithoutAnybodyAsync(string reference, CancellationToken ct)
    {
        var authority = await db.Assessments.Where(a => a.Reference == reference).Join(db.LocalAuthorities, a => a.LocalAuthorityId, l => l.Id, (_, l) => new { l.Id, l.Name }).SingleOrDefaultAsync(ct);
        if (authority is null) { return null; }
        await using var all = databases.Create(AccessScope.System);
        return await all.Users.AnyAsync(u => u.LocalAuthorityId == authority.Id && u.DisabledUtc == null, ct) ? null : authority.Name;
    }

    /// <summary>Whether a Designated Clinical Officer of a board can sign in.</summary>
    public async Task<bool> AnyOfficerAsync(Guid icbId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.Users.AnyAsync(u => u.IcbId == icbId && u.Role == Role.DesignatedClinicalOfficer && u.DisabledUtc == null, ct);
    }
}
