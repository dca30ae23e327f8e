using System.Globalization;
using System.Text.RegularExpressions;

namespace DcoPortal.Domain.Identifiers;

/// <summary>The dates of birth that a text gives, and every other date in it: a date that is called a date of birth may be a sister's, while the child's own stands there too.</summary>
/// <param name="Births">Called a date of birth, and not a relative's.</param>
/// <param name="Others">Any other date.</param>
public sealed partial record NamedDates(IReadOnlyList<DateOnly> Births, IReadOnlyList<DateOnly> Others)
{
    private const int LongestLabel = 90;
    private const int MostNamed = 3;

    // two figures mean this century until then: whom the portal is about was born in it
    private const int LastOfCentury = 49;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Names none.</summary>
    public static NamedDates None { get; } = new([], []);

    /// <summary>The earliest other dates beside which a name stands.</summary>
    public IReadOnlyList<NamedBirth> Named { get; init; } = [];

    /// <summary>Whether a date stands there, whatever it is called.</summary>
    public bool Holds(DateOnly date) => Births.Contains(date) || Others.Contains(date);

    /// <summary>What a text gives, each once.</summary>
    /// <param name="text">A text.</param>
    /// <param name="mostBirths">How many of the first dates of birth are kept.</param>
    /// <param name="mostOthers">How many of the other dates: the earliest, because nothing of a child is older than its birth.</param>
    public static NamedDates In(string text, int mostBirths, int mostOthers)
    {
        List<DateOnly> births = [], others = [];
        List<NamedBirth> named = [];
        foreach (Match match in DateShape().Matches(text))
        {
            if (DateOf(match) is not { } date) { continue; }
            var isBirth = BirthLabel().IsMatch(text[Math.Max(0, match.Index - LongestLabel)..match.Index]);
            (isBirth ? births : others).Add(date);
            if (!isBirth && NamedBirth.At(text, match.Index, match.Length, date) is { } beside) { named.Add(beside); }
        }
        List<DateOnly> kept = [.. births.Distinct().Take(mostBirths)];
        if (kept.Count + named.Count == 0) { return None; }
        return new(kept, [.. others.Concat(births).Except(kept).Order().Take(mostOthers)]) { Named = [.. named.OrderBy(n => n.Date).Take(MostNamed)] };
    }

    private static DateOnly? DateOf(Match match)
    {
        string Part(string name) => match.Groups[name].Value;
        var month = Part("month") is { Length: > 0 } name ? Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1 : int.Parse(Part("m"), CultureInfo.InvariantCulture);
        var (day, year) = (int.Parse(Part("d"), CultureInfo.InvariantCulture), int.Parse(Part("y"), CultureInfo.InvariantCulture));
        if (Part("y").Length == 2) { year += year <= LastOfCentury ? 2000 : 1900; }
        return year is < 1900 or > 2099 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null : new(year, month, day);
    }

    // 9/6/2015, 09.06.15, 9-6-2015, 2015-06-09, 9 June 2015, 9th of June, 2015, June 9, 2015
    [GeneratedRegex(@"(?<![0-9])(?:(?<y>(?:19|20)[0-9]{2})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})|(?<d>[0-9]{1,2})\s?[/.\-_\u2010-\u2014]\s?(?<m>[0-9]{1,2})\s?[/.\-_\u2010-\u2014]\s?(?<y>(?:19|20)[0-9]{2}|[0-9]{2})"
        + @"|(?<d>[0-9]{1,2})(?:st|nd|rd|th)?[\s.\-_\u2010-\u2014]{0,2}(?:of\s+)?(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[\s.,\-_\u2010-\u2014]{1,2}(?<y>(?:19|20)[0-9]{2}|[0-9]{2})"
        + @"|(?<![\p{L}])(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\s(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?<y>(?:19|20)[0-9]{2}))(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateShape();

    // the label ends where the date begins; that of a relative is none, nor is that of a child of whom only a relative is told
    [GeneratedRegex(@"(?<!\p{L})(?<!\b(?:mother|mum|mam|father|dad|parent|carer|guardian|sibling|brother|sister|twin|cousin|aunt|uncle|grandmother|grandfather|nan|partner)(?:[’'`]?s|s[’'`])?[^.;\n]{0,30})"
        + @"(?:date\s+of\s+birth|birth\s?date|d\.?\s?o\.?\s?b\.?|born)(?!\p{L})[^\p{L}0-9]{0,12}(?:\(?d{1,2}[-/. ]m{1,2}[-/. ]y{2,4}\)?[^\p{L}0-9]{0,6})?(?:(?:on|is|was|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[^\p{L}0-9]{1,3}){0,3}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BirthLabel();
}
