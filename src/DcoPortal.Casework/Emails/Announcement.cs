using System.Globalization;

namespace DcoPortal.Casework.Emails;

/// <summary>
/// One event and the email that tells of it: to whom, and when not. Each noun has its own in one class; docs/emails.md is printed
/// from them, and the unique key of an email is made here and nowhere else.
/// </summary>
/// <param name="Name">Names the event in the unique key: "sent-back".</param>
/// <param name="Template">The template.</param>
/// <param name="To">Who gets it, in words.</param>
/// <param name="Event">The event in words: a sentence without a full stop.</param>
/// <param name="Unless">When nobody gets it although the event happened, in words; null when somebody always does.</param>
/// <param name="Again">What makes a second email about the same subject another event, in words: "round", "day"; null when it happens once.</param>
/// <param name="IsForHolder">Whether it is for the holder of the request: when the email waited, it goes to the holder at the time it is sent.</param>
public sealed record Announcement(string Name, string Template, string To, string Event, string? Unless = null, string? Again = null, bool IsForHolder = false)
{
    /// <summary>The key that makes one event one email, also when two instances or the two halves of a double click queue it.</summary>
    /// <param name="subject">What the event is about: a request, an assessment, an account.</param>
    /// <param name="again">What makes it another event, as <see cref="Again"/> says; none where it happens once.</param>
    public string KeyOf(Guid subject, params ReadOnlySpan<object> again)
    {
        var key = $"{Name}:{subject:N}";
        foreach (var part in again) { key += string.Create(CultureInfo.InvariantCulture, $":{part}"); }
        return key;
    }
}
