using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Statutory.Forecasting;

namespace DcoPortal.Web.Features.Assessments.Details;

/// <summary>Whether the final plan of an assessment can still be in time. Every reader of the case sees the same.</summary>
public sealed class ForecastQuery(PortalDb db, ServiceHistoryQuery histories, AllNilStandingQuery allNil, LackingAdviceQuery lacking, UkClock clock)
{
    /// <summary>Makes the forecast with one read for the board's setting and one for all the services' history, and where nobody is waited for a few of what stands.</summary>
    /// <param name="shown">The assessment with its requests and limits.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Null when the assessment is not open or not to be assessed, or while nothing can be said.</returns>
    public async Task<AssessmentForecast?> ForAsync(DetailsModel shown, CancellationToken ct)
    {
        var (assessment, requests) = (shown.Assessment, shown.Requests);
        var asked = requests.Where(r => r.Stage != RequestStage.Closed && !r.IsEarly).ToList();
        if (!assessment.IsOpen || assessment.Decision != AssessmentDecision.Assess) { return null; }
        // another is still to be asked for what was closed: how long they take nobody knows, so it counts like what nobody has
        List<RequestLine> toReplace = assessment.TriagedUtc is null ? [.. requests.Where(r => r.IsNotReplaced)] : [];
        var waiting = asked.Where(r => !r.Stage.IsEnd() && !r.IsAddition).Concat(toReplace).ToList();
        var standing = asked.Where(r => r.AnswerStands).ToList();
        // where all that was returned is withdrawn, nothing is in and nobody is to answer, as where nobody was asked
        var isAsked = waiting.Count + standing.Count > 0;
        var history = await histories.ForAsync([.. waiting.Select(r => r.ServiceId).Distinct()], ct);
        var drafting = await db.Icbs.Where(i => i.Id == assessment.IcbId).Select(i => i.PlanWritingDays).SingleAsync(ct);
        var (without, decidedOn, whyNone) = waiting.Count == 0 ? await WithoutAsync(assessment, ct) : default;
        var forecast = AssessmentForecast.Of(new ForecastInput(clock.Today, assessment.Deadlines(ClockSettings.Default),
            [.. waiting.Select(r => OutstandingOf(assessment, r, toReplace.Contains(r), [.. history[r.ServiceId]]))],
            drafting, asked.Max(r => r.EndedOn), assessment.DraftServedOn, isAsked)
        {
            ClosedOn = requests.Where(r => r is { Stage: RequestStage.Closed, IsEarly: false }).Max(r => r.EndedOn),
            LacksAsked = asked.Exists(r => r.Stage.IsEnd() && !r.AnswerStands) || requests.Any(r => r is { Asked: AskedState.NotGiven, IsReplaced: false }),
            Without = without,
            WhyNone = whyNone,
            PlanExpectedOn = shown.Deadlines.Where(d => d.Kind == DeadlineKind.FinalPlan).SelectMany(d => d.Exemptions).Max(e => e.ExpectedOn),
            DecidedOn = without == WithoutAdvice.NoNeedsKnown ? decidedOn : null,
        });
        return forecast.FinalPlan is null && !isAsked ? null : forecast;
    }

    // what was promised or expected of whoever was asked says nothing of somebody who is to be asked instead
    private OutstandingRequest OutstandingOf(Assessment assessment, RequestLine r, bool isToReplace, IReadOnlyList<int> answerDays) =>
        new(assessment.Reference, r.Due, isToReplace ? clock.Today : r.AskedAnewOn ?? WaitsSince(r), new ServiceHistory(r.ServiceName, answerDays, ServiceHistoryQuery.Months))
        {
            AnsweredOn = r.Stage is RequestStage.ToCheck or RequestStage.ToReturn ? r.SubmittedOn : null,
            IsWithNobody = r.Stage.IsWithNobody() || isToReplace,
            PromisedOn = isToReplace ? null : r.PromisedOn,
            NowExpectedOn = isToReplace ? null : r.Exemptions.Max(e => e.ExpectedOn),
        };

    // nobody waits for an answer before somebody was asked for it; what was given back was sent in vain
    private DateOnly WaitsSince(RequestLine r) => new[] { r.ReceivedOn, r.SentUtc is { } sent ? UkClock.DateOf(sent) : clock.Today }.Max();

    // where nobody is waited for, all that was answered was returned: every reader may know what it comes to
    private async Task<(WithoutAdvice Without, DateOnly? DecidedOn, string? WhyNone)> WithoutAsync(Assessment assessment, CancellationToken ct)
    {
        var standing = await allNil.StandingAsync(assessment, ct);
        var without = standing.MustDecide ? WithoutAdvice.DcoToDecide : standing.MustAsk ? WithoutAdvice.DcoToAsk : standing.IsAllNil ? WithoutAdvice.NoNeedsKnown : WithoutAdvice.No;
        return (without, standing.DecidedOn, await lacking.WhyNoneAsync(assessment.Id, ct));
    }
}
