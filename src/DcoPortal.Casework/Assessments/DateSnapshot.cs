namespace DcoPortal.Casework.Assessments;

/// <summary>One date before and after a correction.</summary>
/// <param name="What">What is due, or happened.</param>
/// <param name="Before">The date as it stands; null where there was none.</param>
/// <param name="After">The date as it will be; null where there is none.</param>
public sealed record DateChange(string What, DateOnly? Before, DateOnly? After)
{
    /// <summary>Whether the correction moves it.</summary>
    public bool IsMoved => Before != After;
}

/// <summary>Every date of an assessment at one moment, in a fixed order: two of them show what a correction changes.</summary>
internal sealed record DateSnapshot(ClockEvent StartedBy, IReadOnlyList<(string What, DateOnly? On)> Dates)
{
    // only the assessment's own dates, which come first: the audit entry of each request tells that request's date
    private const int OfTheCase = 9;

    public static DateSnapshot Of(Assessment assessment, IEnumerable<(string Service, AdviceRequest Request)> requests) => new(assessment.StartedBy,
    [
        ("The authority's clock starts", assessment.RequestReceivedOn),
        ("Decision to assess due", assessment.DecisionDueOn),
        ("Last day to say that no plan is needed", assessment.NoPlanDueOn),
        ("Final plan due", assessment.FinalPlanDueOn),
        ("Decision made, or the family told", assessment.DecidedOn),
        ("Health notified", assessment.NotifiedOn),
        ("Health told of the decision", assessment.HealthToldOfDecisionOn),
        ("Health received the request for advice", assessment.AdviceRequestReceivedOn),
        ("The assessment ended", assessment.OutcomeOn),
        .. requests.Select(r => ($"{(r.Request.Kind == AdviceKind.Statutory ? "Advice" : "Early information")} of {r.Service} due", (DateOnly?)r.Request.DueOn)),
    ]);

    public IReadOnlyList<DateChange> ChangesTo(DateSnapshot after) => [.. Dates.Zip(after.Dates, (was, now) => new DateChange(was.What, was.On, now.On)).Where(c => c.Before is not null || c.After is not null)];

    /// <summary>What moved in the case itself, in words for the audit trail.</summary>
    public string Words(DateSnapshot other)
    {
        var moved = Dates.Zip(other.Dates).Take(OfTheCase).Where(p => p.First.On != p.Second.On).Select(p => $"{p.First.What}: {UkText.LongDate(p.First.On)}");
        return string.Join("; ", [.. StartedBy == other.StartedBy ? Array.Empty<string>() : [AssessmentStarts.NameOf(StartedBy)], .. moved]);
    }
}
