namespace DcoPortal.Benchmarks.Data;

/// <summary>How much there is at size 1. A size scales what has ended; what is open stays as it is, so that sizes can be compared.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Boards">Integrated care boards. The first is the demo's.</param>
/// <param name="Authorities">Local authorities of all boards.</param>
/// <param name="Ended">Assessments that ended in ten years.</param>
/// <param name="Open">Assessments that are open today.</param>
internal sealed record BenchmarkShape(string Name, int Boards, int Authorities, int Ended, int Open)
{
    public const int Days = 3650;

    /// <summary>Requests of an assessment, on average.</summary>
    public const int RequestsEach = 4;

    /// <summary>Emails and audit entries that are kept of an assessment that has ended: what the board's ten years of docs/performance.md have.</summary>
    public const int EmailsEach = 6;
    public const int AuditEntriesEach = 20;

    /// <summary>About 5,000 requests for an assessment a year, of which each is open for 20 weeks.</summary>
    public static readonly BenchmarkShape Board = new("board", 1, 5, 48_000, 2_000);

    public static readonly BenchmarkShape England = new("england", 42, 153, 1_440_000, 60_000);

    public static BenchmarkShape? Named(string name) => new[] { Board, England }.FirstOrDefault(s => s.Name == name);

    /// <summary>How many authorities of the demo a board has. Together they are all of them.</summary>
    public int AuthoritiesOf(int board) =>
        board == 0 ? AuthoritiesOfDemo : ((Authorities - AuthoritiesOfDemo) / (Boards - 1)) + (board <= (Authorities - AuthoritiesOfDemo) % (Boards - 1) ? 1 : 0);

    private const int AuthoritiesOfDemo = 5;
}
