namespace DcoPortal.Domain.Statutory;

/// <summary>The settings of one local authority and its board for the clocks. They move no statutory date; the dates they give are shown as local.</summary>
public sealed record ClockSettings
{
    /// <summary>As the law counts, with the local target of 2 weeks for early information.</summary>
    public static readonly ClockSettings Default = new();

    /// <summary>Takes the settings.</summary>
    /// <param name="dayOne">How day 1 is counted locally.</param>
    /// <param name="earlyInformationDays">Calendar days for information already held: 1 to 42.</param>
    /// <param name="internalTurnaroundDays">Calendar days from sending to the professional to their answer: 1 to 41, or null for no target.</param>
    /// <param name="draftingDays">Calendar days the authority usually takes from the last advice to the final plan, the 15 days for comments included: 15 to 98.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public ClockSettings(
        DayOneConvention dayOne = DayOneConvention.StatutoryDayExcluded,
        int earlyInformationDays = 14,
        int? internalTurnaroundDays = null,
        int draftingDays = 28)
    {
        if (!Enum.IsDefined(dayOne)) { throw new ArgumentOutOfRangeException(nameof(dayOne)); }
        ArgumentOutOfRangeException.ThrowIfLessThan(earlyInformationDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlyInformationDays, 42);
        if (internalTurnaroundDays is < 1 or > 41) { throw new ArgumentOutOfRangeException(nameof(internalTurnaroundDays)); }
        ArgumentOutOfRangeException.ThrowIfLessThan(draftingDays, 15);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draftingDays, 98);
        DayOne = dayOne;
        EarlyInformationDays = earlyInformationDays;
        InternalTurnaroundDays = internalTurnaroundDays;
        DraftingDays = draftingDays;
    }

    /// <summary>How day 1 is counted locally.</summary>
    public DayOneConvention DayOne { get; }

    /// <summary>Calendar days for information already held.</summary>
    public int EarlyInformationDays { get; }

    /// <summary>Calendar days for the professional's answer, or null for no target.</summary>
    public int? InternalTurnaroundDays { get; }

    /// <summary>Calendar days from the last advice to the final plan, for forecasts only.</summary>
    public int DraftingDays { get; }

    /// <summary>The rule of a local target with the length that is set here; null when the target is switched off. A statutory rule stays.</summary>
    internal StatutoryRule? Apply(StatutoryRule rule) => rule switch
    {
        { IsStatutory: true } => rule,
        { Kind: DeadlineKind.EarlyInformation } => rule with { Limit = Target(EarlyInformationDays) },
        { Kind: DeadlineKind.InternalTurnaround } => InternalTurnaroundDays is { } days ? rule with { Limit = Target(days) } : null,
        _ => rule,
    };

    /// <summary>The authority's own, earlier date beside a statutory one; null where it counts as the law does, or the limit is another body's.</summary>
    internal DateOnly? LocalDue(StatutoryRule rule, DateOnly anchor, DateOnly due)
    {
        var isOurs = rule.Holder is DutyHolder.LocalAuthority or DutyHolder.OldLocalAuthority or DutyHolder.NewLocalAuthority or DutyHolder.HealthBody;
        if (DayOne == DayOneConvention.StatutoryDayExcluded || !isOurs || !rule.IsStatutory || rule.IsLeastTime
            || rule.Limit is not { Counting: CountingConvention.Of, Length: > 0 })
        {
            return null;
        }

        var local = (rule.Limit with { Counting = CountingConvention.BeginningWith }).DueFrom(anchor);
        // working days counted from a weekend give the same day, so there is no stricter date to show
        return local < due ? local : null;
    }

    private static TimeLimit Target(int days) =>
        days % 7 == 0 ? new(days / 7, TimeUnit.Weeks, CountingConvention.Of) : new(days, TimeUnit.Days, CountingConvention.Of);
}
