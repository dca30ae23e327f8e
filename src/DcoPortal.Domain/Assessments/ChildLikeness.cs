using DcoPortal.Domain.Text;

namespace DcoPortal.Domain.Assessments;

/// <summary>How much two records are alike that may be of one child, the surest first.</summary>
public enum LikenessKind
{
    /// <summary>A number, or name and date of birth, is the same, or the other way round.</summary>
    Same,

    /// <summary>Names, birth date or home are written otherwise, and the whole is likely enough of one child.</summary>
    Near,

    /// <summary>Surname and date of birth, or home, date of birth and day of the request, are the same, and the forenames are not.</summary>
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
    /// <param name="one">A record.</param>
    /// <param name="other">Another.</param>
    /// <param name="onOneDay">Whether both were requested on one day.</param>
    public static Likeness? Between(ChildKeys one, ChildKeys other, bool onOneDay = false)
    {
        if (Shared(one, other) is { } shared) { return new(LikenessKind.Same, $"{shared}{ButNot(one, other)}{Formerly("; ", one, other)}"); }
        if (AreTheOtherWayRound(one, other)) { return new(LikenessKind.Same, TheOtherWayRound); }
        if (Formerly(", and ", one, other) is { Length: > 0 } formerly) { return new(LikenessKind.Same, $"Same date of birth{formerly}{ButNot(Differences(one, other).Except(NameDifferences))}"); }
        if (AreTwins(one, other) && LikenessScore.Forenames(one, other) < Grade.Like)
        {
            return ArePlainlyTwo(one, other) ? null : new(LikenessKind.Twin, $"A twin, or the same child? Same {SharedByTwins(one, other)}, and other forenames");
        }
        if (AreNear(one, other)) { return new(LikenessKind.Near, $"May be the same child{ButNot(one, other)}"); }
        return AreTwins(one, other) ? new(LikenessKind.Twin, $"A twin, or the same child? Same {SharedByTwins(one, other)}, and other forenames")
            : onOneDay && AreOfOneHome(one, other) ? new(LikenessKind.Twin, "A twin, or the same child? Same date of birth, postcode and day of the request, and another name") : null;
    }

    /// <summary>What of a child changes to something quite unlike it, in words: a slip put right, a name cut in another place, or days and names the other way round, is none of it.</summary>
    public static IReadOnlyList<string> Unlike(ChildKeys was, ChildKeys now)
    {
        if (AreTheOtherWayRound(was, now) || AreCutOtherwise(was, now)) { return []; }
        (string Name, bool IsUnlike)[] keys =
        [
            (NameDifferences[1], LikenessScore.Forenames(was, now) == Grade.Unlike),
            (NameDifferences[0], LikenessScore.Surnames(was, now) == Grade.Unlike),
            ("date of birth", LikenessScore.Born(was, now) == Grade.Unlike),
            ("NHS number", Differ(was.NhsNumber, now.NhsNumber)),
            ("postcode", Differ(was.Postcode, now.Postcode)),
        ];
        return [.. keys.Where(k => k.IsUnlike).Select(k => k.Name)];
    }

    /// <summary>Whether what changes makes another child of a record.</summary>
    public static bool IsAnother(IReadOnlyList<string> unlike) => unlike.Count >= UnlikeOfAnother;

    /// <summary>The same, where a person must look before both become cases: not of those who may be twins and of whom no home says so.</summary>
    /// <param name="one">A record.</param>
    /// <param name="other">Another.</param>
    /// <param name="onOneDay">Whether both were requested on one day.</param>
    public static Likeness? ToLookAt(ChildKeys one, ChildKeys other, bool onOneDay) =>
        Between(one, other, onOneDay) is { } found && (found.Kind != LikenessKind.Twin || AreNear(one, other) || (onOneDay && AreOfOneHome(one, other))) ? found : null;

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

    /// <summary>Whether names, birth date, home and numbers are together likely enough those of one child.</summary>
    public static bool AreNear(ChildKeys one, ChildKeys other) => LikenessScore.IsEnough(one, other);

    /// <summary>
    /// The former name in one record by which the other knows a child of the same birth date, or null. A number that differs does not
    /// tell them apart where the name is the very same: an adopted child is given another NHS number too.
    /// </summary>
    public static string? RecordedBefore(ChildKeys one, ChildKeys other) => (one.Former.Count == 0 && other.Former.Count == 0) || one.DateOfBirth != other.DateOfBirth || HaveOneName(one, other) ? null
        : other.Former.FirstOrDefault(n => IsCalled(one, n, !AreApart(one, other))) ?? one.Former.FirstOrDefault(n => IsCalled(other, n, !AreApart(one, other)));

    /// <summary>Whether home and birth date are the same and nothing says that they are two, whatever the names.</summary>
    public static bool AreOfOneHome(ChildKeys one, ChildKeys other) =>
        one.DateOfBirth == other.DateOfBirth && LikenessScore.Home(one.Postcode, other.Postcode) == Grade.Same && !ArePlainlyTwo(one, other);

    /// <summary>Whether numbers that differ and other forenames say that they are two, such as twins.</summary>
    public static bool ArePlainlyTwo(ChildKeys one, ChildKeys other) => AreApart(one, other) && LikenessScore.Forenames(one, other) == Grade.Unlike;

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

    internal static bool HaveOneName(ChildKeys one, ChildKeys other) => one.SurnameKey == other.SurnameKey && one.ForenamesKey == other.ForenamesKey;

    private static bool AreTheOtherWayRound(ChildKeys one, ChildKeys other)
    {
        var (here, there) = (one.DateOfBirth, other.DateOfBirth);
        return here == there ? one.SurnameKey == other.ForenamesKey && one.ForenamesKey == other.SurnameKey
            : HaveOneName(one, other) && BirthDays.AreExchanged(here, there);
    }

    // "Margaret known as Maggie" and "Maggie"
    internal static bool IsKnownAs(ChildKeys one, ChildKeys other) => one.Called is { } name && (AreParts(name.Words, other.First.Words) || (other.Called is { } called && AreParts(name.Words, called.Words)));

    // the same names cut in another place, or one of them left out: twins differ in a name
    internal static bool AreCutOtherwise(ChildKeys one, ChildKeys other) =>
        !one.Whole.HasFigure && !other.Whole.HasFigure && (one.Whole.HasLettersOf(other.Whole) || other.Whole.HasLettersOf(one.Whole)) && AreCutOtherwise(one.Whole.Words, other.Whole.Words);

    private static bool AreCutOtherwise(string[] some, string[] more) =>
        some.Length > 1 && more.Length > 1 && !some.Any(n => n.Any(char.IsDigit)) && (some.All(more.Contains) || more.All(some.Contains));

    // "Isla" and "Isla Rose", "Oli" and "Oliver"
    internal static bool AreParts(string[] some, string[] more) => some.Length > 0 && more.Length > 0
        && (some.All(more.Contains) || more.All(some.Contains) || (some[0].Length > 2 && more[0].Length > 2 && (some[0].StartsWith(more[0], StringComparison.Ordinal) || more[0].StartsWith(some[0], StringComparison.Ordinal))));

    private static string[] Names(string names) => SearchKey.Of(names.Replace('-', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Differ(string? one, string? other) => one is not null && other is not null && !one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
