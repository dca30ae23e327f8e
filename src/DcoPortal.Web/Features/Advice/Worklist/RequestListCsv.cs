using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DcoPortal.Web.Features.Advice.Shared;
using DcoPortal.Web.Platform.Ui;

namespace DcoPortal.Web.Features.Advice.Worklist;

/// <summary>A list of requests as a spreadsheet that cannot run anything.</summary>
internal static class RequestListCsv
{
    private static readonly string[] Headings =
        ["Reference", "Child or young person", "Local authority", "Provider", "Service", "With", "Asked for", "Received by health", "Due", "Local date", "Status", "Where it stands", "Answered", "Returned", "Exemption", "Why this date"];

    /// <summary>UTF-8 with a byte order mark, for Excel.</summary>
    public static byte[] Write(IEnumerable<RequestRow> rows, DateOnly today)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var heading in Headings) { csv.WriteField(heading); }
            csv.NextRecord();
            foreach (var row in rows)
            {
                foreach (var field in Fields(row, today)) { csv.WriteField(field); }
                csv.NextRecord();
            }
        }
        return bytes.ToArray();
    }

    private static string?[] Fields(RequestRow r, DateOnly today) =>
    [
        r.Reference, r.ChildName, r.Authority, r.Provider, r.Service, r.Holder, r.Kind.Label(), Day(r.ReceivedOn), Day(r.DueOn), Day(r.Deadline.LocalDue),
        r.StatusOn(today) is { } status ? StatusVocabulary.Words(status, r.DueOn, r.ReturnedOn, today, r.IsLocalTarget) : null,
        r.IsSentBack ? $"{r.Box.Label()}, sent back" : r.Box.Label(), Day(r.SubmittedOn), Day(r.ReturnedOn),
        StatusVocabulary.ExemptionWords(r.HasExemption, r.DueOn, r.ReturnedOn, today),
        r.Deadline.Explain(),
    ];

    private static string? Day(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
