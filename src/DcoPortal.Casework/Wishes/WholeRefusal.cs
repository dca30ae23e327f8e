using static DcoPortal.Casework.Wishes.WishWords;

namespace DcoPortal.Casework.Wishes;

/// <summary>Wishes that are about everybody: "do not share with anyone", "no consent".</summary>
internal static class WholeRefusal
{
    // whom families mean when they name nobody; of "all but" and "only" nobody can say whom they leave out
    private static readonly string[] Everybody =
    [
        "everyone", "everybody", "anyone", "anybody", "the hospital", "the trust", "the nhs", "in health", "health professionals", "health services", "hospital", "the clinic", "doctors", "the doctors", "medical staff",
        "all", "any", "every", "everything", "only", "except", "nobody but", "no one but", "nobody else", "no one else", "other than", "apart from", "professionals", "clinicians", "practitioners", "medics", "outside agencies",
        SharingWishes.FindOutWho,
    ];

    // "no contact at all with father" is about father
    private static readonly string[] WhatNotWhom = ["at all", "any information", "all information", "any info", "any details", "all details", "any contact", "all contact", "any reports", "all reports", "any time", "all times"];

    internal static readonly string[] NothingAgainst = ["no objection", "no objections", "not object", "doesnt object", "dont object"];

    // who refuses may be named before it; "do not tell Dad" is about Dad
    private static bool RefusesAll(string wish)
    {
        var key = SearchKey.Of(wish);
        var all = WordsOf(key);
        // of "No - mum" nobody can tell whether she refuses, or must not know
        var words = (all is ["no", ..] && !all.Any(w => w is "with" or "to" or "from") ? all.Where(w => !OutsideHealth.Has(w)) : all).SkipWhile(w => OutsideHealth.Has(w) || w is "the" or "both" or "his" or "her" or "their" or "birth").ToList();
        return words.Exists(Refuses) && words.TrueForAll(IsOfRefusing) && !Array.Exists(NothingAgainst, n => HasKey($" {key} ", n));
    }

    // "S&LT" and "O.T." are written with what the search leaves out
    internal static string Plain(string? doNotShareWith) => string.IsNullOrWhiteSpace(doNotShareWith) ? ""
        : RefusesAll(doNotShareWith) ? $" {Everybody[0]} "
        : $" {SearchKey.Of(doNotShareWith)} {SearchKey.Of(doNotShareWith.Replace(".", "", StringComparison.Ordinal).Replace("&", "", StringComparison.Ordinal))} ";

    internal static bool MeansEverybody(string text) => WordsOf(text).All(General.Contains)
        || WhatNotWhom.Aggregate(text, (left, words) => left.Replace($" {words} ", " ", StringComparison.Ordinal)) is var whom && Everybody.Any(w => HasKey(whom, w));
}
