using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>When health was told and asked by a file that the DCO service imports for an authority: the day on which the whole of it arrived, and what its rows say, are two facts.</summary>
internal static class ArrivedDays
{
    /// <summary>The row's notification with both days.</summary>
    /// <param name="details">What the row says.</param>
    /// <param name="said">As it was read.</param>
    /// <param name="recorded">For whom, and when the file arrived.</param>
    public static NotificationDetails Of(NotificationDetails details, ImportedNotification said, RecordedForAuthority recorded)
    {
        var arrived = recorded.ArrivedOn;
        return details with
        {
            RecordedFor = recorded,
            HealthToldOn = said.HealthToldOn ?? (said.AdviceRequestedOn is { } asked && (asked < arrived || details.RequestReceivedOn > arrived) ? asked : arrived),
            AdviceRequestedOn = details.AdviceRequestedOn ?? (details.Decision == AssessmentDecision.Assess ? arrived : null),
            ToCorrect = said.HealthToldOn > arrived ? [.. details.ToCorrect, new($"{NotificationColumns.HealthTold}, by the file", UkText.LongDate(arrived), Later(said.HealthToldOn.Value, arrived))] : details.ToCorrect,
        };
    }

    /// <summary>What to say of a row that gives a later day than its file arrived, in words, or null.</summary>
    public static string? Doubt(ImportedNotification said, DateOnly? arrived) =>
        said.HealthToldOn is { } told && told > arrived ? $"{NotificationColumns.HealthTold}: {Later(told, arrived.Value)}. To be corrected" : null;

    /// <summary>That a case says a later day than this file arrived, in words, or null.</summary>
    public static string? Earlier(DateOnly? arrived, KnownCase there) =>
        there.Line is null && arrived < there.ToldOn ? $"it arrived at health on {UkText.LongDate(arrived)}, and {there.Name} says that health was told on {UkText.LongDate(there.ToldOn)}" : null;

    private static string Later(DateOnly told, DateOnly arrived) => $"the row says {UkText.LongDate(told)}, and the whole file arrived on {UkText.LongDate(arrived)}. The row’s day is taken: correct it under Correct dates where the other is right";
}
