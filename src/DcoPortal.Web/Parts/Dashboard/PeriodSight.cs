using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>How much of the totals of a period a reader may see.</summary>
/// <param name="Share">The share in time, with both its numbers.</param>
/// <param name="All">Nil returns and all that fell due.</param>
/// <param name="Missed">The outcomes of what was not in time, alone or together; empty where only their sum is shown.</param>
internal sealed record PeriodSight(bool Share, bool All, IReadOnlyList<IReadOnlyList<AdviceOutcome>> Missed)
{
    /// <summary>Everything.</summary>
    public static PeriodSight Everything { get; } = new(true, true, [.. AdviceOutcomes.Missed.Select(o => (IReadOnlyList<AdviceOutcome>)[o])]);

    /// <summary>The share alone.</summary>
    public static PeriodSight ShareAlone { get; } = new(true, false, []);

    /// <summary>Nothing.</summary>
    public static PeriodSight Nothing { get; } = new(false, false, []);

    /// <summary>Whether each outcome is shown by itself, with the total.</summary>
    public bool IsWhole => Share && All && AdviceOutcomes.Missed.All(ShowsAlone);

    /// <summary>Whether an outcome of what was not in time is shown by itself.</summary>
    public bool ShowsAlone(AdviceOutcome outcome) => Missed.Any(g => g.Count == 1 && g[0] == outcome);

    /// <summary>Whether an outcome has a number of its own.</summary>
    public bool Shows(AdviceOutcome outcome) => outcome switch
    {
        AdviceOutcome.InTime => Share,
        AdviceOutcome.NilReturn => All,
        _ => ShowsAlone(outcome),
    };
}
