using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>Children who may be one: a name that is written a little otherwise, or one part of the birth date.</summary>
internal sealed class LikeChildren
{
    private readonly Dictionary<DateOnly, List<Entry>> byBirth = [];
    private readonly Dictionary<string, List<KnownCase>> byName = [];

    public void Add(KnownCase known)
    {
        var (surname, forenames) = (SearchKey.Joined(known.LegalSurname), SearchKey.Joined(known.Forenames));
        if (!byBirth.TryGetValue(known.DateOfBirth, out var born)) { byBirth[known.DateOfBirth] = born = []; }
        born.Add(new(known, surname, forenames, Names($"{known.Forenames} {known.LegalSurname}")));
        if (!byName.TryGetValue(Key(surname, forenames), out var named)) { byName[Key(surname, forenames)] = named = []; }
        named.Add(known);
    }

    /// <summary>The cases of children like this one, where no number tells them apart.</summary>
    public List<KnownCase> To(ChildOrYoungPerson child)
    {
        var (surname, forenames) = (SearchKey.Joined(child.LegalSurname), SearchKey.Joined(child.Forenames));
        var near = byBirth.GetValueOrDefault(child.DateOfBirth) is { } born ? born.Where(e => IsNear(e, surname, forenames, child)).Select(e => e.Case) : [];
        var named = byName.GetValueOrDefault(Key(surname, forenames)) is { } same ? same.Where(k => IsNear(k.DateOfBirth, child.DateOfBirth)) : [];
        return [.. near.Concat(named).Where(k => !AreApart(k, child))];
    }

    /// <summary>The cases of children of the same surname and birth date.</summary>
    public List<KnownCase> Twins(ChildOrYoungPerson child) => Named(child.LegalSurname, null, child.DateOfBirth);

    /// <summary>The cases of children of a surname and birth date, and of forenames where they are given.</summary>
    public List<KnownCase> Named(string surname, string? forenames, DateOnly born)
    {
        var (last, first) = (SearchKey.Joined(surname), SearchKey.Joined(forenames));
        return byBirth.GetValueOrDefault(born) is not { } all ? [] : [.. all.Where(e => e.Surname == last && (first.Length == 0 || e.Forenames == first)).Select(e => e.Case)];
    }

    // one name is the same, and the other nearly
    private static bool IsNear(Entry there, string surname, string forenames, ChildOrYoungPerson child) =>
        there.Surname == surname ? there.Forenames != forenames && (NearWords.AreNear(there.Forenames, forenames) || AreParts(there.Case.Forenames, child.Forenames))
            : (there.Forenames == forenames && NearWords.AreNear(there.Surname, surname)) || AreCutOtherwise(there, child);

    // the same names cut in another place, or one of them left out: twins differ in a name
    private static bool AreCutOtherwise(Entry there, ChildOrYoungPerson child)
    {
        if (there.All.Any(n => n.Any(char.IsDigit))) { return false; }
        var more = Names(child.FullName);
        return there.All.Length > 1 && more.Length > 1 && (there.All.All(more.Contains) || more.All(there.All.Contains));
    }

    // "Isla" and "Isla Rose", "Oli" and "Oliver"
    private static bool AreParts(string one, string other)
    {
        var (some, more) = (Names(one), Names(other));
        return some.Length > 0 && more.Length > 0 && (some.All(more.Contains) || more.All(some.Contains) || (some[0].Length > 2 && more[0].Length > 2 && (some[0].StartsWith(more[0], StringComparison.Ordinal) || more[0].StartsWith(some[0], StringComparison.Ordinal))));
    }

    private static string[] Names(string forenames) => SearchKey.Of(forenames.Replace('-', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // one of day, month and year
    private static bool IsNear(DateOnly one, DateOnly other) =>
        one != other && (one.Day == other.Day ? 1 : 0) + (one.Month == other.Month ? 1 : 0) + (one.Year == other.Year ? 1 : 0) == 2;

    private static bool AreApart(KnownCase there, ChildOrYoungPerson child) =>
        (there.NhsNumber is { } number && child.NhsNumber is { } other && number != other) || (there.Upn is { } upn && child.Upn is { } another && upn != another);

    private static string Key(string surname, string forenames) => $"{surname}|{forenames}";

    private sealed record Entry(KnownCase Case, string Surname, string Forenames, string[] All);
}
