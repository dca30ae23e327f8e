using System.Text.RegularExpressions;

namespace DcoPortal.Domain.Text;

/// <summary>Recognises a text that only says where a report is, or that one will come: with nothing beside it, the reader has no report.</summary>
public static partial class Pointing
{
    // a report that is there is longer
    private const int Longest = 400;

    // at least one of these stands in every text that points
    private static readonly HashSet<string> Pointers = Set(
        "see refer attached attach attachment attachments enclosed enclosure enclosures appended appendix appendices uploaded follow follows await awaiting awaited pending waiting discussed previous previously before "
        + "report reports letter letters document documents docs file files email emails emailed sent posted submitted supplied above below yet shortly soon herewith");

    // where services keep their reports, and the way there
    private static readonly HashSet<string> Places = Set("rio systmone systemone systm1 emis epr carenotes sharepoint onedrive egress link links");

    // with one of these it is a report of which something is said
    private static readonly HashSet<string> Nouns = Set("report reports letter letters document documents docs file files email emails appendix appendices");
    private static readonly HashSet<string> Sent = Set("attached enclosed uploaded emailed sent posted submitted supplied");

    // then these say no more: beside "before", "yet" or "waiting" they may
    private static readonly HashSet<string> BesideReport = Set("send sen ehc ehcp council authority la local dco contact call ring held saved stored kept located found viewed accessible accessed drive shared folder system one "
        + "stands stand valid applies apply unchanged current currently "
        + "ot slt salt physio physiotherapy camhs paediatric paediatrics paediatrician occupational speech language therapy therapist nursing psychology audiology dietetics school nursery college senco gp parents family");

    // what may stand beside them and says no more
    private static readonly HashSet<string> Fillers = Set(
        "find to the a an my our your this that these it its is are be been has have had was were will shall would can could in on at of for from by with within per as and or all full fully further more "
        + "separate separately later asap due course when once available ready complete completed done written made now already today tomorrow yesterday next last week weeks month months day days dated date via post portal secure system "
        + "detail details information info me we i us you here hereto not still also ref re same copy sheet paper pdf word scan scanned clinical medical health professional specialist recent latest most new updated draft final team service "
        + "assessment assessments assessed advice review reviews appointment appointments result results outcome clinic list note notes record records form forms meeting phone telephone call conversation earlier prior given provided shared "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec");

    // said before either, and nothing by itself
    private static readonly HashSet<string> Polite = ["please", "kindly", "pls"];

    /// <summary>Whether the whole of it points elsewhere: "Please see attached report", "Will follow", "Awaiting assessment", "As discussed", "See Dr Shah's letter", "Report is on RiO", a link.</summary>
    public static bool IsAll(string? text) => text is not null && Links().Replace(text, " link ").Trim() is { Length: > 0 and <= Longest } said && (Points(said) || Sentences().Split(said) is { Length: > 1 } several
        && several.Any(s => WordsOf(s).Length > 0) && several.All(s => WordsOf(s).Length == 0 || Points(s)));

    /// <summary>The same of the text of a file, where the mere word "Report" may be its title.</summary>
    public static bool IsAllOfFile(string? text) => IsAll(text) && WordsOf(Links().Replace(text!, " link ")).Any(w => !Nouns.Contains(w) && (Pointers.Contains(w) || Places.Contains(w) || w is "contact" or "drive" or "stands" or "valid"));

    /// <summary>Whether it points elsewhere, or speaks of something that should be with it: "The attached report says more".</summary>
    public static bool IsIn(string? text) => IsAll(text) || (text is not null && (Attached().IsMatch(text) || AttachedNoun().IsMatch(text) || Appendix().IsMatch(text) || SeeReport().IsMatch(text)));

    private static bool Points(string sentence)
    {
        var words = WordsOf(sentence).Where(w => !Polite.Contains(w)).ToList();
        var isOfReport = words.Exists(w => Nouns.Contains(w) || Sent.Contains(w) || Places.Contains(w));
        return (words.Exists(w => Pointers.Contains(w) || Places.Contains(w)) && words.TrueForAll(w => Pointers.Contains(w) || Places.Contains(w) || Fillers.Contains(w) || (isOfReport && BesideReport.Contains(w)) || Numeral().IsMatch(w))) || NamedReport().IsMatch(string.Join(' ', words));
    }

    private static string[] WordsOf(string text) => [.. NoWord().Split(text.ToLowerInvariant().Replace("’", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)).Where(w => w.Length > 0)];

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoWord();

    [GeneratedRegex(@"[.;!?\r\n]+")]
    private static partial Regex Sentences();

    // addresses of pages, files and people
    [GeneratedRegex(@"(?:https?://|ftp:|file:|onenote:|\bwww\.|\\\\|\b[a-z]:[\\/])[^\s<>""”]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk)\b(?:/[^\s<>""”]*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    // of a date, or of a telephone
    [GeneratedRegex(@"\A[0-9]{1,11}(?:st|nd|rd|th)?\z")]
    private static partial Regex Numeral();

    // whose report it is
    [GeneratedRegex(@"\A(?:see|refer to|as per|as in)(?: [\p{L}\p{N}]+){0,4}? (?:reports?|letters?|documents?|emails?|attachments?|attached|enclosed)(?: (?:from|by|of|dated|for)(?: [\p{L}\p{N}]+){1,5})?\z")]
    private static partial Regex NamedReport();

    [GeneratedRegex(@"\b(?:attached|enclosed|appended)\s+(?:[\p{L}]+\s+){0,2}?(?:reports?|letters?|documents?|assessments?|files?|forms?|programmes?|summary|copy|pdf)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Attached();

    [GeneratedRegex(@"\b(?:(?:reports?|letters?|documents?|assessments?|files?|forms?|programmes?|summary)\s+(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)?(?:attached|enclosed|appended|uploaded)|(?:see|find|as)\s+(?:attached|enclosed|appended|(?:the\s+)?(?:attachments?|enclosures?)))\b", RegexOptions.IgnoreCase)]
    private static partial Regex AttachedNoun();

    // the organ is taken out, not looked into
    [GeneratedRegex(@"\b(?:see|in|at|per|to)\s+(?:the\s+)?appendi(?:x|ces)\b|\bappendix\s+(?:[0-9]+|[A-F])\b", RegexOptions.IgnoreCase)]
    private static partial Regex Appendix();

    [GeneratedRegex(@"\b(?:(?:see|refer\s+to)\s+(?:(?:the|my|our|full|separate|recent|latest|ot|physio|slt|camhs)\s+){0,4}reports?|refer\s+to\s+(?:[\p{L}]+\s+){0,3}?letters?|see\s+(?:the|my|our)\s+(?:[\p{L}]+\s+){0,2}?letters?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SeeReport();
}
