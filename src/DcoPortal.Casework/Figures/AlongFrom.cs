namespace DcoPortal.Casework.Figures;

/// <summary>Advice that came along with a case, with the service of the directory that gave it.</summary>
public sealed class AlongFrom
{
    /// <summary>The answer as it came along.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid AssessmentId { get; init; }

    /// <summary>The service, of the board's directory.</summary>
    public Guid ServiceId { get; init; }

    /// <summary>The day it was returned (Europe/London).</summary>
    public DateOnly ReturnedOn { get; init; }
}
