using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>A heading of a tracker that names a service and one of its days, such as "OT requested" or "SALT received".</summary>
/// <param name="Service">The service, in the heading's words.</param>
/// <param name="IsAnswer">Whether the day is that of its answer; else of its asking.</param>
internal sealed partial record ServiceHeading(string Service, bool IsAnswer)
{
    private static readonly HashSet<string> AskedWords = ["ASKED", "REQUESTED", "REQUEST", "REQ", "REQD", "SENT", "REFERRED"];
    private static readonly HashSet<string> AnsweredWords = ["RECEIVED", "RECD", "REC", "RETURNED", "RETURN", "ANSWERED", "ANSWER", "BACK", "RESPONSE", "RESPONDED", "REPLY", "REPLIED"];
    private static readonly HashSet<string> Filler = ["DATE", "ON", "TO", "FROM", "OF", "THE", "ADVICE", "REPORT", "BY", "FOR", "WAS", "IN", "OUT", "SERVICE", "TEAM"];

    // what comes in or is asked for and is no service: the request itself, a decision, a plan
    private static readonly HashSet<string> NoService =
    [
        "LA", "COUNCIL", "AUTHORITY", "FORM", "FORMS", "PARENT", "PARENTS", "PARENTAL", "FAMILY", "EHC", "EHCP", "EHCNA", "NEEDS", "ASSESSMENT", "REFERRAL", "PANEL", "PLAN", "DRAFT", "FINAL", "CASE", "CHILD", "PUPIL",
        "APPLICATION", "NOTIFICATION", "HEALTH", "SCHOOL", "SETTING", "CONSENT", "DECISION", "WHO", "WHEN", "SOURCE", "MEDIATION", "APPEAL", "AGREED", "S36", "PAPERWORK", "INITIAL", "STATUTORY", "SECTION",
        "PROVIDER", "PROVIDERS", "TRUST", "CLINICIAN", "PROFESSIONAL", "PART", "PARTIAL", "HOLDING", "INTERIM", "MORE", "FURTHER", "CHASE", "CHASED", "CHASER", "CHASERS", "REMINDER", "REMINDERS", "REMINDED",
        "DCO", "DMO", "NHS", "ICB", "NOT", "LETTER", "NOTES", "NOTE", "COMMENTS", "DUE", "DEADLINE", "TARGET", "EXPECTED", "ESTIMATED", "PLANNED", "PROPOSED", "FORECAST", "WITHDRAWN", "REJECTED", "INCOMPLETE", "INVALID", "AGE", "AT",
    ];

    private const int MostWords = 7;

    public static ServiceHeading? Of(string heading)
    {
        var words = Word().Matches(heading).Select(m => m.Value).ToList();
        // a sentence is no heading
        if (words.Count > MostWords || heading.Contains(". ", StringComparison.Ordinal)) { return null; }
        var (asked, answered) = (words.Exists(w => AskedWords.Contains(Key(w))), words.Exists(w => AnsweredWords.Contains(Key(w))));
        if (!asked && !answered) { return null; }
        var service = words.FindAll(w => Key(w) is var key && !AskedWords.Contains(key) && !AnsweredWords.Contains(key) && !Filler.Contains(key));
        return service.Count == 0 || service.Exists(w => NoService.Contains(Key(w))) ? null : new(string.Join(' ', service), answered);
    }

    /// <summary>Whether it speaks of the request coming in, and of nothing else.</summary>
    public static bool IsOfRequest(string heading)
    {
        var words = Word().Matches(heading).Select(m => Key(m.Value)).ToList();
        return words.Exists(w => AnsweredWords.Contains(w) || w is "IN") && words.TrueForAll(w => AnsweredWords.Contains(w) || AskedWords.Contains(w) || w is "DATE" or "ON" or "OF" or "THE" or "IN" or "FORM" or "EHC" or "EHCNA" or "NEEDS" or "ASSESSMENT" or "REFERRAL" or "APPLICATION" or "LA" or "BY");
    }

    private static string Key(string word) => NotificationColumns.Key(word);

    [GeneratedRegex(@"[\p{L}\p{N}'’&/+]+")]
    private static partial Regex Word();
}
