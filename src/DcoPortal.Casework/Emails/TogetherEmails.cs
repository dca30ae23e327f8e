using System.Collections.Frozen;
using System.Globalization;
using DcoPortal.Casework.Emails.Templates;

namespace DcoPortal.Casework.Emails;

/// <summary>
/// The emails of one click that go to one address leave as one, because thirty reminders would fill an inbox. Each stays an email
/// of its own in the outbox: one whose request is answered meanwhile is left out, and what the carrier reports is true of all.
/// </summary>
public static class TogetherEmails
{
    /// <summary>The lines of one email; the page that its link opens lists the rest.</summary>
    public const int MostLines = 25;

    private static readonly Announcement Reminders = new("reminded-together", "advice-requests-reminder", "Who has the requests",
        "Several requests that one address has are reminded of with one click: the reminders leave as this one email", Unless: "only one of them still waits for its answer");

    private static readonly Announcement Escalations = new("escalated-together", "requests-escalated", "The person who must answer",
        "Several requests are escalated to one person with one click: the emails leave as this one", Unless: "there is only one");

    /// <summary>Every email that holds the news of several.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [Reminders, Escalations];

    private static readonly FrozenDictionary<string, Announcement> ByTemplate = new Dictionary<string, Announcement>
    {
        ["advice-request-reminder"] = Reminders,
        ["advice-request-overdue"] = Reminders,
        ["new-answer-reminder"] = Reminders,
        ["request-escalated"] = Escalations,
    }.ToFrozenDictionary();

    /// <summary>Whether emails of a template may leave in one with others.</summary>
    public static bool MayJoin(string template) => ByTemplate.ContainsKey(template);

    /// <summary>The other emails of the click that were queued for the same address and are due.</summary>
    public static IQueryable<EmailMessage> Of(PortalDb db, EmailMessage email, string queuedFor, DateTime nowUtc) => db.Emails.AsNoTracking()
        .Where(e => e.TogetherId == email.TogetherId && e.Id != email.Id && e.To == queuedFor && e.NextAttemptUtc <= nowUtc)
        .OrderBy(e => e.QueuedUtc).ThenBy(e => e.Id);

    /// <summary>One text for all of them, a line each.</summary>
    public static (string Subject, string Body) Render(IReadOnlyList<EmailMessage> emails, string publicUrl, string sentBy)
    {
        var home = publicUrl.TrimEnd('/');
        var values = new Dictionary<string, string>
        {
            ["count"] = emails.Count.ToString(CultureInfo.InvariantCulture),
            ["link"] = home + (ByTemplate[emails[0].Template] == Reminders ? Addresses.AdviceRequests : "/"),
            ["portal-name"] = "DCO Portal",
            ["sent-by"] = sentBy,
        };
        List<string> lines = [.. emails.Take(MostLines).Select(e => $"{e.Subject}: {home}{e.Path}")];
        if (emails.Count > MostLines) { lines.Add($"and {emails.Count - MostLines} more"); }
        return EmailTemplates.Render(ByTemplate[emails[0].Template].Template, values, lines);
    }
}
