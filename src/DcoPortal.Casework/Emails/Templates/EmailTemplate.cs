using System.Text.RegularExpressions;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Emails.Templates;

/// <summary>One template file: "label:", "purpose:" and "subject:" between two lines of "---", then the body. Placeholders are ((like-this)).</summary>
/// <param name="Name">The file's name without ".txt".</param>
/// <param name="Label">What people call it in a list, such as "Reminder of a request".</param>
/// <param name="Purpose">When it is sent, and to whom.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
public sealed partial record EmailTemplate(string Name, string Label, string Purpose, EmailText Subject, EmailText Body)
{
    /// <summary>Every placeholder in the subject and the body.</summary>
    public IEnumerable<string> Placeholders => Subject.Placeholders.Concat(Body.Placeholders).Distinct();

    /// <summary>Reads a template file.</summary>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static EmailTemplate Parse(string name, string text)
    {
        var match = File().Match(text.ReplaceLineEndings("\n"));
        return match.Success
            ? new EmailTemplate(name, match.Groups["label"] is { Success: true, Value: var label } ? label.Trim() : Words(name), match.Groups["purpose"].Value.Trim(), new EmailText(match.Groups["subject"].Value.Trim()), new EmailText(match.Groups["body"].Value.Trim() + "\n"))
            : throw new FormatException($"The email template {name} must start with ---, label:, purpose:, subject:, ---.");
    }

    /// <summary>A name in words, such as "Advice returned": for an email whose template is no longer there.</summary>
    public static string Words(string name) => name.Replace('-', ' ').Capitalised();

    [GeneratedRegex(@"\A---\n(label: (?<label>[^\n]+)\n)?purpose: (?<purpose>[^\n]+)\nsubject: (?<subject>[^\n]+)\n---\n(?<body>.*\S.*)\z", RegexOptions.Singleline)]
    private static partial Regex File();
}

/// <summary>A text with placeholders.</summary>
/// <param name="Text">As in the file.</param>
public sealed partial record EmailText(string Text)
{
    /// <summary>The placeholders' names.</summary>
    public IEnumerable<string> Placeholders => Placeholder().Matches(Text).Select(m => m.Groups[1].Value).Distinct();

    /// <summary>The text with every placeholder filled in, once: a value that looks like a placeholder stays as it is.</summary>
    /// <exception cref="ArgumentException">A placeholder has no value.</exception>
    public string Fill(string template, IReadOnlyDictionary<string, string> values) => Placeholder().Replace(Text, match =>
        values.TryGetValue(match.Groups[1].Value, out var value) && !string.IsNullOrWhiteSpace(value)
            ? value
            : throw new ArgumentException($"The email template {template} needs a value for {match.Groups[1].Value}.", nameof(values)));

    [GeneratedRegex(@"\(\((.*?)\)\)")]
    private static partial Regex Placeholder();
}
