using System.Globalization;

namespace DcoPortal.Casework.Emails;

/// <summary>
/// One event and the email that tells of it: to whom, and when not. Each noun has its own in one class; docs/emails.md is printed
/// from them, and the unique key of an email is made here and nowhere else.
/// </summary>
public sealed record Announcement
{
    /// <summary>Names the event in the unique key: "sent-back".</summary>
    public required string Name { get; init; }

    /// <summary>The event in words: a sentence without a full stop.</summary>
    public required string Event { get; init; }

    /// <summary>The template.</summary>
    public required string Template { get; init; }

    /// <summary>Who gets it, in words.</summary>
    public required string To { get; init; }

    /// <summary>Whether that is whoever has the request: one that waited goes to who has it when it leaves.</summary>
    public bool IsForHolder { get; init; }

    /// <summary>When nobody gets it although the event happened, in words; null when somebody always does.</summary>
    public string? Unless { get; init; }

    /// <summary>What makes a second email about the same subject another event, in words: "round", "day"; null when it happens once.</summary>
    public string? Again { get; init; }

    /// <summary>The key that makes one event one email, also when two portals or the two halves of a double click say so.</summary>
    /// <param name="subject">What it is about: a request, an assessment, an account.</param>
    /// <param name="again">What makes it another event, as <see cref="Again"/> says; none where it happens once.</param>
    public string KeyOf(Guid subject, params ReadOnlySpan<object> again)
    {
        var key = $"{Name}:{subject:N}";
        foreach (var part in again) { key += string.Create(CultureInfo.InvariantCulture, $":{part}"); }
        return key;
    }
}
