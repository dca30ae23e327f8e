using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Text;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Clock;

/// <summary>How an authority counts.</summary>
/// <param name="CountsDayOfReceipt">Whether the day of receipt is day 1.</param>
/// <param name="Version">The version that was seen.</param>
public sealed record AuthorityClock(bool CountsDayOfReceipt, Guid Version);

/// <summary>A board's local targets, in days.</summary>
public sealed record BoardClock(int EarlyInformationDays, int? TurnaroundDays, int PlanWritingDays, string? SendLeadEmail, Guid Version);

/// <summary>Changes the settings of the person's own organisation, which the scope names and no form can. Statutory dates stay.</summary>
public sealed class SaveClockSettingsHandler(PortalDb db, AccessScope scope, AuditTrail audit)
{
    /// <summary>Sets how the authority counts its first day.</summary>
    /// <returns>Whether the person works for an authority.</returns>
    /// <remarks>Overtaken: Somebody changed it since the form was shown.</remarks>
    public async Task<bool> SaveAsync(AuthorityClock form, CancellationToken ct)
    {
        if (scope.Kind != ScopeKind.LocalAuthority) { return false; }
        var own = await db.LocalAuthorities.SingleAsync(a => a.Id == scope.LocalAuthorityId, ct);
        var before = Words(own);
        db.Entry(own).Property(a => a.Version).OriginalValue = form.Version;
        own.CountsDayOfReceipt = form.CountsDayOfReceipt;
        await StoreAsync(own.Name, before, Words(own), ct);
        return true;
    }

    /// <summary>Sets the board's local targets. Requests that were made before keep their dates.</summary>
    /// <returns>Whether the person works for a board's DCO service.</returns>
    /// <remarks>Overtaken: Somebody changed them since the form was shown.</remarks>
    public async Task<bool> SaveAsync(BoardClock form, CancellationToken ct)
    {
        if (scope.Kind != ScopeKind.DcoService) { return false; }
        var own = await db.Icbs.SingleAsync(i => i.Id == scope.IcbId, ct);
        var before = Words(own);
        db.Entry(own).Property(i => i.Version).OriginalValue = form.Version;
        own.EarlyInformationDays = form.EarlyInformationDays;
        own.TurnaroundDays = form.TurnaroundDays;
        own.PlanWritingDays = form.PlanWritingDays;
        own.SendLeadEmail = form.SendLeadEmail.BlankToNull();
        await StoreAsync(own.Name, before, Words(own), ct);
        return true;
    }

    // saved as it was, nothing happened: a second click tells no second story
    private async Task StoreAsync(string organisation, string before, string after, CancellationToken ct)
    {
        if (before == after) { return; }
        audit.Record(new ClockSettingsChanged(organisation, before, after));
        await db.SaveChangesAsync(ct);
    }

    private static string Words(LocalAuthority a) => a.CountsDayOfReceipt ? "The day of receipt is day 1" : "As the law counts";

    private static string Words(IntegratedCareBoard i) =>
        $"Early information {UkText.Days(i.EarlyInformationDays)}; answer {(i.TurnaroundDays is { } days ? UkText.Days(days) : "no target")}; writing the plan {UkText.Days(i.PlanWritingDays)}{(i.SendLeadEmail is null ? "" : $"; SEND lead {i.SendLeadEmail}")}";
}
