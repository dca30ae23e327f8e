namespace DcoPortal.Casework.Emails.Templates;

/// <summary>The subject of an email, which the database keeps in <see cref="EmailMessage.SubjectLength"/> characters.</summary>
internal static class SubjectLine
{
    // the text holds these names in full, so the subject may cut them; a reference or date cut short would be a wrong one
    private static readonly string[] MayBeCut = ["authority-name", "organisation-name", "provider-name", "service-name"];

    /// <summary>Fills the subject in. Where it is too long a name is cut at a word, the longest first; reference and dates stay whole.</summary>
    public static string Of(EmailTemplate template, IReadOnlyDictionary<string, string> values)
    {
        var subject = template.Subject.Fill(template.Name, values);
        foreach (var name in template.Subject.Placeholders.Intersect(MayBeCut).OrderByDescending(n => values[n].Length))
        {
            var excess = subject.Length - EmailMessage.SubjectLength;
            if (excess <= 0) { break; }
            values = new Dictionary<string, string>(values) { [name] = Cut(values[name], Math.Max(1, values[name].Length - excess)) };
            subject = template.Subject.Fill(template.Name, values);
        }

        return subject;
    }

    /// <summary>As many words as fit, and an ellipsis.</summary>
    private static string Cut(string text, int length)
    {
        var end = text.LastIndexOf(' ', length - 1);
        // a single long word is cut in the middle, but never between the two halves of a surrogate pair
        if (end < length / 2) { end = char.IsHighSurrogate(text[Math.Max(0, length - 2)]) ? length - 2 : length - 1; }
        return text[..Math.Max(0, end)].TrimEnd(' ', ',', ';', '-', '–', '(') + "…";
    }
}
