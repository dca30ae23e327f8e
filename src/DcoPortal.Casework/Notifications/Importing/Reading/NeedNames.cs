using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the primary needs as people and other systems write them
internal static class NeedNames
{
    private static readonly Dictionary<string, string> Others = new()
    {
        ["AUTISM"] = "ASD",
        ["AUTISTIC"] = "ASD",
        ["ASC"] = "ASD",
        ["AUTISMSPECTRUMDISORDER"] = "ASD",
        ["AUTISMSPECTRUMCONDITION"] = "ASD",
        ["AUTISTICSPECTRUMCONDITION"] = "ASD",
        ["SPEECHLANGUAGEANDCOMMUNICATION"] = "SLCN",
        ["SPEECHANDLANGUAGE"] = "SLCN",
        ["SPEECHLANGUAGECOMMUNICATIONNEEDS"] = "SLCN",
        ["SPEECHLANGUAGEANDCOMMUNICATIONNEED"] = "SLCN",
        ["SOCIALEMOTIONALANDMENTALHEALTHNEEDS"] = "SEMH",
        ["SOCIALEMOTIONALMENTALHEALTH"] = "SEMH",
        ["VISUALIMPAIRMENT"] = "VI",
        ["MULTISENSORYIMPAIRMENT"] = "MSI",
        ["DOWNSSYNDROME"] = "DS",
        ["SPECIFICLEARNINGDIFFICULTIES"] = "SPLD",
        ["MODERATELEARNINGDIFFICULTIES"] = "MLD",
        ["SEVERELEARNINGDIFFICULTIES"] = "SLD",
        ["OTHER"] = "OTH",
    };

    /// <summary>The need that is meant, or null: a code, a name, or both.</summary>
    public static CodedName? Find(string text)
    {
        var key = NotificationColumns.Key(text);
        return ByKey(key)
            // "SLCN - Speech, language and communication needs"
            ?? PrimaryNeeds.All.FirstOrDefault(n => key.StartsWith(n.Code, StringComparison.Ordinal) && ByKey(key[n.Code.Length..]) == n)
            // "Speech, language and communication needs (SLCN)"
            ?? PrimaryNeeds.All.FirstOrDefault(n => key.EndsWith(n.Code, StringComparison.Ordinal) && ByKey(key[..^n.Code.Length]) == n);
    }

    private static CodedName? ByKey(string key) => PrimaryNeeds.All.FirstOrDefault(n => n.Code == key || NotificationColumns.Key(n.Name) == key)
        ?? (Others.TryGetValue(key, out var code) && PrimaryNeeds.TryGet(code, out var need) ? need : null);
}
