namespace DcoPortal.Casework.Notifications;

// what stands in brackets behind somebody's name: their work, or what nobody may lose, such as "(left in May)" or "(mum objects to her)"
internal static class BracketedWords
{
    private static readonly HashSet<string> OfWork =
        ["ot", "slt", "salt", "pt", "physio", "physiotherapist", "camhs", "gp", "hv", "cns", "ep", "senior", "lead", "nhs", "team", "service", "and", "of", "for", "the", "dr", "mr", "mrs", "ms", "miss", "mx", "prof", "she", "her", "he", "him", "they", "them"];

    /// <summary>Whether they say no more than what is known of the person already.</summary>
    /// <param name="name">A name as typed.</param>
    /// <param name="known">Their work in words: job title, service, provider.</param>
    public static bool SayNoMore(string? name, params IEnumerable<string?> known)
    {
        var at = name?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        if (at < 0) { return true; }
        var words = known.SelectMany(k => SearchKey.Of(k).Split(' ')).ToHashSet();
        return SearchKey.Of(name![at..]).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => OfWork.Contains(w) || words.Contains(w));
    }
}
