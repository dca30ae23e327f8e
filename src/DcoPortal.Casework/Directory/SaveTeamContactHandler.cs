using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Directory;

/// <summary>How a team is reached, and the version of the organisation that was seen.</summary>
public sealed record TeamContactToSave(string? Inbox, string? Phone, Guid Version);

/// <summary>Changes how the person's own team is reached, which the scope names and no form can.</summary>
public sealed class SaveTeamContactHandler(PortalDb db, AccessScope scope, AuditTrail audit, Change change)
{
    public Task<Outcome> HandleAsync(TeamContactToSave form, CancellationToken ct) => change.MakeAsync(async () => scope.Kind switch
    {
        ScopeKind.LocalAuthority => Save(form, await db.LocalAuthorities.SingleAsync(a => a.Id == scope.LocalAuthorityId, ct)),
        ScopeKind.DcoService => Save(form, await db.Icbs.SingleAsync(i => i.Id == scope.IcbId, ct)),
        _ => Outcome.NotFound,
    }, ct);

    private Outcome Save(TeamContactToSave form, LocalAuthority own)
    {
        var before = Words(own.SendInbox, own.SendPhone);
        (own.SendInbox, own.SendPhone) = (form.Inbox!.Trim(), form.Phone.BlankToNull());
        return audit.RecordEntry("SEND team", own.Id, before, Words(own.SendInbox, own.SendPhone), own.Version == form.Version);
    }

    private Outcome Save(TeamContactToSave form, IntegratedCareBoard own)
    {
        var before = Words(own.DcoInbox, own.DcoPhone);
        (own.DcoInbox, own.DcoPhone) = (form.Inbox!.Trim(), form.Phone.BlankToNull());
        return audit.RecordEntry("DCO service", own.Id, before, Words(own.DcoInbox, own.DcoPhone), own.Version == form.Version);
    }

    private static string Words(string inbox, string? phone) => $"inbox {inbox}; phone {phone ?? "none"}";
}
