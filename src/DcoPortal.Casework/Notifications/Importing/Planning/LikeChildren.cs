namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>The known cases by birth date and by name, to find those of children who may be one by <see cref="ChildLikeness"/>.</summary>
internal sealed class LikeChildren
{
    private readonly Dictionary<DateOnly, List<KnownCase>> byBirth = [];
    private readonly Dictionary<string, List<KnownCase>> byName = [];

    public void Add(KnownCase known)
    {
        if (!byBirth.TryGetValue(known.DateOfBirth, out var born)) { byBirth[known.DateOfBirth] = born = []; }
        born.Add(known);
        if (!byName.TryGetValue(NameOf(known.Child), out var named)) { byName[NameOf(known.Child)] = named = []; }
        named.Add(known);
    }

    /// <summary>The cases of children like this one, of those who were called so before, and of those of the same home and birth date whose request is of the same day.</summary>
    public List<KnownCase> To(ChildKeys child, DateOnly receivedOn) =>
        [.. Born(child.DateOfBirth).Concat(BirthDays.Near(child.DateOfBirth).SelectMany(Born)).Concat(byName.GetValueOrDefault(NameOf(child)) ?? [])
            .Where(k => ChildLikeness.AreNear(k.Child, child) || ChildLikeness.RecordedBefore(k.Child, child) is not null || (k.RequestReceivedOn == receivedOn && ChildLikeness.AreOfOneHome(k.Child, child)))];

    /// <summary>The case of a child who may be this one's twin, or null.</summary>
    public KnownCase? TwinOf(ChildKeys child) => Born(child.DateOfBirth).Find(k => ChildLikeness.AreTwins(k.Child, child));

    /// <summary>The cases of children of a surname and birth date, and of forenames where they are given.</summary>
    public List<KnownCase> Named(string surname, string? forenames, DateOnly born)
    {
        var (last, first) = (SearchKey.Joined(surname), SearchKey.Joined(forenames));
        return byBirth.GetValueOrDefault(born) is not { } all ? [] : [.. all.Where(k => (k.Child.SurnameKey == last && (first.Length == 0 || k.Child.ForenamesKey == first)) || k.Child.Former.Any(n => WasCalled(SearchKey.Joined(n), last, first)))];
    }

    private static bool WasCalled(string name, string last, string first) => first.Length == 0 ? name.EndsWith(last, StringComparison.Ordinal) : name == first + last;

    private List<KnownCase> Born(DateOnly on) => byBirth.GetValueOrDefault(on) ?? [];

    private static string NameOf(ChildKeys child) => $"{child.SurnameKey}|{child.ForenamesKey}";
}
