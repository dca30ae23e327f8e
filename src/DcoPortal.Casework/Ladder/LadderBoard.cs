using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Ladder;

namespace DcoPortal.Casework.Ladder;

/// <summary>What the ladder needs of one board, read once for a run: its directory, its ladders and who is told.</summary>
public sealed class LadderBoard
{
    private readonly BoardLadders _ladders;
    private readonly ILookup<Guid, string> _leads;
    private readonly Dictionary<Guid, CaseParties> _parties;
    private readonly IntegratedCareBoard _icb;

    private LadderBoard(IntegratedCareBoard icb, AskableDirectory directory, BoardLadders ladders, ILookup<Guid, string> leads, Dictionary<Guid, CaseParties> parties) =>
        (_icb, Directory, _ladders, _leads, _parties) = (icb, directory, ladders, leads, parties);

    /// <summary>The board.</summary>
    public Guid IcbId => _icb.Id;

    /// <summary>The board's directory.</summary>
    public AskableDirectory Directory { get; }

    /// <summary>The ladder of a service: its own, the board's, or the usual one.</summary>
    public ChaseLadder LadderOf(Guid serviceId) => _ladders.Of(serviceId);

    /// <summary>The authority and the DCO service of a case of this authority.</summary>
    public CaseParties PartiesOf(Guid localAuthorityId) => _parties[localAuthorityId];

    /// <summary>The DCO service's inbox.</summary>
    public string DcoInbox => _icb.DcoInbox;

    /// <summary>Who an escalation goes to; the DCO service's inbox where no lead is named, because it can name one.</summary>
    public IReadOnlyList<string> Told(LadderAudience audience, HealthService service) => audience switch
    {
        LadderAudience.ServiceLead => _leads[service.Id].Order(StringComparer.Ordinal).ToList() is { Count: > 0 } leads ? leads : [_icb.DcoInbox],
        LadderAudience.DcoService => [_icb.DcoInbox],
        LadderAudience.ProviderLead => [Directory.ProviderOf(service).SendLeadEmail ?? _icb.DcoInbox],
        LadderAudience.IcbLead => [_icb.SendLeadEmail ?? _icb.DcoInbox],
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    /// <summary>Reads a board: nine queries, however many requests it has.</summary>
    public static async Task<LadderBoard> LoadAsync(PortalDb db, Guid icbId, CancellationToken ct)
    {
        var directory = await AskableDirectoryQuery.OfBoardAsync(db, icbId, ct);
        var leads = await (
            from u in db.Users.AsNoTracking()
            join s in db.UserServices on u.Id equals s.UserId
            where u.IcbId == icbId && u.Role == Role.ServiceLead && u.DisabledUtc == null && u.Email != null
            select new { s.ServiceId, u.Email }).ToListAsync(ct);
        var icb = await db.Icbs.AsNoTracking().SingleAsync(i => i.Id == icbId, ct);
        var authorities = await db.LocalAuthorities.AsNoTracking().ToListAsync(ct);
        var ladders = await db.LadderSettings.AsNoTracking().Where(l => l.IcbId == icbId).ToListAsync(ct);
        return new(icb, directory, new BoardLadders(icbId, ladders), leads.ToLookup(l => l.ServiceId, l => l.Email!),
            authorities.ToDictionary(a => a.Id, a => new CaseParties(new(a.Name, a.SendInbox, a.SendPhone), new(icb.Name, icb.DcoInbox, icb.DcoPhone), a.CountsDayOfReceipt)));
    }
}
