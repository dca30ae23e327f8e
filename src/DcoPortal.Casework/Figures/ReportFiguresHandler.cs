using System.Text.Json;
using System.Text.Json.Serialization;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Keeps the figures of a quarter as they are reported. From then on the board reads these, and later corrections stand beside them.</summary>
public sealed class ReportFiguresHandler(PortalDb db, FigureCounting count, Change change, AuditTrail audit, AccessScope scope, CurrentPerson person, UkClock clock)
{
    internal static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reports a quarter of the person's board. A second click changes nothing.</summary>
    public Task<Outcome> HandleAsync(FigurePeriod quarter, CancellationToken ct) => change.MakeAsync(async () =>
    {
        ArgumentNullException.ThrowIfNull(quarter);
        if (scope.Kind != ScopeKind.DcoService) { return Outcome.NotFound; }
        if (quarter.Kind != PeriodKind.Quarter) { return Outcome.Refused("Only a quarter is reported."); }
        if (!quarter.HasEnded(clock.Today)) { return Outcome.Refused($"{quarter.Name} has not ended, so its figures cannot be reported yet."); }
        if (await db.ReportedFigures.AnyAsync(f => f.From == quarter.From, ct)) { return Outcome.Already; }
        var data = await count.ReadAsync(new(), quarter, Enum.GetValues<FigureCut>(), clock.Today, ct);
        db.ReportedFigures.Add(new(scope.IcbId, quarter.From, quarter.To, JsonSerializer.Serialize(data, Json), person.Actor.Name, clock.UtcNow));
        audit.Record(new FiguresReported(quarter.Name, data.Total, data.Count(AdviceOutcome.InTime)));
        return Outcome.Done;
    }, ct);
}
