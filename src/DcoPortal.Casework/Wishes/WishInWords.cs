using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Wishes;

/// <summary>Finds a wish not to share where a family is quoted, or somebody has written a note. It finds too much rather than too little: a person decides.</summary>
public static partial class WishInWords
{
    // "do not tell Jo"
    private const int Shortest = 12;

    /// <summary>The first sentence that may say that somebody of the health services must not know, or null.</summary>
    public static string? Of(string? text) => SentencesOf(text).FirstOrDefault(s => Withholds(s) && !OutsideHealth.IsMeantBy(s));

    /// <summary>The sentences in which something is refused or left out, whatever it is: of those that name somebody a person must look.</summary>
    public static IEnumerable<string> Refusals(string? text) => SentencesOf(text).Where(s => Refuses().IsMatch(s) || LeavesOut().IsMatch(s));

    private static IEnumerable<string> SentencesOf(string? text) => text is null || text.Length < Shortest ? [] : Sentences().Split(text).Select(s => s.Trim());

    // "not to be shared with", "Mum does not want Gwen to know", "please don't tell CAMHS"; "he does not know his letters" is none
    private static bool Withholds(string sentence) => (Refuses().IsMatch(sentence) && (OfSharing().IsMatch(sentence) || (Wishes().IsMatch(sentence) && OfKnowing().IsMatch(sentence)))) || Asks().IsMatch(sentence) || Excludes().IsMatch(sentence);

    [GeneratedRegex(@"(?<=[.!?;])\s+|[\r\n]+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(?:not|no|never|nobody|nothing|none|neither|without|except|only|unhappy|against|refus\w*|declin\w*|object\w*|withdr[ae]w\w*|withh[eo]ld\w*|keep|kept)\b|n[’']t\b|\b(?:dont|doesnt|didnt|wont|cant)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refuses();

    [GeneratedRegex(@"\b(?:any(?:body|one) but|every(?:body|one) but|other than|apart from|rather|instead of|complain\w*|out of (?:this|it)|fell out|stop\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeavesOut();

    [GeneratedRegex(@"\b(?:shar(?:e|ed|ing)\b(?=.*\b(?:with|information|details|report|advice|anything|this|it|them|us|our|my|his|her|their)\b)|(?:no|not|refus\w*|against)\s+(?:to\s+)?(?:shar(?:e|ing))\b|disclos\w*|confidential\w*|consent\w*|permission|private|secret)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfSharing();

    [GeneratedRegex(@"\b(?:want\w*|wish\w*|like|happy|unhappy|prefer\w*|allow\w*|agree\w*|object\w*|against|ask\w*|request\w*|refus\w*|declin\w*|rather|must|should|may)\b|n[’']t want", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wishes();

    [GeneratedRegex(@"\b(?:know|knows|knowing|told|tell|tells|inform\w*|see|sees|seeing|contact\w*|involv\w*|send|sent|pass(?:ed)?|give|given|hear\w*|find out|read|approach\w*|have (?:our|my|his|her|their|any)|assess (?:him|her|them))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfKnowing();

    [GeneratedRegex(@"\b(?:do not|don[’']?t|never|not to)\s+(?:be\s+)?(?:tell|told|inform|informed|contact|contacted|send|sent|pass|passed|share|shared|involve|involved|approach|approached|disclose|disclosed|ask|asked)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    // "objects to", "no information to", "keep this from", "leave OT out of this", "nothing to go to", "check with us before sharing"
    [GeneratedRegex(@"\bobject(?:s|ed|ions?)?\s+to\b|\bno\s+(?:information|details|reports?|letters?|contact|copy|copies)\s+(?:to|for|with)\b|\bke(?:ep|pt)\b.{0,40}\b(?:from|away from|out of)\b|\b(?:leave|left)\b.{0,60}\bout of\b|\bnothing\b.{0,30}\bto\b|\b(?:anything|nothing) to do with\b|\bbefore\s+(?:sharing|telling|contacting|asking|sending)\b|\bsaid no\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Excludes();
}
