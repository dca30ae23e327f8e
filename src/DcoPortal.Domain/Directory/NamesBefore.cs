using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Directory;

/// <summary>What an entry of the directory was called before, one name a line: families and colleagues know it by that.</summary>
public static class NamesBefore
{
    /// <summary>The longest that is kept: <see cref="Most"/> of the longest names.</summary>
    public const int Length = 2000;

    /// <summary>How many names are kept, the latest.</summary>
    public const int Most = 12;

    /// <summary>One by one, the oldest first.</summary>
    public static IReadOnlyList<string> Of(string names) => names.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>With the name that an entry had, where it has another now; without the one that it has again.</summary>
    public static string Renamed(string names, string was, string now) =>
        was.Length == 0 || IsSame(was, now) ? names : Kept(Of(names).Where(n => !IsSame(n, was) && !IsSame(n, now)).Append(was));

    /// <summary>The latest of some names, the oldest first, without those of today. A name in other letters, or spaced otherwise, is the same.</summary>
    public static string Latest(IEnumerable<string> names, IEnumerable<string> today, int most)
    {
        var known = today.Select(SearchKey.Joined).ToHashSet();
        return string.Join('\n', names.Reverse().Where(n => known.Add(SearchKey.Joined(n))).Take(most).Reverse());
    }

    /// <summary>Without those that were only typing mistakes.</summary>
    public static string Without(string names, IReadOnlyCollection<string> forgotten) =>
        forgotten.Count == 0 ? names : Kept(Of(names).Where(n => !forgotten.Contains(n, StringComparer.Ordinal)));

    /// <summary>For a sentence, behind what the entry is called now: ", formerly Epilepsy nursing"; or nothing.</summary>
    public static string InWords(string names) => names.Length == 0 ? "" : $", formerly {string.Join(", ", Of(names))}";

    private static string Kept(IEnumerable<string> names) => string.Join('\n', names.TakeLast(Most));

    private static bool IsSame(string one, string other) => SearchKey.Of(one) == SearchKey.Of(other);
}
