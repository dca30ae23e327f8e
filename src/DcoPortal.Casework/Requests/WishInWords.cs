using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Requests;

/// <summary>Finds a wish not to share where a family is quoted, or somebody has written a note. It finds too much rather than too little: a person decides.</summary>
public static partial class WishInWords
{
    // "do not tell Jo"
    private const int Shortest = 12;

    /// <summary>All that a case says of whom not to share with: the wish that is recorded, and sentences of the family's views and of the reasons that may be one.</summary>
    public static IReadOnlyList<string?> AllOf(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return [assessment.Family.DoNotShareWith, .. new[] { Of(assessment.Family.Views), Of(assessment.Reasons) }.OfType<string>()];
    }

    /// <summary>The first sentence that may say that somebody must not know, or null.</summary>
    public static string? Of(string? text) => text is null || text.Length < Shortest ? null : Sentences().Split(text).Select(s => s.Trim()).FirstOrDefault(s => Withholds(s) && !SharingWishes.IsOutsideHealth(s));

    // "not to be shared with", "Mum does not want Gwen to know", "please don't tell CAMHS"; "he does not know his letters" is none
    private static bool Withholds(string sentence) => Refuses().IsMatch(sentence) && (OfSharing().IsMatch(sentence) || (Wishes().IsMatch(sentence) && OfKnowing().IsMatch(sentence))) || Asks().IsMatch(sentence);

    [GeneratedRegex(@"(?<=[.!?;])\s+|[\r\n]+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(?:not|no|never|nobody|without|except|only|unhappy|against|refus\w*|declin\w*|object\w*|withdr[ae]w\w*|withh[eo]ld\w*|keep|kept)\b|n[’']t\b|\b(?:dont|doesnt|didnt|wont|cant)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refuses();

    [GeneratedRegex(@"\b(?:shar(?:e|ed|ing)\b(?=.*\b(?:with|information|details|report|advice|anything|this|it|them|us|our|my|his|her|their)\b)|disclos\w*|confidential\w*|consent\w*|permission|private|secret)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfSharing();

    [GeneratedRegex(@"\b(?:want\w*|wish\w*|like|happy|unhappy|prefer\w*|allow\w*|agree\w*|object\w*|against|ask\w*|request\w*|refus\w*|declin\w*|must|should|may)\b|n[’']t want", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wishes();

    [GeneratedRegex(@"\b(?:know|knows|knowing|told|tell|tells|inform\w*|see|sees|seeing|contact\w*|involv\w*|send|sent|pass(?:ed)?|give|given|hear\w*|find out|read|approach\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfKnowing();

    [GeneratedRegex(@"\b(?:do not|don[’']?t|never|not to)\s+(?:be\s+)?(?:tell|told|inform|informed|contact|contacted|send|sent|pass|passed|share|shared|involve|involved|approach|approached|disclose|disclosed|ask)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();
}
