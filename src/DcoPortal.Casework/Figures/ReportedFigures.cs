namespace DcoPortal.Casework.Figures;

/// <summary>The figures of a month, quarter or academic year as they were reported: kept as they were, so that a later correction shows as one.</summary>
public sealed class ReportedFigures : IAudited
{
    private ReportedFigures() { }

    internal ReportedFigures(Guid icbId, DateOnly from, DateOnly to, string figures, string byName, DateTime utc)
    {
        Id = Guid.CreateVersion7();
        (IcbId, From, To, Figures, ReportedByName, ReportedUtc) = (icbId, from, to, figures, byName, utc);
    }

    public Guid Id { get; private set; }

    /// <summary>The board whose figures they are.</summary>
    public Guid IcbId { get; private set; }

    /// <summary>The first day of the period (Europe/London).</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day of the period (Europe/London).</summary>
    public DateOnly To { get; private set; }

    /// <summary>The counts, as JSON: see <see cref="FigureCell"/>.</summary>
    public string Figures { get; private set; } = "";

    /// <summary>The person who reported them.</summary>
    public string ReportedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime ReportedUtc { get; private set; }

    Guid? IAudited.AuditedAssessmentId => null;
}
