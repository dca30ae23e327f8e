namespace DcoPortal.Domain.Statutory.Forecasting;

/// <summary>
/// Whether the final plan of an open assessment can still be in time, from the outstanding requests, the time each service has lately
/// taken and what is recorded of them: no answer is expected before the day that was promised for it. The last day to say that no plan is needed is no duty, so nothing is forecast of it. A forecast, never a due date.
/// </summary>
/// <param name="FinalPlan">The final plan: in time when the advice is in and drafted by then, and the law still allows it. Null where its date is not known yet, or nobody was asked for advice and the law still allows it.</param>
/// <param name="Answers">Each request that its service has not answered: those later than all history first, then those without history, then the slowest.</param>
/// <param name="CriticalPath">The outstanding request that everything waits for; null when none is outstanding, or one without history may be slower.</param>
public sealed record AssessmentForecast(Milestone? FinalPlan, IReadOnlyList<ExpectedAnswer> Answers, ExpectedAnswer? CriticalPath)
{
    /// <summary>The forecast of one limit, or null where there is none.</summary>
    public Milestone? Of(DeadlineKind limit) => limit == DeadlineKind.FinalPlan ? FinalPlan : null;

    /// <summary>Makes the forecast.</summary>
    /// <param name="input">The open assessment.</param>
    public static AssessmentForecast Of(ForecastInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        List<ExpectedAnswer> answers =
        [
            .. input.Outstanding.Where(r => r.AnsweredOn is null).Select(r => AnswerForecast.Of(r, input.Today))
                .OrderBy(a => a.Basis == ForecastBasis.LongerThanHistory ? 0 : a.ExpectedOn is null ? 1 : 2).ThenByDescending(a => a.ExpectedOn).ThenBy(a => a.Request.Reference, StringComparer.Ordinal),
        ];
        // a request that is later than all history is the worst of all, although it has no date
        var worst = answers.FirstOrDefault() is { Basis: ForecastBasis.History or ForecastBasis.LongerThanHistory or ForecastBasis.Recorded } first ? first : null;
        return new(input.Deadlines.FinalPlan is { } plan ? PlanForecast.Of(input, plan, answers) : null, answers, worst);
    }
}
