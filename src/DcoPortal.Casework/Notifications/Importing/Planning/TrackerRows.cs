using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>What is special to the tracker of a DCO service: cases under way, often with a row for each service that was asked.</summary>
internal static class TrackerRows
{
    /// <summary>Why a row adds to a case instead of making one, in words; null where it makes one, or says nothing of a service.</summary>
    public static string? AddsTo(SameChild? same, NotificationDetails details) =>
        same is { Kind: SameChildKind.SameRequest } or { Kind: SameChildKind.LookAtBoth, Differences.Count: 0 } && details.Professionals.Any(p => p.AskedOn is not null || p.AnsweredOn is not null)
            ? $"Adds to {same.There.Name}: the same child and the same {NotificationColumns.RequestReceived}" : null;

    /// <summary>The days of a case under way. Nothing says that health was told on the day of the import: what the row leaves out follows from what it says, and is marked.</summary>
    public static NotificationDetails UnderWay(NotificationDetails details, RecordedForAuthority recordedFor)
    {
        var firstAsked = details.Professionals.Where(p => p.AskedOn is not null).Min(p => p.AskedOn);
        List<CellToCorrect> doubtful = [.. details.ToCorrect];
        var asked = details.AdviceRequestedOn;
        if (details.Decision == AssessmentDecision.Assess && asked is null)
        {
            asked = firstAsked >= details.DecidedOn ? firstAsked : details.DecidedOn;
            doubtful.Add(new(NotificationColumns.AdviceRequested, "", $"not given. Taken as {UkText.LongDate(asked)}, {(asked == firstAsked ? "when the first service was asked" : "the day of the decision")}: correct it under Correct dates"));
        }
        var told = details.HealthToldOn ?? Earlier(asked, firstAsked);
        if (details.HealthToldOn is null)
        {
            told ??= details.RequestReceivedOn;
            doubtful.Add(new(NotificationColumns.HealthTold, "", $"not given. Taken as {UkText.LongDate(told)}"));
        }
        return details with { RecordedFor = recordedFor, HealthToldOn = told, AdviceRequestedOn = asked, ToCorrect = doubtful };
    }

    /// <summary>Gives what the rows of one case say of services to the row that makes the case.</summary>
    public static IReadOnlyList<PlannedRow> Joined(IReadOnlyList<PlannedRow> rows)
    {
        var more = rows.Where(r => r is { AddsToLine: not null, Details: not null }).ToLookup(r => r.AddsToLine!.Value, r => r.Details!);
        return [.. rows.Select(r => r is { IsToImport: true, Details: { } details } && more.Contains(r.Verdict.Line)
            ? r with { Details = WithServices(details, more[r.Verdict.Line].SelectMany(m => m.Professionals)) } : r)];
    }

    // a day that another row of the case does not have counts for all of it
    private static NotificationDetails WithServices(NotificationDetails details, IEnumerable<NamedProfessional> more) =>
        details with { Professionals = [.. details.Professionals.Concat(more).GroupBy(p => (SearchKey.Of(p.Name), SearchKey.Of(p.ServiceName), SearchKey.Of(p.ProviderName))).Select(g => g.First() with
        {
            AskedOn = g.Where(p => p.AskedOn is not null).Min(p => p.AskedOn),
            AnsweredOn = g.Where(p => p.AnsweredOn is not null).Min(p => p.AnsweredOn),
        })] };

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;
}
