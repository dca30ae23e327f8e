using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Facts;

/// <summary>The figures of a month, quarter or academic year were reported, and are kept as they were.</summary>
/// <param name="Period">The period in words.</param>
/// <param name="Due">How much advice fell due.</param>
/// <param name="InTime">How much of it was given in time.</param>
public sealed record FiguresReported(string Period, int Due, int InTime) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"{Period}: {InTime} of {Due} in time";

    /// <inheritdoc />
    public override string Sentence => "Figures reported";
}
