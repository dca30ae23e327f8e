using DcoPortal.Domain.Text;

namespace DcoPortal.Domain.Assessments;

/// <summary>How much two records are alike that may be of one child, the surest first.</summary>
public enum LikenessKind
{
    /// <summary>A number, or name and date of birth, is the same, or the other way round.</summary>
    Same,

    /// <summary>A name or the birth date is written a little otherwise, or the surname is another at the same home.</summary>
    Near,

    /// <summary>Surname and date of birth are the same, and the forenames are not.</summary>
    Twin,
}

/// <summary>How two records are alike, and what is the same or differs, in a sentence without its stop.</summary>
public sealed record Likeness(LikenessKind Kind, string Why);

/// <summary>Whether two records may be of one child: the one rule by which the form, the import, a correction and the page of the case ask.</summary>
public static class ChildLikeness
{
    /// <summary>Why a record is shown whose names, or day and month of birth, are swapped.</summary>
    public const string TheOtherWayRound = "The same names, or day and month of birth, the other way round";

    private const int UnlikeOfAnother = 3;

    private static readonly string[] NameDifferences = ["surname", "forenames"];

    /// <summary>How two records are alike, or null where nobody would take them for one child's.</summary>
    public static Likeness? Between(ChildKeys one, ChildKeys other)
    {
        if (Shared(one, other) is { } shared) { return new(LikenessKind.Same, $"{shared}{ButNot(one, other)}{Formerly("; ", one, other)}"); }
        if (AreTheOtherWayRound(one, other)) { return new(LikenessKind.Same, TheOtherWayRound); }
        if (Formerly(", and ", one, other) is { Length: > 0 } formerly) { return new(LikenessKind.Same, $"Same date of birth{formerly}{ButNot(Differences(one, other).Except(NameDifferences))}"); }
        if (AreNear(one, other) || AreOfOneHome(one, other)) { return new(LikenessKind.Near, $"May be the same child{ButNot(one, other)}"); }
        return AreTwins(one, other) ? new(LikenessKind.Twin, $"A twin, or the same child? Same {SharedByTwins(one, other)}, and other forenames") : null;
    }

    /// <summary>What of a child changes to something quite unlike it, in words: a slip put right, a name cut in another place, or days and names the other way round, is none of it.</summary>
    public static IReadOnlyList<string> Unlike(ChildKeys was, ChildKeys now)
    {
        if (AreTheOtherWayRound(was, now)) { return []; }
        (string Name, bool IsUnlike)[] keys =
        [
            ("forenames", was.ForenamesKey != now.ForenamesKey && !NearWords.AreNear(was.ForenamesKey, now.ForenamesKey) && !AreParts(was.Forenames, now.Forenames) && !IsKnownAs(was, now) && !IsKnownAs(now, was)),
            (NameDifferences[0], was.SurnameKey != now.SurnameKey && !NearWords.AreNear(was.SurnameKey, now.SurnameKey) && !AreParts(was.LegalSurname, now.LegalSurname)),
            ("date of birth", was.DateOfBirth != now.DateOfBirth && !AreDaysNear(was.DateOfBirth, now.DateOfBirth) && !AreDaysSwapped(was.DateOfBirth, now.DateOfBirth)),
            ("NHS number", Differ(was.NhsNumber, now.NhsNumber)),
            ("postcode", Differ(was.Postcode, now.Postcode)),
        ];
        return [.. keys.Where(k => k.IsUnlike).Select(k => k.Name)];
    }

    /// <summary>Whether what changes makes another child of a record.</summary>
    public static bool IsAnother(IReadOnlyList<string> unlike) => unlike.Count >= UnlikeOfAnother;

    /// <summary>What both say and say otherwise, in words.</summary>
    public static IReadOnlyList<string> Differences(ChildKeys one, ChildKeys other)
    {
        (string Name, bool Differs)[] keys =
        [
            (NameDifferences[0], one.SurnameKey != other.SurnameKey),
            (NameDifferences[1], one.ForenamesKey != other.ForenamesKey),
            ("date of birth", one.DateOfBirth != other.DateOfBirth),
            ("NHS number", Differ(one.NhsNumber, other.NhsNumber)),
            ("UPN", Differ(one.Upn, other.Upn)),
            ("postcode", Differ(one.Postcode, other.Postcode)),
        ];
        return [.. keys.Where(k => k.Differs).Select(k => k.Name)];
    }

    /// <summary>Whether a name is written a little otherwise, or one part of the birth date, and no number tells them apart.</summary>
    public static bool AreNear(ChildKeys one, ChildKeys other)
    {
        if (AreApart(one, other)) { return false; }
        return one.DateOfBirth == other.DateOfBirth ? AreNamesNear(one, other) : HaveOneName(one, other) && AreDaysNear(one.DateOfBirth, other.DateOfBirth);
    }

    /// <summary>
    /// The former name in one record by which the other knows a child of the same birth date, or null. A number that differs does not
    /// tell them apart where the name is the very same: an adopted child is given another NHS number too.
    /// </summary>
    public static string? RecordedBefore(ChildKeys one, ChildKeys other) => (one.Former.Count == 0 && other.Former.Count == 0) || one.DateOfBirth != other.DateOfBirth || HaveOneName(one, other) ? null
        : other.Former.FirstOrDefault(n => IsCalled(one, n, !AreApart(one, other))) ?? one.Former.FirstOrDefault(n => IsCalled(other, n, !AreApart(one, other)));

