using System.Globalization;
using System.Text.RegularExpressions;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Audit;

/// <summary>
/// The one place that says a stored fact to people: days as "5 March 2026", codes in words. What is stored keeps ISO days and
/// codes, which sort and never change; so does the export.
/// </summary>
internal static partial class FactWords
{
    private static readonly Dictionary<string, string> Decisions = Words<AssessmentDecision>(d => d == AssessmentDecision.Assess ? "decided to assess" : "decided not to assess");
    private static readonly Dictionary<string, string> Outcomes = Words<AssessmentOutcome>(AssessmentWords.Of);
    private static readonly Dictionary<string, string> Replies = Words<ReplyCode>(c => c.Label());
    private static readonly Dictionary<string, string> Roles = Words<Role>(PortalClaims.TitleOf);

    private static readonly Dictionary<string, string> Exemptions = Words<DeadlineKind>(k => UncapitalisedName(DeadlineNames.Of(k)))
        .Concat(Words<ExemptionGround>(ExemptionRules.NameOf)).ToDictionary(StringComparer.Ordinal);

    // codes are replaced only in facts that write one: the name of a person or service may look like a code
    private static readonly Dictionary<string, Dictionary<string, string>> Codes = new(StringComparer.Ordinal)
    {
        [nameof(DecisionRecorded)] = Decisions,
        [nameof(DecisionTakenBack)] = Decisions,
        [nameof(OutcomeRecorded)] = Outcomes,
        [nameof(OutcomeTakenBack)] = Outcomes,
        [nameof(NilReturnSubmitted)] = Replies,
        [nameof(LateReasonSaid)] = Words<LateReason>(r => UncapitalisedName(r.Said())),
        [nameof(ExemptionRecorded)] = Exemptions,
        [nameof(ExemptionWithdrawn)] = Exemptions,
        [nameof(AllNilDecided)] = Words<AllNilDecision>(d => UncapitalisedName(d.Label())),
        [nameof(UserInvited)] = Roles,
        [nameof(InvitationAccepted)] = Roles,
    };

    /// <summary>A stored text of a fact as people read it.</summary>
    /// <param name="fact">The stored name of the fact.</param>
    /// <param name="stored">What was before or after, or the sentence; null stays null.</param>
    public static string? Of(string fact, string? stored)
    {
        if (string.IsNullOrEmpty(stored)) { return stored; }
        var words = Codes.TryGetValue(fact, out var codes) ? Code().Replace(stored, m => codes.GetValueOrDefault(m.Value, m.Value)) : stored;
        words = Iso().Replace(words, m => DateOnly.TryParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? UkText.LongDate(day) : m.Value);
        return words.Capitalised();
    }

    private static string UncapitalisedName(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static Dictionary<string, string> Words<T>(Func<T, string> of) where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => v.ToString(), of, StringComparer.Ordinal);

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9]+\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex Iso();
}
