namespace DcoPortal.Domain.Statutory;

/// <summary>A time in which limits of SI 2014/1530 and SI 2017/1306 gave way to "as soon as reasonably practicable". The date stays what it is; the sentence stands beside it.</summary>
/// <param name="From">The first day, Europe/London.</param>
/// <param name="Until">The last day, Europe/London.</param>
/// <param name="Words">One whole sentence with its source.</param>
public sealed record Relaxation(DateOnly From, DateOnly Until, string Words)
{
    /// <summary>SI 2020/471, for old cases.</summary>
    public static Relaxation Coronavirus { get; } = new(new(2020, 5, 1), new(2020, 9, 25),
        "From 1 May to 25 September 2020 this limit did not bind where coronavirus made it impractical: the duty was then to act as soon as reasonably practicable (SI 2020/471).");

    /// <summary>The relaxations in force on the day a limit of a body was due. None for local targets, for what families may do and for limits of the Act or of the Tribunal's Rules.</summary>
    public static IEnumerable<Relaxation> Of(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var isTouched = deadline.Rule is { Instrument: Instrument.Regulations2014 or Instrument.Recommendations2017, IsLeastTime: false, IsRight: false };
        return isTouched ? DatedFacts.InUse.Relaxations.Prepend(Coronavirus).Where(r => r.From <= deadline.Due && deadline.Due <= r.Until) : [];
    }
}
