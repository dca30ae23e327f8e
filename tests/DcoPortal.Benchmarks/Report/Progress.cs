using System.Diagnostics;

namespace DcoPortal.Benchmarks.Report;

/// <summary>What is being done, beside the tables: those alone go to the standard output.</summary>
internal static class Progress
{
    public static void Say(string what, Stopwatch? since = null) => Console.Error.WriteLine(since is null ? what : $"{since.Elapsed.TotalSeconds,6:0} s  {what}");
}
