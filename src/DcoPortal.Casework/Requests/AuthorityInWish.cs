using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Requests;

/// <summary>Whether a family's wish may mean the local authority that has the case: by its name, by the place alone, or as "the council".</summary>
internal static class AuthorityInWish
{
    private static readonly HashSet<string> Kinds = ["council", "county", "borough", "city", "metropolitan", "district", "unitary", "authority", "the"];

    private static readonly string[] Unnamed = ["council", "councils", "the authority", "local authority", "local authorities", "la", "lea", "send team", "sen team", "ehc team", "ehcp team", "education department", "education authority"];

    // "Lancashire Teaching Hospitals" and "Lancashire and South Cumbria" are no authority
    private static readonly HashSet<string> OfOthers = ["and", "south", "north", "east", "west", "central", "teaching", "nhs", "health", "healthcare", "hospital", "hospitals", "care", "university", "victoria", "trust", "community", "general"];

    /// <summary>Whether it may mean one.</summary>
    /// <param name="doNotShareWith">The wish.</param>
    /// <param name="own">The authority's name.</param>
    /// <param name="others">The names of the other authorities, of which one that is named is not this.</param>
    public static bool MayMean(string? doNotShareWith, string own, IEnumerable<string> others)
    {
        var text = $" {SearchKey.Of(doNotShareWith)} ";
        if (string.IsNullOrWhiteSpace(text)) { return false; }
        return Names(text, own) || (Unnamed.Any(u => text.Contains($" {u} ", StringComparison.Ordinal)) && !others.Any(o => Names(text, o)));
    }

    private static bool Names(string text, string authority)
    {
        if (text.Contains($" {SearchKey.Of(authority)} ", StringComparison.Ordinal)) { return true; }
        var place = string.Join(' ', SearchKey.Of(authority).Split(' ').Where(w => !Kinds.Contains(w)));
        return place.Length > 0 && text.Split($" {place} ").Skip(1).Any(after => after.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var next, ..] || !OfOthers.Contains(next));
    }
}
