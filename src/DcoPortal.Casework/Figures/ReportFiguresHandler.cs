using System.Text.Json;
using System.Text.Json.Serialization;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Keeps the figures of a month, quarter or academic year as they are reported. From then on the board reads these, and later corrections stand beside them.</summary>
public sealed class ReportFiguresHandler(PortalDb db, FigureCounting count, Change change, AuditTrail audit, AccessScope scope, CurrentPerson person, UkClock clock)
{
    internal static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reports a period of the person's board. A second click changes nothing.</summary>
    public Task<Outcome> HandleAsync(FigurePeriod period, CancellationToken ct) => change.MakeAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(period);
        if (scope.Kind != ScopeKind.DcoService) { return Outcome.NotFound; }
        if (period.Kind == PeriodKind.Free) { return Outcome.Refused("A month, a quarter or an academic year is reported."); }
        if (!period.HasEnded(clock.Today)) { return Outcome.Refused($"{period.Name} has not ended, so its figures cannot be reported yet."); }
        if (await db.ReportedFigures.AnyAsync(f => f.From == period.From && f.To == period.To, ct)) { return Outcome.Already; }
        var data = await count.ReadAsync(new(), period, Enum.GetValues<FigureCut>(), clock.Today, ct);
        db.ReportedFigures.Add(new(scope.IcbId, period.From, period.To, JsonSerializer.Serialize(data, Json), person.Actor.Name, clock.UtcNow));
        audit.Record(new FiguresReported(period.Name, data.Total, data.Count(AdviceOutcome.InTime)));
        return Outcome.Done;
    }, ct);
}
