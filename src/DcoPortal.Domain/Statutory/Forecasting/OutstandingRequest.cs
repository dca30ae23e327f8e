namespace DcoPortal.Domain.Statutory.Forecasting;

/// <summary>A request for advice that has not been returned. Holds a reference, no name.</summary>
/// <param name="Reference">Which request, as shown to users; no personal data.</param>
/// <param name="Due">The request's statutory due date, Europe/London.</param>
/// <param name="StartedOn">The day the answer time is measured from, as in the history, Europe/London.</param>
/// <param name="History">The service asked, and how long it has lately taken.</param>
public sealed record OutstandingRequest(string Reference, DateOnly Due, DateOnly StartedOn, ServiceHistory History)
{
    /// <summary>The day on which its service answered, where only the DCO service's check and the return are still to come; else null (Europe/London).</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>The day for which whoever writes the answer has promised it, or null (Europe/London).</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>The latest day on which an exemption recorded on it expects the answer, or null (Europe/London).</summary>
    public DateOnly? NowExpectedOn { get; init; }

    /// <summary>Whether nobody has it now: it was never sent, or was given back. Nobody but health knows which.</summary>
    public bool IsWithNobody { get; init; }
}
