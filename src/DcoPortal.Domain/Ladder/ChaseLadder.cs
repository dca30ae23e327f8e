using System.Globalization;

namespace DcoPortal.Domain.Ladder;

/// <summary>
/// Which steps a board or a service takes and when. The usual ladder follows the cadence proposed for a 6-week request:
/// no published one was found. Immutable.
/// </summary>
public sealed class ChaseLadder : IEquatable<ChaseLadder>
{
    private readonly SortedDictionary<LadderStep, int> _days;

    /// <summary>Takes the steps that are on, with their days.</summary>
    /// <param name="days">Step and number; 0 for a step that takes no number. A step that is absent is off.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its step's range.</exception>
    public ChaseLadder(IReadOnlyDictionary<LadderStep, int> days)
    {
        _days = new(days.ToDictionary());
        foreach (var (step, number) in _days)
        {
            var (least, most) = RangeOf(step);
            ArgumentOutOfRangeException.ThrowIfLessThan(number, least);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(number, most);
        }
    }

    /// <summary>
    /// Acknowledge in 2 working days; halfway; 14, 7 and 2 days before; due today; the service lead 2 days before, the DCO on the
    /// due date, the provider's SEND lead 5 and the board's 10 working days after it.
    /// </summary>
    public static ChaseLadder Usual { get; } = new(new Dictionary<LadderStep, int>
    {
        [LadderStep.Acknowledge] = 2,
        [LadderStep.Halfway] = 0,
        [LadderStep.FirstReminder] = 14,
        [LadderStep.SecondReminder] = 7,
        [LadderStep.LastReminder] = 2,
        [LadderStep.DueToday] = 0,
        [LadderStep.ServiceLead] = 2,
        [LadderStep.DesignatedClinicalOfficer] = 0,
        [LadderStep.ProviderLead] = 5,
        [LadderStep.IcbLead] = 10,
    });

    /// <summary>The steps that are on, in the order of the ladder.</summary>
    public IEnumerable<LadderStep> Steps => _days.Keys;

    /// <summary>The number of a step, or null when the step is off.</summary>
    public int? DaysOf(LadderStep step) => _days.TryGetValue(step, out var days) ? days : null;

    /// <summary>The least and greatest number of a step.</summary>
    public static (int Least, int Most) RangeOf(LadderStep step) => step.Timing() switch
    {
        LadderTiming.WorkingDaysAfterAsking => (1, 10),
        LadderTiming.DaysBeforeDue => (1, 28),
        LadderTiming.WorkingDaysAfterDue => (0, 60),
        _ => (0, 0),
    };

    /// <summary>The ladder as stored text: "Acknowledge:2;Halfway:0;...". <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Join(';', _days.Select(d => $"{d.Key}:{d.Value.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no ladder.</exception>
    public static ChaseLadder Parse(string text)
    {
        var days = new Dictionary<LadderStep, int>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, number) = part.Split(':') is [var n, var d] ? (n, d) : throw new FormatException($"'{part}' is no step of a ladder.");
            if (!Enum.TryParse<LadderStep>(name, out var step) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) { throw new FormatException($"'{part}' is no step of a ladder."); }
            days[step] = value;
        }

        return new(days);
    }

    /// <summary>The ladder in words for people, one step a line.</summary>
    public IEnumerable<string> Words => _days.Select(d => $"{d.Key.Label()}: {TimingWords(d.Key, d.Value)}");

    /// <summary>The timing of a step, in words.</summary>
    public static string TimingWords(LadderStep step, int days) => step.Timing() switch
    {
        LadderTiming.WorkingDaysAfterAsking => $"{Count(days, "working day")} after the request was sent, or sent back for more",
        LadderTiming.HalfOfTheTime => "when half of the time has gone",
        LadderTiming.DaysBeforeDue => $"{Count(days, "day")} before the due date",
        LadderTiming.OnTheDueDate => "on the due date",
        _ => days == 0 ? "on the due date" : $"{Count(days, "working day")} after the due date",
    };

    /// <inheritdoc />
    public bool Equals(ChaseLadder? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ChaseLadder);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static string Count(int n, string noun) => $"{n.ToString(CultureInfo.InvariantCulture)} {noun}{(n == 1 ? "" : "s")}";
}
