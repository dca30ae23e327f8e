using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Clock;

/// <summary>How an authority counts.</summary>
/// <param name="CountsDayOfReceipt">Whether the day of receipt is day 1.</param>
/// <param name="Version">The version that was seen.</param>
public sealed record AuthorityClock(bool CountsDayOfReceipt, Guid Version);

/// <summary>A board's local targets, in days.</summary>
public sealed record BoardClock(int EarlyInformationDays, int? TurnaroundDays, int PlanWritingDays, string? SendLeadEmail, Guid Version);

/// <summary>Changes the settings of the person's own organisation, which the scope names and no form can. Statutory dates stay.</summary>
public sealed class SaveClockSettingsHandler(PortalDb db, AccessScope scope, AuditTrail audit, Change change)
{
    /// <summary>Sets how the authority counts its first day.</summary>
    public Task<Outcome> SaveAsync(AuthorityClock form, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (scope.Kind != ScopeKind.LocalAuthority) { return Outcome.NotFound; }
        var own = await db.LocalAuthorities.SingleAsync(a => a.Id == scope.LocalAuthorityId, ct);
        var before = Words(own);
        own.CountsDayOfReceipt = form.CountsDayOfReceipt;
        return Record(own.Name, before, Words(own), own.Version == form.Version);
    }, ct);

    /// <summary>Sets the board's local targets. Requests that were made before keep their dates.</summary>
    public Task<Outcome> SaveAsync(BoardClock form, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (scope.Kind != ScopeKind.DcoService) { return Outcome.NotFound; }
        var own = await db.Icbs.SingleAsync(i => i.Id == scope.IcbId, ct);
        var before = Words(own);
        own.EarlyInformationDays = form.EarlyInformationDays;
        own.TurnaroundDays = form.TurnaroundDays;
        own.PlanWritingDays = form.PlanWritingDays;
        own.SendLeadEmail = form.SendLeadEmail.BlankToNull();
        return Record(own.Name, before, Words(own), own.Version == form.Version);
    }, ct);

    // settings saved unchanged record no fact: a second click adds no second audit entry
    private Outcome Record(string organisation, string before, string after, bool isAsSeen)
    {
        if (before == after) { return Outcome.Already; }
        if (!isAsSeen) { return Outcome.ChangedMeanwhile; }
        audit.Record(new ClockSettingsChanged(organisation, before, after));
        return Outcome.Done;
    }

    private static string Words(LocalAuthority a) => a.CountsDayOfReceipt ? "The day of receipt is day 1" : "As the law counts";

    private static string Words(IntegratedCareBoard i) =>
        $"Early information {UkText.Days(i.EarlyInformationDays)}; answer {(i.TurnaroundDays is { } days ? UkText.Days(days) : "no target")}; writing the plan {UkText.Days(i.PlanWritingDays)}{(i.SendLeadEmail is null ? "" : $"; SEND lead {i.SendLeadEmail}")}";
}
