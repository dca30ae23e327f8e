using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Text;
using static DcoPortal.Casework.Wishes.WishWords;

namespace DcoPortal.Casework.Wishes;

/// <summary>Whether the words of a wish are the name of a person, a service or its provider: misspelt, cut short or by another name too.</summary>
internal static class WishNames
{
    internal const int ShortestMisspelt = 5;

    internal const int ShortestBeginning = 3;

    private const int ShortestStem = 5;

    private const int LongestEnding = 4;

    internal static bool HasName(string text, PersonCalled person) => person.Names.Any(name => HasName(text, name));

    private static bool HasName(string text, string name)
    {
        // one name is enough: families write "Dr Shaw", "Gwen" or "Shaw’s team"
        var words = SearchKey.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1 && !Titles.Contains(w));
        return words.Any(w => HasKey(text, w) || HasKey(text, $"{w}s") || (w.Length >= ShortestMisspelt && WordsOf(text).Any(t => NearWords.AreNear(t, w))));
    }

    internal static bool NamesService(string text, HealthService service, AskableDirectory directory) => NamesService(text, directory.CalledOf(service));

    internal static bool NamesService(string text, ServiceCalled service) =>
        WholeRefusal.MeansEverybody(text) || service.Providers.Any(name => NamesProvider(text, name)) || Has(text, service.ShortProvider) || service.Names.Any(name => IsCalled(text, SearchKey.Of(name)));

    // "ocupational" and "occ" are both occupational: misspelt, or cut short
    internal static bool MayBe(string typed, string word) => !Common.Contains(typed) && (NearWords.AreNear(typed, word) || ShareStem(typed, word) || (typed.Length >= ShortestBeginning && word.StartsWith(typed, StringComparison.Ordinal)));

    // "physiotherapist" and "physiotherapy", "epileptic" and "epilepsy"
    internal static bool ShareStem(string typed, string word) => !OutsideHealth.Has(typed) && typed.Zip(word).TakeWhile(l => l.First == l.Second).Count() is >= ShortestStem and var stem
        && typed.Length - stem <= LongestEnding && word.Length - stem <= LongestEnding;

    private static bool IsCalled(string text, string service) =>
        HasKey(text, service)
        || service.Split(' ').Any(w => w.Length >= 4 && !Common.Contains(w) && HasKey(text, w))
        || ServiceNicknames.All.Any(c => Meant(service).Contains(c.Value, StringComparison.Ordinal) && (ServiceNicknames.IsIn(text, c.Key) || (c.Key.Length >= ShortestMisspelt && WordsOf(text).Any(t => !Common.Contains(t) && NearWords.AreNear(t, c.Key)))))
        || service.Split(' ').Any(w => w.Length >= ShortestMisspelt && !Common.Contains(w) && WordsOf(text).Any(t => MayBe(t, w)))
        || (IsEveryTherapist(text) && service.Contains("therap", StringComparison.Ordinal));

    // a service may be called by its short name too: "CAMHS" is mental health
    private static string Meant(string service) => ServiceNicknames.All.Where(c => ServiceNicknames.IsIn($" {service} ", c.Key)).Aggregate(service, (name, c) => $"{name} {c.Value}");

    // "the therapists" alone means each of them; "occupational therapists" does not
    private static bool IsEveryTherapist(string text) => WordsOf(text).All(w => IsTherapist(w) || General.Contains(w)) && WordsOf(text).Any(IsTherapist);

    private static bool IsTherapist(string word) => word is "therapist" or "therapists" or "therapy" or "therapies";

    // families leave out "NHS Foundation Trust", and write "and" for "&"
    private static bool NamesProvider(string text, string name)
    {
        var full = $" {SearchKey.Of(name.Replace("&", " and ", StringComparison.Ordinal))} ";
        var plain = full.Split(" nhs ")[0].Trim();
        return Has(text, name) || (plain.Length >= 6 && HasKey(text, plain));
    }
}