    /// <summary>Whether only the surname tells them apart, which was written wrong, or changed.</summary>
    public static bool AreOfOneHome(ChildKeys one, ChildKeys other) =>
        one.Postcode is { } home && home == other.Postcode && one.ForenamesKey == other.ForenamesKey && one.DateOfBirth == other.DateOfBirth;

    /// <summary>Whether only the forenames tell them apart: twins, or the same child written in another way. Not where the homes are known and differ.</summary>
    public static bool AreTwins(ChildKeys one, ChildKeys other) =>
        one.SurnameKey == other.SurnameKey && one.DateOfBirth == other.DateOfBirth && one.ForenamesKey != other.ForenamesKey && !Differ(one.Postcode, other.Postcode);

    /// <summary>What twins share, in words.</summary>
    public static string SharedByTwins(ChildKeys one, ChildKeys other) =>
        one.Postcode is { } home && home == other.Postcode ? "surname, date of birth and postcode" : "surname and date of birth";

    /// <summary>Whether a number that both have tells them apart.</summary>
    public static bool AreApart(ChildKeys one, ChildKeys other) => Differ(one.NhsNumber, other.NhsNumber) || Differ(one.Upn, other.Upn);

    private static string? Shared(ChildKeys one, ChildKeys other)
    {
        var (number, upn, name, born) = (one.NhsNumber is { } n && n == other.NhsNumber, one.Upn is { } u && u == other.Upn, HaveOneName(one, other), one.DateOfBirth == other.DateOfBirth);
        if (!number && !upn && !(name && born)) { return null; }
        string[] same = [.. new[] { number ? "NHS number" : null, upn ? "UPN" : null, name ? "name" : null, born ? "date of birth" : null }.OfType<string>()];
        return $"Same {string.Join(", ", same[..^1])}{(same.Length > 1 ? " and " : "")}{same[^1]}";
    }

    private static string ButNot(ChildKeys one, ChildKeys other) => ButNot(Differences(one, other));

    private static string ButNot(IEnumerable<string> differences) => differences.Any() ? $", but not the same {string.Join(", ", differences)}" : "";

    private static string Formerly(string joint, ChildKeys one, ChildKeys other) => RecordedBefore(one, other) is { } name ? $"{joint}recorded before as {name}" : "";

    private static bool IsCalled(ChildKeys child, string name, bool orNearly) =>
        child.Names.Any(n => SearchKey.Joined(n) == SearchKey.Joined(name) || (orNearly && AreNearlyOne(Names(n), Names(name))));

    // whole names, of which one word may be misspelt
    private static bool AreNearlyOne(string[] one, string[] other) => AreCutOtherwise(one, other)
        || (one.Length == other.Length && one.Zip(other).Any(w => w.First == w.Second) && one.Zip(other).All(w => NearWords.AreNear(w.First, w.Second)));

    private static bool HaveOneName(ChildKeys one, ChildKeys other) => one.SurnameKey == other.SurnameKey && one.ForenamesKey == other.ForenamesKey;

    private static bool AreTheOtherWayRound(ChildKeys one, ChildKeys other)
    {
        var (here, there) = (one.DateOfBirth, other.DateOfBirth);
        return here == there ? one.SurnameKey == other.ForenamesKey && one.ForenamesKey == other.SurnameKey
            : HaveOneName(one, other) && AreDaysSwapped(here, there);
    }

    private static bool AreDaysSwapped(DateOnly one, DateOnly other) => (one.Year, one.Month, one.Day) == (other.Year, other.Day, other.Month);

    // one name is the same, and the other nearly
    private static bool AreNamesNear(ChildKeys one, ChildKeys other)
    {
        if (one.SurnameKey == other.SurnameKey)
        {
            return one.ForenamesKey != other.ForenamesKey && (NearWords.AreNear(one.ForenamesKey, other.ForenamesKey) || AreParts(one.Forenames, other.Forenames) || IsKnownAs(one, other) || IsKnownAs(other, one));
        }
        return (one.ForenamesKey == other.ForenamesKey && NearWords.AreNear(one.SurnameKey, other.SurnameKey)) || AreCutOtherwise(one, other);
    }

    // "Margaret known as Maggie" and "Maggie"
    private static bool IsKnownAs(ChildKeys one, ChildKeys other) => one.KnownAs is { } name && (AreParts(name, other.Forenames) || (other.KnownAs is { } called && AreParts(name, called)));

    // the same names cut in another place, or one of them left out: twins differ in a name
    private static bool AreCutOtherwise(ChildKeys one, ChildKeys other) => AreCutOtherwise(one.NameWords, other.NameWords);

    private static bool AreCutOtherwise(string[] some, string[] more) =>
        some.Length > 1 && more.Length > 1 && !some.Any(n => n.Any(char.IsDigit)) && (some.All(more.Contains) || more.All(some.Contains));

    // "Isla" and "Isla Rose", "Oli" and "Oliver"
    private static bool AreParts(string one, string other)
    {
        var (some, more) = (Names(one), Names(other));
        return some.Length > 0 && more.Length > 0 && (some.All(more.Contains) || more.All(some.Contains) || (some[0].Length > 2 && more[0].Length > 2 && (some[0].StartsWith(more[0], StringComparison.Ordinal) || more[0].StartsWith(some[0], StringComparison.Ordinal))));
    }

    private static string[] Names(string names) => SearchKey.Of(names.Replace('-', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // one of day, month and year
    private static bool AreDaysNear(DateOnly one, DateOnly other) =>
        (one.Day == other.Day ? 1 : 0) + (one.Month == other.Month ? 1 : 0) + (one.Year == other.Year ? 1 : 0) == 2;

    private static bool Differ(string? one, string? other) => one is not null && other is not null && !one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
