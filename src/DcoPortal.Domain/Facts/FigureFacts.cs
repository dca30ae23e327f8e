using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Facts;

/// <summary>The figures of a quarter were reported, and are kept as they were.</summary>
/// <param name="Quarter">The quarter in words.</param>
/// <param name="Due">How much advice fell due.</param>
/// <param name="InTime">How much of it was given in time.</param>
public sealed record FiguresReported(string Quarter, int Due, int InTime) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"{Quarter}: {InTime} of {Due} in time";

    /// <inheritdoc />
    public override string Sentence => "Figures reported";
}
