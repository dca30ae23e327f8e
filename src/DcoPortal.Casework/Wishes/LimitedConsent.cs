using static DcoPortal.Casework.Wishes.WishWords;

namespace DcoPortal.Casework.Wishes;

/// <summary>Whether what a family agreed to leaves somebody or something out.</summary>
public static class LimitedConsent
{
    // what limits an agreement, whoever it leaves out
    private static readonly HashSet<string> Limiting =
    [
        "only", "solely", "except", "excluding", "unless", "but", "not", "never", "without", "nobody", "none", "dont", "doesnt", "didnt", "wont", "isnt", "refuses", "refused", "declines", "declined", "objects", "objected", "withdrew", "withdrawn", "no", "first", "rest", "before", "if", "until",
    ];

    private static readonly string[] LimitingPhrases = ["no one", "no other", "no others", "apart from", "other than", "nowhere else"];

    /// <summary>Whether words of what a family agreed to leave somebody or something out: "paediatrics only", "not with dietetics". Such words belong under whom not to share with, where they count.</summary>
    public static bool IsIn(string? agreedTo)
    {
        var text = WholeRefusal.NothingAgainst.Aggregate($" {SearchKey.Of(agreedTo)} ", (left, words) => left.Replace($" {words} ", " ", StringComparison.Ordinal));
        return WordsOf(text).Any(w => Limiting.Contains(w)) || LimitingPhrases.Any(p => HasKey(text, p));
    }
}
