namespace DcoPortal.Domain.Statutory.Forecasting;

/// <summary>How long one service has lately taken to answer.</summary>
/// <param name="ServiceName">The service, as shown to users.</param>
/// <param name="AnswerDays">Calendar days from receipt to return, one for each answer in the period. Order does not matter.</param>
/// <param name="Months">The period looked back over, in months: "the last 6 months".</param>
public sealed record ServiceHistory(string ServiceName, IReadOnlyList<int> AnswerDays, int Months)
{
    /// <summary>Fewer answers than this say nothing about the next.</summary>
    public const int FewestAnswers = 5;
}
