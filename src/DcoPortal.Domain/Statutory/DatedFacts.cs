using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcoPortal.Domain.Statutory;

/// <summary>A bank holiday in England on the day it is kept.</summary>
/// <param name="Date">The day, Europe/London.</param>
/// <param name="Name">Its name.</param>
public sealed record BankHoliday(DateOnly Date, string Name);

/// <summary>
/// Facts with a date that became known after the program was made: a royal occasion, a bank holiday that was moved, a year that the
/// government has published, a relaxation of limits. They are read once at the start and hold for the whole process.
/// </summary>
public sealed record DatedFacts
{
    /// <summary>No such facts.</summary>
    public static readonly DatedFacts None = new();

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Days that are bank holidays and not in the program's list.</summary>
    public IReadOnlyList<BankHoliday> BankHolidays { get; init; } = [];

    /// <summary>Days of the program's list that are no bank holidays, because they were moved.</summary>
    public IReadOnlyList<DateOnly> NotBankHolidays { get; init; } = [];

    /// <summary>Years whose bank holidays the government has published, with these changes.</summary>
    public IReadOnlyList<int> PublishedYears { get; init; } = [];

    /// <summary>Times in which limits gave way.</summary>
    public IReadOnlyList<Relaxation> Relaxations { get; init; } = [];

    /// <summary>The facts that hold in this process.</summary>
    public static DatedFacts InUse { get; private set; } = None;

    /// <summary>Reads facts from JSON.</summary>
    /// <exception cref="FormatException">It is no JSON of this shape, or an entry cannot be right; the message says which.</exception>
    public static DatedFacts Read(string json)
    {
        DatedFacts facts;
        try { facts = JsonSerializer.Deserialize<DatedFacts>(json, Strict) ?? throw new FormatException("it is empty"); }
        catch (JsonException e) { throw new FormatException($"{e.Path ?? "$"} is not as it should be (line {(e.LineNumber ?? 0) + 1})"); }
        return facts.Problem() is { } problem ? throw new FormatException(problem) : facts;
    }

    /// <summary>Makes facts hold in this process, in place of those that held. Called once, before the first date is counted.</summary>
    public static void Use(DatedFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        InUse = facts;
        EnglandBankHolidays.Take(facts);
    }

    /// <summary>What cannot be right, in words that follow a colon; null when all can.</summary>
    public string? Problem() =>
        BankHolidays.FirstOrDefault(h => h.Date == default || string.IsNullOrWhiteSpace(h.Name)) is not null ? "a bank holiday needs a date and a name"
        : BankHolidays.FirstOrDefault(h => h.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) is { } weekend ? $"{weekend.Date:yyyy-MM-dd} ({weekend.Name}) is on a weekend: give the weekday on which it is kept"
        : BankHolidays.GroupBy(h => h.Date).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"{twice.Key:yyyy-MM-dd} is given twice"
        : NotBankHolidays.Cast<DateOnly?>().FirstOrDefault(d => !EnglandBankHolidays.IsInTheFile(d!.Value)) is { } unknown ? $"{unknown:yyyy-MM-dd} is no bank holiday of the program's list, so it cannot be taken off it"
        : Relaxations.FirstOrDefault(r => r.From == default || r.Until < r.From || string.IsNullOrWhiteSpace(r.Words)) is not null ? "a relaxation needs a first day, a last day not before it and a sentence"
        : null;
}
