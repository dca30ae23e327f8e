using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>What an authority's row says of when services were asked.</summary>
internal static class AskedEarlier
{
    /// <summary>
    /// Health was asked when the first service was, where the row does not say it. Which services were asked is the DCO service's to
    /// record, so the days stand on the case for it.
    /// </summary>
    public static NotificationDetails Of(NotificationDetails details)
    {
        // who has answered was asked and told before, not on the day of the import
        if (details.Professionals.Any(p => p.AnsweredOn is not null) && (details.HealthToldOn is null || (details.Decision == AssessmentDecision.Assess && details.AdviceRequestedOn is null))) { details = TrackerRows.UnderWay(details); }
        var asked = details.Professionals.Where(p => p.AskedOn is not null).ToList();
        if (asked.Count == 0) { return details; }
        var first = asked.Min(p => p.AskedOn);
        List<CellToCorrect> cells = [.. asked.Where(p => p.AnsweredOn is null).Select(p => new CellToCorrect($"{SaidMore.Words(p)}: asked on", UkText.LongDate(p.AskedOn), "an authority’s file does not send requests: the DCO service asks, or records that it has asked"))];
        return details.Decision == AssessmentDecision.Assess && details.AdviceRequestedOn is null && first >= details.DecidedOn
            ? details with { AdviceRequestedOn = first, HealthToldOn = details.HealthToldOn ?? first, ToCorrect = [.. details.ToCorrect, .. cells, new(NotificationColumns.AdviceRequested, "", $"not given. Taken as {UkText.LongDate(first)}, when the first service was asked: correct it under Correct dates")] }
            : details with { ToCorrect = [.. details.ToCorrect, .. cells] };
    }
}
