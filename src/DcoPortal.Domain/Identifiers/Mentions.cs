using System.Globalization;
using System.Text.RegularExpressions;

namespace DcoPortal.Domain.Identifiers;

/// <summary>The portal's references, the NHS numbers and the dates of birth that a text names: signs of whom it is about. NHS numbers are personal, so they are kept with the text alone and shown to nobody.</summary>
/// <param name="References">References, as printed.</param>
/// <param name="NhsNumbers">NHS numbers, ten digits each.</param>
/// <param name="Dates">Its dates, where one is called a date of birth or stands beside a name.</param>
public sealed partial record Mentions(IReadOnlyList<string> References, IReadOnlyList<string> NhsNumbers, NamedDates Dates)
{
    /// <summary>Longest stored form, in characters.</summary>
    public const int StoredLength = 1000;

    private const string DateFormat = "yyyyMMdd";
    private const int DateLength = 8;
    private const int NumberLength = 10;

    // what marks a date of birth in the stored form
    private const char BirthMark = '*';

    // a few tell whose it is; a list of a whole clinic names more
    private const int Most = 6;
    private const int MostBirths = 4;
    private const int MostOtherDates = 30;

    /// <summary>Names nobody.</summary>
    public static Mentions None { get; } = new([], [], NamedDates.None);

    /// <summary>Whether it names nobody.</summary>
    public bool IsEmpty => References.Count + NhsNumbers.Count + Dates.Births.Count + Dates.Named.Count == 0;

    /// <summary>What is kept of it in one field; null where it names nobody.</summary>
    public string? Stored => IsEmpty ? null : string.Join(' ', References.Concat(NhsNumbers).Concat(Dates.Births.Select(d => BirthMark + Written(d))).Concat(Dates.Others.Select(Written)).Concat(Dates.Named.Select(n => n.Stored)));

    /// <summary>What a text names, the first of each.</summary>
    public static Mentions In(params IEnumerable<string?> texts)
    {
        var all = string.Join('\n', texts.Where(t => t is not null));
        return new(
            [.. ReferenceShape().Matches(all).Select(ReferenceOf).OfType<string>().Distinct().Take(Most)],
            [.. NumberShape().Matches(all).Concat(SpreadShape().Matches(all)).Select(NumberOf).OfType<string>().Distinct().Take(Most)],
            NamedDates.In(all, MostBirths, MostOtherDates));
    }

    /// <summary>Reads <see cref="Stored"/>.</summary>
    public static Mentions Read(string? stored)
    {
        var parts = (stored ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new([.. parts.Where(p => p.Contains('-', StringComparison.Ordinal))], [.. parts.Where(p => p.Length == NumberLength && p.All(char.IsAsciiDigit))],
            new([.. parts.Where(p => p[0] == BirthMark).Select(p => DateOf(p[1..]))], [.. parts.Where(p => p.Length == DateLength && p.All(char.IsAsciiDigit)).Select(DateOf)]) { Named = [.. parts.Where(p => p[0] == NamedBirth.Mark).Select(NamedBirth.Read)] });
    }

    private static string Written(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static DateOnly DateOf(string written) => DateOnly.ParseExact(written, DateFormat, CultureInfo.InvariantCulture);

    private static string? ReferenceOf(Match match) =>
        AssessmentReference.TryParse($"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}", out var reference, out _) ? reference.ToString() : null;

    private static string? NumberOf(Match match) => NhsNumber.TryParse(string.Concat(match.Value.Where(char.IsAsciiDigit)), out var number, out _) ? number.Value : null;

    // file names have lines in place of dashes; only what is another case is told
    [GeneratedRegex(@"(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9]{1,4})[-_\s/.\u2010-\u2014]?([0-9]{2})[-_\s/.\u2010-\u2014]?([0-9]{5,6})(?![0-9A-Za-z])")]
    private static partial Regex ReferenceShape();

    // telephone numbers begin with 0, +44 or 0044; what begins with 1 or 2 counts things, such as seconds
    [GeneratedRegex(@"(?:(?<![\p{L}0-9.,£#/])|(?<=nhs|no))(?<!(?:\+|\b00)[0-9]{1,3}[-. ]?(?:\(0\) ?)?)[3-9][0-9]{2}[-\s_./\u2010-\u2014]{0,2}[0-9]{3}[-\s_./\u2010-\u2014]{0,2}[0-9]{4}(?![0-9\p{L}]|[.,][0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex NumberShape();

    // a digit to a box, as on the forms of the NHS, or in any other groups
    [GeneratedRegex(@"(?<=nhs[^0-9]{0,30})[3-9](?:[-\s_./|]{0,3}[0-9]){9}(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex SpreadShape();
}
