using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Domain.Assessments;

/// <summary>
/// Weighs all that two records say of a child, part by part, so that several slips at once are still one child and one chance is none:
/// the same home counts most, then the birth date, then each name; another home or number counts against it.
/// </summary>
internal static class LikenessScore
{
    private const int Enough = 7;
    private const int BornSame = 4;
    private const int BornLike = 2;
    private const int OtherNumber = -3;

    private const int MostLettersApart = 8;

    // what is quickest told apart comes first: an import compares each row with many
    public static bool IsEnough(ChildKeys one, ChildKeys other)
    {
        var born = Born(one, other);
        if (born is Grade.Unlike) { return false; }
        var rest = (born is Grade.Same ? BornSame : BornLike) + PointsOfHome(Home(one.Postcode, other.Postcode));
        var surname = Surnames(one, other);
        // both names the same are the most that there is
        if (rest + Points(surname) + Points(Grade.Same) >= Enough)
        {
            var forenames = Forenames(one, other);
            if (!AreTwo(one, other, forenames) && rest + Points(surname) + Points(forenames) + Numbers(one, other) >= Enough) { return true; }
        }
        return PointsOtherwise(one, other) is { } otherwise && rest + otherwise + Numbers(one, other) >= Enough;
    }

    /// <summary>How the forenames compare, or the names that are used for them.</summary>
    public static Grade Forenames(ChildKeys one, ChildKeys other)
    {
        if (one.First.Key.Length == 0 || other.First.Key.Length == 0) { return Grade.Unknown; }
        if (one.First.Key == other.First.Key) { return Grade.Same; }
        var (here, there) = ComparedName.Differing(one.First, other.First);
        if (here.IsNear(there) || ChildLikeness.AreParts(here.Words, there.Words) || ChildLikeness.IsKnownAs(one, other) || ChildLikeness.IsKnownAs(other, one)) { return Grade.Like; }
        return AreLoosely(here, there) || (one.Called is { } called && AreLoosely(called, other.Called ?? there)) || (other.Called is { } known && AreLoosely(known, here)) ? Grade.Loose : Grade.Unlike;
    }

    /// <summary>How the homes compare. Who has no fixed abode shares its code with everybody else who has none.</summary>
    public static Grade Home(string? one, string? other) =>
        one is null || other is null || one.StartsWith(Postcode.OfNoHome, StringComparison.Ordinal) || other.StartsWith(Postcode.OfNoHome, StringComparison.Ordinal) ? Grade.Unknown
        : one.Equals(other, StringComparison.OrdinalIgnoreCase) ? Grade.Same
        : IsOneSlip(one, other) ? Grade.Like : Grade.Unlike;

    /// <summary>How the birth dates compare.</summary>
    public static Grade Born(ChildKeys one, ChildKeys other)
    {
        var (here, there) = (one.DateOfBirth, other.DateOfBirth);
        return here == there ? Grade.Same
            : BirthDays.AreNear(here, there) || (ChildLikeness.HaveOneName(one, other) && IsOnePart(here, there)) ? Grade.Like : Grade.Unlike;
    }

    /// <summary>How the surnames compare.</summary>
    public static Grade Surnames(ChildKeys one, ChildKeys other)
    {
        var (here, there) = (one.Surname, other.Surname);
        if (here.Key == there.Key) { return Grade.Same; }
        if (here.IsNear(there) || IsHalfOf(here, there) || IsHalfOf(there, here)) { return Grade.Like; }
        return AreLoosely(here, there) ? Grade.Loose : Grade.Unlike;
    }

    // "Cole-Hart" and "Hart"
    private static bool IsHalfOf(ComparedName one, ComparedName other) => other.Words.Length > one.Words.Length && one.Words.Length > 0 && one.Words.All(other.Words.Contains);

    private static bool AreLoosely(ComparedName one, ComparedName other) =>
        one.IsLoosely(other) || (one.Words.Length + other.Words.Length > 2 && (one.Parts[0].IsNear(other.Parts[0]) || one.Parts[0].IsLoosely(other.Parts[0])));

    // names that are cut in another place, or of which each is the other; null for other names
    private static int? PointsOtherwise(ChildKeys one, ChildKeys other)
    {
        if (ChildLikeness.AreCutOtherwise(one, other)) { return 2 * Points(Grade.Like); }
        // so many letters that only one of them has are of another name
        if (one.Whole.LettersApart(other.Whole) > MostLettersApart) { return null; }
        var (surname, forenames) = (Crossed(one.Surname, other.First), Crossed(one.First, other.Surname));
        return surname == Grade.Unlike || forenames == Grade.Unlike ? null : Points(surname) + Points(forenames) - 1;
    }

    private static Grade Crossed(ComparedName name, ComparedName its) =>
        name.Key.Length == 0 || its.Key.Length == 0 ? Grade.Unlike : name.Key == its.Key ? Grade.Same : name.IsNear(its) ? Grade.Like : Grade.Unlike;

    // who was born on the same day of another year is a brother or sister, and who has another number a twin, unless the forenames are alike too
    private static bool AreTwo(ChildKeys one, ChildKeys other, Grade forenames) =>
        forenames == Grade.Unlike && (BirthDays.IsOtherYear(one.DateOfBirth, other.DateOfBirth) || ChildLikeness.AreApart(one, other));

    // a name that one of them does not have says little, and nothing against it
    private static int Points(Grade name) => name switch { Grade.Same => 3, Grade.Like => 2, Grade.Loose or Grade.Unknown => 1, _ => -2 };

    private static int PointsOfHome(Grade home) => home switch { Grade.Same => 6, Grade.Like => 3, Grade.Unlike => -1, _ => 0 };

    private static int Numbers(ChildKeys one, ChildKeys other) =>
        ChildLikeness.AreApart(one, other) ? OtherNumber : 0;

    // one of day, month and year
    private static bool IsOnePart(DateOnly one, DateOnly other) =>
        (one.Day == other.Day ? 1 : 0) + (one.Month == other.Month ? 1 : 0) + (one.Year == other.Year ? 1 : 0) == 2;

    // one character another, or two exchanged
    private static bool IsOneSlip(string one, string other)
    {
        if (one.Length != other.Length) { return false; }
        List<int> apart = [.. Enumerable.Range(0, one.Length).Where(i => one[i] != other[i])];
        return apart.Count == 1 || (apart is [var i, var j] && j == i + 1 && one[i] == other[j] && one[j] == other[i]);
    }
}
