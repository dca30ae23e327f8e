using System.Globalization;
using DcoPortal.Domain.Text;
using Microsoft.Extensions.Configuration;

namespace DcoPortal.Casework.Clock;

/// <summary>
/// Reads what became known after the program was made, such as a bank holiday for a royal occasion: from the file that
/// <c>Clock:DatedFacts</c> names, or dated-facts.json beside the program, and from <c>Clock:BankHolidays</c>.
/// </summary>
public static class DatedFactsFile
{
    /// <summary>The file that is read when the setting names none.</summary>
    public const string Name = "dated-facts.json";

    private const string Setting = "Clock:DatedFacts", Days = "Clock:BankHolidays";

    /// <summary>Makes the facts hold in this process. Without a file and setting nothing changes.</summary>
    /// <exception cref="StartUpException">A file is missing or wrong, or a day is none.</exception>
    public static void Use(IConfiguration configuration, string folder)
    {
        var facts = Read(configuration, folder);
        if (facts is not null) { DatedFacts.Use(facts); }
    }

    /// <summary>The facts, or null when there are none.</summary>
    /// <exception cref="StartUpException">A file is missing or wrong, or a day is none.</exception>
    internal static DatedFacts? Read(IConfiguration configuration, string folder)
    {
        var named = configuration[Setting].BlankToNull();
        var path = Path.Combine(folder, named ?? Name);
        List<BankHoliday> days = [.. configuration.GetSection(Days).GetChildren().Select(c => DayOf(c.Path, c.Value))];
        if (!File.Exists(path))
        {
            if (named is not null) { throw new StartUpException($"Set {Setting} to a file that exists: {path} does not."); }
            return days.Count == 0 ? null : Checked(new DatedFacts { BankHolidays = days }, $"Set {Days} right");
        }
        var file = FileOf(path);
        return Checked(file with { BankHolidays = [.. file.BankHolidays, .. days] }, $"Set {path} and {Days} right");
    }

    private static DatedFacts FileOf(string path)
    {
        try { return DatedFacts.Read(File.ReadAllText(path)); }
        catch (FormatException e) { throw new StartUpException($"Set {path} right, or {Setting} to another file: {e.Message}."); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new StartUpException($"Set {Setting} to a file that the portal can read: {path} cannot be read."); }
    }

    private static DatedFacts Checked(DatedFacts facts, string set) => facts.Problem() is { } problem ? throw new StartUpException($"{set}: {problem}.") : facts;

    private static BankHoliday DayOf(string setting, string? value)
    {
        var parts = (value ?? "").Trim().Split(' ', 2);
        return parts.Length == 2 && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && parts[1].Trim() is { Length: > 0 } name
            ? new(day, name)
            : throw new StartUpException($"Set {setting} to a day and a name, such as \"2027-06-14 Jubilee\".");
    }
}
