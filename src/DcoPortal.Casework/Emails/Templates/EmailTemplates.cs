using System.Collections.Frozen;
using System.Reflection;

namespace DcoPortal.Casework.Emails.Templates;

/// <summary>The emails' texts: the .txt files beside this one, embedded.</summary>
public static class EmailTemplates
{
    private const string ListPlaceholder = "list";

    /// <summary>The only values an email may hold. None says anything of a child, and none may be added that does.</summary>
    public static IReadOnlySet<string> AllowedPlaceholders { get; } = new[]
    {
        "reference", "stage", "due-on", "link", "service-name", "authority-name", "provider-name",
        "count", "overdue-count", "due-soon-count", "due-soon-days", "unassigned-count", "portal-name", "expires-on", "contact", "received-on", "organisation-name", "why-due", "next", "sent-by", "passed-on", ListPlaceholder,
    }.ToFrozenSet();

    // news of what is over or answered, which no day depends on; requests, reminders and escalations go at once
    private static readonly FrozenSet<string> Waiting = new[] { "advice-request-closed", "escalation-answered", "escalation-moved", "escalation-taken-back", "escalation-withdrawn" }.ToFrozenSet();

    /// <summary>Whether an email may wait for a person's daily or weekly one.</summary>
    public static bool MayWait(string template) => Waiting.Contains(template);

    /// <summary>Whether an email says nothing that helps whoever cannot sign in.</summary>
    public static bool AsksToSignIn(string template) => ByName.TryGetValue(template, out var known) && known.Body.Text.Contains("Sign in ", StringComparison.Ordinal);

    private static readonly FrozenDictionary<string, EmailTemplate> ByName = Read().ToFrozenDictionary(t => t.Name);

    /// <summary>Every template, by name.</summary>
    public static IEnumerable<EmailTemplate> All => ByName.Values.OrderBy(t => t.Name, StringComparer.Ordinal);

    /// <summary>What people call a kind of email; its name in words when there is no such template any more.</summary>
    public static string LabelOf(string name) => ByName.TryGetValue(name, out var template) ? template.Label : EmailTemplate.Words(name);

    /// <summary>The names of the kinds whose label holds a text, in either case of its letters.</summary>
    public static IReadOnlyList<string> Labelled(string part) => [.. ByName.Values.Where(t => t.Label.Contains(part, StringComparison.OrdinalIgnoreCase)).Select(t => t.Name).Order(StringComparer.Ordinal)];

    /// <summary>Fills a template in.</summary>
    /// <param name="name">The file's name without ".txt".</param>
    /// <param name="values">By placeholder; values that the template does not use are no error.</param>
    /// <exception cref="ArgumentException">There is no such template; a placeholder has no value; a value's name is not allowed; a value is not one line.</exception>
    public static (string Subject, string Body) Render(string name, IReadOnlyDictionary<string, string> values)
    {
        if (!ByName.TryGetValue(name, out var template))
            throw new ArgumentException($"There is no email template {name}.", nameof(name));
        foreach (var (key, value) in values)
        {
            if (!AllowedPlaceholders.Contains(key))
                throw new ArgumentException($"Emails may not hold {key}.", nameof(values));
            // a line break could start a header, or a paragraph that no template holds
            if (value.Any(char.IsControl))
                throw new ArgumentException($"The value of {key} must be one line.", nameof(values));
        }

        return (SubjectLine.Of(template, values), template.Body.Fill(name, values));
    }

    /// <summary>Fills a template in that lists several things, a line each.</summary>
    /// <inheritdoc cref="Render(string, IReadOnlyDictionary{string, string})" />
    public static (string Subject, string Body) Render(string name, IReadOnlyDictionary<string, string> values, IReadOnlyList<string> lines)
    {
        if (lines.Any(l => l.Any(char.IsControl))) { throw new ArgumentException("Each line must be one line.", nameof(lines)); }
        var (subject, body) = Render(name, new Dictionary<string, string>(values) { [ListPlaceholder] = $"(({ListPlaceholder}))" });
        return (subject, body.Replace($"(({ListPlaceholder}))", string.Join('\n', lines.Select(l => $"- {l}")), StringComparison.Ordinal));
    }

    private static IEnumerable<EmailTemplate> Read()
    {
        const string prefix = "EmailTemplates/";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return EmailTemplate.Parse(Path.GetFileNameWithoutExtension(resource[prefix.Length..]), reader.ReadToEnd());
        }
    }
}
