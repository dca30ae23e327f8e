namespace DcoPortal.Web.Parts.Requests;

/// <summary>A request that was sent and is closed. Who was sent one was asked, whatever became of it.</summary>
/// <param name="AskedUtc">When it was first sent, UTC.</param>
/// <param name="ClosedUtc">When it was closed, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Kind">What it asked for.</param>
/// <param name="People">The professionals who were asked by name, first and last.</param>
public sealed record ClosedAsking(DateTime AskedUtc, DateTime? ClosedUtc, string? Reason, AdviceKind Kind, IReadOnlyList<Guid> People)
{
    /// <summary>Of a request; null where it was never sent, or is not closed.</summary>
    public static ClosedAsking? Of(AdviceRequest request) => request is { Stage: RequestStage.Closed, FirstSentUtc: { } asked }
        ? new(asked, request.ClosedUtc, request.CloseReason, request.Kind, [.. new[] { request.FirstAskedProfessionalId, request.ProfessionalId }.OfType<Guid>()])
        : null;

    /// <summary>Such as "Asked on 27 July 2026; closed on 20 November 2026: The assessment has ended: plan issued". Null where none was ever sent.</summary>
    /// <param name="askings">The requests that were sent to them, or to their service, and closed.</param>
    /// <param name="isPerson">Whether a person was named, and not only a service.</param>
    /// <param name="professionalId">The person's entry in the directory, or null.</param>
    /// <param name="instead">The service that was asked in their place, or null.</param>
    public static string? Words(IEnumerable<ClosedAsking> askings, bool isPerson, Guid? professionalId, string? instead = null) =>
        string.Join(". ", askings.OrderBy(a => a.AskedUtc).Select(a => a.Words(isPerson, professionalId, instead))) is { Length: > 0 } words ? words : null;

    private string Words(bool isPerson, Guid? professionalId, string? instead)
    {
        // a request to the service, or to a colleague, was none to them by name
        var isThem = !isPerson || (professionalId is { } id && People.Contains(id));
        var who = instead is not null ? $"Asked instead: {instead}," : isThem ? "Asked" : "Their service was asked";
        var what = Kind == AdviceKind.EarlyInformation ? " for early information" : "";
        var closed = ClosedUtc is { } utc ? $" on {UkText.LongDate(UkClock.DateOf(utc))}" : "";
        return $"{who}{what} on {UkText.LongDate(UkClock.DateOf(AskedUtc))}; closed{closed}{(string.IsNullOrWhiteSpace(Reason) ? "" : $": {Reason.Trim().TrimEnd('.')}")}";
    }
}
