namespace DcoPortal.Benchmarks.Writes;

/// <summary>How long a write took: the requests that send something, not the pages between them.</summary>
internal sealed record WriteResult(string Name, IReadOnlyList<double> Milliseconds, double Processor)
{
    public double Median => Milliseconds.Order().ElementAt((Milliseconds.Count - 1) / 2);

    /// <summary>How many a second, one after the other.</summary>
    public double PerSecond => 1000 * Milliseconds.Count / Milliseconds.Sum();
}
