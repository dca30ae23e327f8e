using DcoPortal.Domain.Statutory.Forecasting;

namespace DcoPortal.Web.Features.Assessments.Details;

/// <summary>Whether the notice if no plan is needed and the final plan of an assessment can still be in time, from the answers that this reader may see.</summary>
public sealed class ForecastQuery(PortalDb db, UkClock clock)
{
    private const int Months = 6;

    /// <summary>Makes the forecast with one read for the board's setting and one for all the services' history.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="requests">Its requests.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Null when the assessment is not open, is not to be assessed, or no service has been asked yet.</returns>
    public async Task<AssessmentForecast?> ForAsync(Assessment assessment, IReadOnlyList<RequestLine> requests, CancellationToken ct)
    {
        var asked = requests.Where(r => r.Stage != RequestStage.Closed && !r.IsEarly).ToList();
        if (!assessment.IsOpen || assessment.Decision != AssessmentDecision.Assess || asked.Count == 0) { return null; }
        var waiting = asked.Where(r => !r.Stage.IsEnd()).ToList();
        var history = await HistoryAsync([.. waiting.Select(r => r.ServiceId).Distinct()], ct);
        var drafting = await db.Icbs.Where(i => i.Id == assessment.IcbId).Select(i => i.PlanWritingDays).SingleAsync(ct);
        return AssessmentForecast.Of(new ForecastInput(clock.Today, assessment.Deadlines(ClockSettings.Default),
            [.. waiting.Select(r => new OutstandingRequest(assessment.Reference, r.Due, r.ReceivedOn, new ServiceHistory(r.ServiceName, [.. history[r.ServiceId]], Months)))],
            drafting, asked.Max(r => r.DoneOn)));
    }

    private async Task<ILookup<Guid, int>> HistoryAsync(Guid[] services, CancellationToken ct)
    {
        var sinceUtc = UkClock.StartOf(clock.Today.AddMonths(-Months));
        var answers = services.Length == 0 ? [] : await db.AdviceRequests.AsNoTracking()
            .Where(r => services.Contains(r.ServiceId) && r.ReturnedUtc >= sinceUtc && r.Stage == RequestStage.Returned && r.Kind == AdviceKind.Statutory)
            .Select(r => new { r.ServiceId, r.ReceivedByHealthOn, r.ReturnedOn }).ToListAsync(ct);
        return answers.ToLookup(r => r.ServiceId, r => r.ReturnedOn!.Value.DayNumber - r.ReceivedByHealthOn.DayNumber);
    }
}
