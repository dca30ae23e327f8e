namespace DcoPortal.Domain.Statutory.Forecasting;

// the day that was recorded for the answer of one request: who writes it knows more than the pace of the service
internal static class RecordedDay
{
    /// <summary>The same answer, expected no earlier than was recorded. A recorded day that has passed says nothing of the days to come.</summary>
    public static ExpectedAnswer NotBefore(ExpectedAnswer paced, DateOnly today)
    {
        if (Latest(paced.Request) is not { } said || said.On < today || paced.ExpectedOn >= said.On) { return paced; }
        return paced with
        {
            Basis = ForecastBasis.Recorded,
            ExpectedOn = said.On,
            SlowOn = paced.SlowOn > said.On ? paced.SlowOn : paced.SlowOn is null ? null : said.On,
            BasedOn = paced.ExpectedOn is null ? $"{said.Words}; {paced.BasedOn}" : $"{said.Words}, later than the {paced.BasedOn}",
        };
    }

    // an expected day is promised when it is recorded, so what is promised now is the newer word of the two
    private static (DateOnly On, string Words)? Latest(OutstandingRequest request) =>
        request.PromisedOn is { } promised ? (promised, $"promised for {DeadlineWords.Day(promised)}")
        : request.NowExpectedOn is { } expected ? (expected, $"now expected on {DeadlineWords.Day(expected)}, as recorded with the exemption")
        : null;
}
