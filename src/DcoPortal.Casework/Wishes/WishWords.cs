namespace DcoPortal.Casework.Wishes;

/// <summary>The words that stand in wishes whoever they mean, and how a wish is taken apart.</summary>
internal static class WishWords
{
    // in the names of many services: of these alone nobody can tell which is meant
    internal static readonly HashSet<string> Common =
    [
        "and", "for", "the", "with", "service", "services", "team", "community", "health", "care", "nhs", "children", "childrens", "child", "young", "people",
        "adult", "adolescent", "paediatric", "specialist", "clinic", "hospital", "hospitals", "therapy", "language", "east", "west", "north", "south", "central", "school",
    ];

    // words that name no service: a wish of nothing else is about every one
    internal static readonly WordSet General = new(
    [
        "a", "an", "any", "and", "or", "of", "in", "with", "the", "nhs", "health", "healthcare", "care", "service", "team", "staff", "people", "professional", "clinician", "worker", "provider",
        "hospital", "clinic", "trust", "icb", "ics", "dco", "side", "local", "medical", "clinical", "community"
    ]);

    // what a refusal of all sharing is said with, where it names nobody: "No consent", "Do not share", "Mum has withdrawn permission"
    private static readonly HashSet<string> Refusing = ["not", "dont", "doesnt", "didnt", "no", "never", "without", "opted", "opts", "private", "confidential", "restricted"];

    private static readonly string[] RefusingStems = ["refus", "declin", "withdr", "withh", "object"];

    private static readonly HashSet<string> OfSharing =
    [
        "share", "shared", "sharing", "disclose", "disclosed", "disclosure", "tell", "told", "inform", "informed", "contact", "contacted", "send", "sent", "pass", "passed", "consent", "consents", "consented", "permission", "agree", "agrees", "agreed", "agreement",
        "give", "gives", "gave", "given", "say", "says", "said", "do", "does", "did", "has", "have", "had", "been", "be", "is", "was", "are", "to", "out", "on", "at", "want", "wants", "wanted", "wish", "wishes", "wished", "like", "information", "info", "details", "data", "report", "reports", "anything",
        "know", "knows", "knowing", "see", "sees", "seen", "seeing", "hear", "hears", "involve", "involved", "ask", "asked", "ring", "rung", "call", "called", "happy", "unhappy", "we", "our", "us", "that", "it",
        "with", "from", "for", "by", "this", "present", "moment", "yet", "please", "strictly", "case", "child", "currently",
    ];

    internal static readonly HashSet<string> Titles = ["dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame"];

    // what stands beside somebody who is nobody of the health services
    internal static readonly HashSet<string> Beside =
    [
        "his", "her", "their", "him", "them", "birth", "biological", "adoptive", "old", "new", "former", "previous", "present", "next", "other", "both", "own", "late", "elder", "older", "younger", "eldest", "primary", "secondary", "infant", "junior", "special",
        "paternal", "maternal", "great", "half", "again", "anymore", "more", "now", "side", "officer", "office", "home", "room", "at", "mr", "mrs", "ms", "miss",
    ];

    // "father, who is violent" names one, and says why
    private static readonly HashSet<string> Explains = ["who", "whom", "as", "because", "since", "she", "he", "they"];

    internal static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal static bool Refuses(string word) => Refusing.Contains(word) || Array.Exists(RefusingStems, s => word.StartsWith(s, StringComparison.Ordinal));

    internal static bool IsOfRefusing(string word) => Refuses(word) || OfSharing.Contains(word) || General.Contains(word);

    internal static bool IsReason(string word) => Explains.Contains(word) || word is "due" or "under" or "until" or "when" or "while" or "following" or "after" or "before";

    // as people write names; a wish that is all in capitals shows none
    internal static HashSet<string> NamesIn(string part) => part.Any(char.IsLower)
        ? [.. part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.FirstOrDefault(char.IsLetter) is var first && char.IsUpper(first)).SelectMany(w => WordsOf(SearchKey.Of(w))).Where(w => !IsOfRefusing(w))]
        : [];

    internal static bool Has(string text, string words) => HasKey(text, SearchKey.Of(words));

    internal static bool HasKey(string text, string key) => key.Length >= 2 && text.Contains($" {key} ", StringComparison.Ordinal);
}
