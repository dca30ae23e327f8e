namespace DcoPortal.Casework.Wishes;

/// <summary>What families and schools call a service where its name says it otherwise. A plural, and a slip in a longer word, need no entry.</summary>
internal static class ServiceNicknames
{
    // what families and schools call a service, and what its name then has
    private static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        ["ot"] = "occupational",
        ["occupational"] = "occupational",
        ["language"] = "speech",
        ["visitor"] = "visit",
        ["mental health"] = "mental",
        ["mental"] = "mental",
        ["eye"] = "vision",
        ["sight"] = "vision",
        ["visual"] = "vision",
        ["hearing"] = "audio",
        ["therapy team"] = "therap",
        ["salt"] = "speech",
        ["slt"] = "speech",
        ["physio"] = "physio",
        ["hv"] = "visit",
        ["camhs"] = "mental",
        ["psychologist"] = "psycholog",
        ["psychiatrist"] = "mental",
        ["paediatrician"] = "paediatric",
        ["paed"] = "paediatric",
        ["dietician"] = "diet",
        ["audiologist"] = "audio",
        ["nurse"] = "nurs",
        ["orthotist"] = "ortho",
    };

    /// <summary>Each with what the name of the service then has.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All => ByName;

    /// <summary>What the name of the service has that is called by a word.</summary>
    public static bool TryGet(string word, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? meant) =>
        ByName.TryGetValue(word, out meant) || (word.Length > 2 && word[^1] == 's' && ByName.TryGetValue(word[..^1], out meant));

    /// <summary>Whether a text holds the word, in the plural too.</summary>
    public static bool IsIn(string text, string name) => WishWords.HasKey(text, name) || WishWords.HasKey(text, $"{name}s");
}
