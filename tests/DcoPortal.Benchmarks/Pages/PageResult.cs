using DcoPortal.Benchmarks.Counting;

namespace DcoPortal.Benchmarks.Pages;

/// <summary>How a page answered.</summary>
/// <param name="Visit">The page.</param>
/// <param name="Milliseconds">Each answer, sorted.</param>
/// <param name="Processor">Milliseconds of the server's processor for an answer, over all of them.</param>
/// <param name="Bytes">Of one answer.</param>
/// <param name="Zipped">The same, as a proxy would send it.</param>
internal sealed record PageResult(PageVisit Visit, IReadOnlyList<double> Milliseconds, double Processor, int Bytes, int Zipped)
{
    /// <summary>What it asks of the database.</summary>
    public required QueryCounts Counts { get; init; }

    public double Median => At(0.5);

    public double Slow => At(0.95);

    private double At(double share) => Milliseconds[(int)Math.Ceiling(share * Milliseconds.Count) - 1];
}
