namespace DcoPortal.Domain.Statutory;

/// <summary>What a person has typed so far for an exemption; any answer may be missing. Days are civil dates in Europe/London.</summary>
public sealed record ExemptionAnswers
{
    /// <summary>The setting's first day closed.</summary>
    public DateOnly? ClosedFrom { get; init; }

    /// <summary>The setting's first day open again.</summary>
    public DateOnly? ReopensOn { get; init; }

    /// <summary>The day the authority asked the setting for advice.</summary>
    public DateOnly? AdviceAskedOn { get; init; }

    /// <summary>The day the circumstances began.</summary>
    public DateOnly? CircumstancesFrom { get; init; }

    /// <summary>The last day of the circumstances, or null while they go on.</summary>
    public DateOnly? CircumstancesUntil { get; init; }

    /// <summary>Whether the circumstances are personal to the child, parent or young person.</summary>
    public bool? CircumstancesArePersonal { get; init; }

    /// <summary>The family's first day away.</summary>
    public DateOnly? AbsentFrom { get; init; }

    /// <summary>The family's last day away.</summary>
    public DateOnly? AbsentUntil { get; init; }

    /// <summary>The day of the appointment.</summary>
    public DateOnly? AppointmentOn { get; init; }

    /// <summary>Who did not keep the appointment.</summary>
    public AppointmentNotKeptBy? NotKeptBy { get; init; }

    /// <summary>The second limb: why the ground made it impractical to keep to the limit.</summary>
    public string? ImpracticalBecause { get; init; }

    /// <summary>Which of a ground's facts are still to be given.</summary>
    public IReadOnlyList<ExemptionFact> MissingOf(ListedGround ground) => [.. ground.Facts.Where(IsMissing)];

    /// <summary>The facts of a ground, or null while one is missing.</summary>
    public ExemptionFacts? FactsOf(ListedGround ground) => MissingOf(ground).Count > 0 ? null : ground.Ground switch
    {
        ExemptionGround.SchoolClosed or ExemptionGround.EarlyYearsProviderClosed => new ClosureFacts(ClosedFrom!.Value, ReopensOn!.Value, AdviceAskedOn!.Value),
        ExemptionGround.ExceptionalCircumstances => new CircumstancesFacts(CircumstancesFrom!.Value, CircumstancesUntil, CircumstancesArePersonal ?? false),
        ExemptionGround.AbsentFromArea => new AbsenceFacts(AbsentFrom!.Value, AbsentUntil!.Value),
        ExemptionGround.MissedAppointment => new MissedAppointmentFacts(AppointmentOn!.Value, NotKeptBy!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    private bool IsMissing(ExemptionFact fact) => fact switch
    {
        ExemptionFact.ClosedFrom => ClosedFrom is null,
        ExemptionFact.ReopensOn => ReopensOn is null,
        ExemptionFact.AdviceAskedOn => AdviceAskedOn is null,
        ExemptionFact.CircumstancesFrom => CircumstancesFrom is null,
        ExemptionFact.CircumstancesUntil => false,
        ExemptionFact.CircumstancesArePersonal => CircumstancesArePersonal is null,
        ExemptionFact.AbsentFrom => AbsentFrom is null,
        ExemptionFact.AbsentUntil => AbsentUntil is null,
        ExemptionFact.AppointmentOn => AppointmentOn is null,
        ExemptionFact.NotKeptBy => NotKeptBy is null,
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };
}
