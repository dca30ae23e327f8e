using System.Globalization;
using System.Text.RegularExpressions;
using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Identifiers;

/// <summary>A date that nothing calls a date of birth, with the name-like words beside it: together they may be a child of the portal. Personal, so kept with the text alone.</summary>
/// <param name="Date">The date.</param>
/// <param name="Before">The words before it, folded.</param>
/// <param name="After">The words after it, folded.</param>
public sealed partial record NamedBirth(DateOnly Date, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>What marks it in the stored form.</summary>
    public const char Mark = '~';

    private const string DateFormat = "yyyyMMdd";
    private const int Window = 70;
    private const int Near = 6;
    private const int MostBefore = 4;
    private const int MostAfter = 3;
    private const int LongestWord = 20;

    private static readonly HashSet<string> Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames).Where(m => m.Length > 0).Select(m => m.ToLowerInvariant()), "sept"];

    /// <summary>The keys (<see cref="ChildOrYoungPerson.MatchKey"/>) that a child of these words would have, surname or forenames first.</summary>
    public IEnumerable<string> Keys => NamesIn(Before).Concat(NamesIn(After)).Select(n => $"{n}|{Date:yyyy-MM-dd}").Distinct();

    /// <summary>As it is stored.</summary>
    public string Stored => $"{Mark}{Date.ToString(DateFormat, CultureInfo.InvariantCulture)}:{string.Join('.', Before)}:{string.Join('.', After)}";

    /// <summary>Reads <see cref="Stored"/>.</summary>
    public static NamedBirth Read(string stored)
    {
        var parts = stored[1..].Split(':');
        return new(DateOnly.ParseExact(parts[0], DateFormat, CultureInfo.InvariantCulture), parts[1].Split('.', StringSplitOptions.RemoveEmptyEntries), parts[2].Split('.', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A date of a text with what stands beside it; null where no name does, or where it is called somebody's date of birth.</summary>
    public static NamedBirth? At(string text, int from, int length, DateOnly date)
    {
        var before = ShortBirth().Replace(text[Math.Max(0, from - Window)..from], "");
        if (AnyBirthLabel().IsMatch(before)) { return null; }
        var end = from + length;
        var after = text[end..Math.Min(text.Length, end + Window)];
        List<string> names = [.. NamesOf(Word().Matches(Sentence().Split(before)[^1]).TakeLast(Near)).TakeLast(MostBefore)], later = [.. NamesOf(Word().Matches(Sentence().Split(after)[0]).Take(Near)).Take(MostAfter)];
        return names.Count < 2 && later.Count < 2 ? null : new(date, names, later);
    }

    private static IEnumerable<string> NamesOf(IEnumerable<Match> words) =>
        words.Select(w => w.Value).Where(w => w.Length > 1 && char.IsUpper(w[0]) && !Months.Contains(w.ToLowerInvariant())).Select(SearchKey.Joined).Where(w => w.Length is > 1 and <= LongestWord && w.All(char.IsAsciiLetter));

    // each run of words, parted wherever a surname and forenames may meet
    private static IEnumerable<string> NamesIn(IReadOnlyList<string> words)
    {
        for (var first = 0; first < words.Count; first++)
        {
            for (var end = first + 2; end <= words.Count; end++)
            {
                for (var parted = first + 1; parted < end; parted++)
                {
                    var (one, other) = (string.Concat(words.Take(parted).Skip(first)), string.Concat(words.Take(end).Skip(parted)));
                    yield return $"{one} {other}";
                    yield return $"{other} {one}";
                }
            }
        }
    }

    // "Perry Knownchild b. 5.6.14"
    [GeneratedRegex(@"(?<!\p{L})b\.?[\s:]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex ShortBirth();

    [GeneratedRegex(@"(?:birth|birth\s?date|d\.?\s?o\.?\s?b\.?|born)[^\p{L}0-9]{0,12}(?:\p{L}+[^\p{L}0-9]{1,3}){0,3}\z", RegexOptions.IgnoreCase)]
    private static partial Regex AnyBirthLabel();

    [GeneratedRegex(@"[.;](?:\s|\z)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}’'`-]*")]
    private static partial Regex Word();
}
