using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Text;
using static DcoPortal.Casework.Wishes.WishNames;
using static DcoPortal.Casework.Wishes.WishWords;

namespace DcoPortal.Casework.Wishes;

/// <summary>Wishes that a person must read: of some of their words nobody can tell whom they mean.</summary>
public static class UnclearWishes
{
    /// <summary>
    /// The part of some wishes of which the portal can't tell whom it means, or null: some of its words are in nobody's name and no service's,
    /// and it surely means nobody outside health. "The lady who tested her hands" may be anybody whom the DCO service asks, so a person must look;
    /// so may "the bladder nurse", though there are nurses.
    /// </summary>
    public static string? NobodyKnown(IEnumerable<string?> wishes, AskableDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        HashSet<string>? known = null;
        return wishes.SelectMany(SharingWords.PartsOf).FirstOrDefault(part => WholeRefusal.Plain(part) is var text && WordsOf(text) is { Length: > 0 } words
            && (PointsElsewhere(words) || (!IsReason(words[0]) && !WholeRefusal.MeansEverybody(text) && !OutsideHealth.IsMeantBy(part) && !IsKnown(part, known ??= KnownOf(directory)))));
    }

    /// <summary>
    /// The first wish that a person must read before anybody is asked, or null: any that may be about somebody in health. The portal marks whom it
    /// may mean and never decides that nobody else is meant.
    /// </summary>
    public static string? ToRead(IEnumerable<string?> wishes) => wishes.FirstOrDefault(w => SharingWords.PartsOf(w).Select((part, i) => (Part: part, Words: WordsOf(SearchKey.Of(part)), IsFirst: i == 0))
        .Any(p => p.Words.Length > 0 && (PointsElsewhere(p.Words) || ((p.IsFirst || !IsReason(p.Words[0])) && !OutsideHealth.IsMeantBy(p.Part)))));

    // "O.T." and "S&LT" are known without their marks
    private static bool IsKnown(string part, HashSet<string> known) =>
        IsKnown(WordsOf(SearchKey.Of(part)), known) || IsKnown(WordsOf(SearchKey.Of(part.Replace(".", "", StringComparison.Ordinal).Replace("&", "", StringComparison.Ordinal))), known);

    private static bool IsKnown(string[] words, HashSet<string> known)
    {
        if (IsAThing(words)) { return false; }
        var said = words.TakeWhile(w => !IsReason(w)).Where(w => w.Length > 1 && !w.Any(char.IsDigit) && !IsOfRefusing(w) && !Beside.Contains(w) && !OutsideHealth.Has(w) && !Titles.Contains(w) && !Common.Contains(w)).ToList();
        return said.Count > 0 && said.TrueForAll(w => known.Contains(w) || (ServiceNicknames.TryGet(w, out var meant) && known.Any(k => k.Contains(meant, StringComparison.Ordinal)))
            || (w.Length >= ShortestMisspelt && (known.Any(k => k.Length >= ShortestMisspelt && MayBe(w, k)) || ServiceNicknames.All.Any(c => c.Key.Length >= ShortestMisspelt && NearWords.AreNear(w, c.Key)))) || (w.Length >= ShortestBeginning && known.Any(k => k.StartsWith(w, StringComparison.Ordinal))));
    }

    // "the CAMHS report" and "her mental health" say what must not be shared, and not with whom: anybody may be sent it
    private static bool IsAThing(string[] words) => !words.Any(w => w is "to" or "with") && (words[0] is "what" or "that" || words.Any(Things.Contains) || (words[0] is "his" or "her" or "their" && words[^1] is "health" or "hearing" or "sight" or "eyes" or "speech" or "language" or "needs")
        || (words.Any(w => w is "anything" or "everything") && words.Any(w => w is "from" or "by" or "about" or "of")));

    private static readonly WordSet Things =
        new("report", "result", "record", "letter", "notes", "file", "document", "diagnosis", "diagnoses", "medication", "medicine", "history", "photo", "email", "statement", "assessment", "information", "info", "details", "data");

    // by which somebody or something of the directory is called
    private static HashSet<string> KnownOf(AskableDirectory directory) =>
        [.. directory.Services.Select(directory.CalledOf).SelectMany(c => c.Names.Concat(c.Providers).Append(c.ShortProvider)).Concat(directory.Professionals.Select(p => p.JobTitle).OfType<string>()).Concat(directory.KnownNames)
            .SelectMany(n => WordsOf(SearchKey.Of(n))).SelectMany(w => new[] { w, $"{w}s" })];

    // "as per form" and "see mum's letter" say where the wish stands, whomever else they name
    private static bool PointsElsewhere(string[] words) => words[0] is "see" or "refer" or "per" or "check" or "same" or "confirmed"
        || (words is ["as", var to, ..] && to is "per" or "discussed" or "agreed" or "last" or "before" or "above" or "previously" or "stated" or "recorded" or "on" or "in");
}
