using DcoPortal.Benchmarks.Counting;

namespace DcoPortal.Benchmarks.Bare;

/// <summary>What a page sends to the database, and no page around it.</summary>
internal sealed record BarePage(string Name, IReadOnlyList<SentCommand> Commands);
