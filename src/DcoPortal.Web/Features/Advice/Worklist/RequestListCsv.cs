namespace DcoPortal.Web.Features.Advice.Worklist;

/// <summary>A list of requests as a spreadsheet that cannot run anything.</summary>
internal static class RequestListCsv
{
    private static readonly string[] Headings =
        ["Reference", "Child or young person", "Date of birth", "School or setting", "Local authority", "Provider", "Service", "With", "Asked for", "Received by health", "Due", "Local date", "Status", "Where it stands", "Answered", "Returned", "Exemption", "Why this date", "Acknowledged", "Promised for", "Away", "Why late"];

    /// <summary>UTF-8 with a byte order mark, for Excel.</summary>
    public static byte[] Write(IEnumerable<RequestRow> rows, DateOnly today) => CsvFile.Write(Headings, rows.Select(r => Fields(r, today)));

    private static CsvCell[] Fields(RequestRow r, DateOnly today) =>
    [
        r.Reference, r.Child?.Name, CsvFile.Day(r.Child?.DateOfBirth), r.Child?.Setting, r.Authority, r.Provider, r.Service, r.Holder, r.Kind.Label(), CsvFile.Day(r.ReceivedOn), CsvFile.Day(r.DueOn), CsvFile.Day(r.Deadline.LocalDue),
        r.StatusOn(today) is { } status ? StatusVocabulary.Words(status, r.DueOn, r.ReturnedOn, today, r.IsLocalTarget) : null,
        r.IsWithdrawn ? $"{r.Box.Label()}, withdrawn" : r.MoreOn(today) is { } more ? $"{r.Box.Label()}, {char.ToLowerInvariant(more[0])}{more[1..]}" : r.IsSentBack ? $"{r.Box.Label()}, sent back" : r.IsGivenBack ? $"{r.Box.Label()}, given back" : r.IsNilReturned ? $"{r.Box.Label()}, no advice to give" : r.Box.Label(), CsvFile.Day(r.SubmittedOn), CsvFile.Day(r.ReturnedOn),
        StatusVocabulary.ExemptionWords(r.HasExemption, r.DueOn, r.ReturnedOn, today, r.StatusOn(today) == RagStatus.Lapsed),
        r.Deadline.Explain(today), CsvFile.Day(r.AcknowledgedUtc is { } at ? UkClock.DateOf(at) : null), CsvFile.Day(r.PromisedOn), r.Away, r.WhyLate?.Said(),
    ];
}
