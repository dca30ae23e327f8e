using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Tells a form that was never filled in: labels, what to do, and the words that stand where something is to be typed. Any other line is an answer.</summary>
internal static partial class UnfilledForm
{
    /// <summary>Stands for the words of a field that is not filled in, in a line of its own.</summary>
    public const string Placeholder = "\n\uE000\n";

    private const int LongestLabel = 12;
    private const int FewestLabels = 3;

    // of headings that forms for health advice have
    private static readonly HashSet<string> Labels =
    [
        .. ("a an and the of for to in by on with or your what is this "
        + "name names forename forenames surname known child childs children young person people date birth dob nhs number address postcode school setting year group gp parent parents carer family "
        + "health care education social needs need outcomes outcome provision summary advice report basis based author signed signature title job role service team registration contact details phone telephone email "
        + "professional professionals assessment assessments plan ehc ehcp ehcna form template section part page a b c d e f g h background history diagnosis diagnoses strengths difficulties views aspirations recommendations "
        + "information reference authority local council trust completed").Split(' '),
    ];

    public static bool Is(string text)
    {
        var marked = Prompts().Replace(text, Placeholder);
        var lines = marked.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // one heading and nothing below it may be all that somebody has to say
        return (marked.Contains(Placeholder.Trim(), StringComparison.Ordinal) || lines.Length >= FewestLabels) && lines.All(l => Asks().IsMatch(l) || IsLabel(l));
    }

    // what follows a colon is an answer, unless it is a heading's own words
    private static bool IsLabel(string line)
    {
        var label = line.Trim(' ', '\t', '\r', '\uE000');
        var words = NoWord().Split(label.ToLowerInvariant()).Where(w => w.Length > 0).ToList();
        return words.Count == 0 || (words.Count <= LongestLabel && (label.EndsWith(':') || words.TrueForAll(w => Labels.Contains(w) || w.All(char.IsDigit))));
    }

    // what Word and its web forms write
    [GeneratedRegex(@"\b(?:click\s+(?:or\s+tap\s+)?(?:here\s+)?to\s+(?:enter|add|type)\s+(?:text|a\s+date|your\s+text)|choose\s+an\s+item)\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex Prompts();

    // what a form says to whoever fills it in
    [GeneratedRegex(@"^(?:please\s+(?:complete|fill|describe|state|give|list|include|attach|tick|provide|sign|enter|type|write|use|return|say|add|set|do\s+not)\b.*|[\[<(]\s*(?:insert|enter|type|add|write|name|date|please)\b[^\])>]*[\])>]\.?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoWord();
}
