using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Platform.Ui;

namespace DcoPortal.Web.Features.Assessments.List;

/// <summary>The list as a spreadsheet. What could be read as a formula is escaped.</summary>
internal static class AssessmentListCsv
{
    private static readonly string[] Headings =
        ["Reference", "Child or young person", "Local authority", "Primary need", "How it began", "Clock started", "Week", "Stage", "Health asked", "Health back", "Health overdue", "Next limit", "Due", "Local date", "Status", "Why this date", "Exemption"];

    public static byte[] Write(IEnumerable<AssessmentRow> rows, DateOnly today)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var heading in Headings) { csv.WriteField(heading); }
            csv.NextRecord();
            foreach (var r in rows)
            {
                string?[] fields =
                [
                    r.Reference, r.ChildName, r.Authority, r.Need, AssessmentStarts.NameOf(r.StartedBy), Day(r.ReceivedOn), Number(r.Week), r.Stage, Number(r.Asked), Number(r.Back), Number(r.HealthOverdue), r.NextLimit, Day(r.NextDue), Day(r.Deadline?.LocalDue),
                    r.Status is { } status ? StatusVocabulary.Words(status, r.NextDue, r.DoneOn, today) : null,
                    r.Deadline?.Explain(),
                    r.NextDue is { } limit ? StatusVocabulary.ExemptionWords(r.HasExemption, limit, r.DoneOn, today) : null,
                ];
                foreach (var field in fields) { csv.WriteField(field); }
                csv.NextRecord();
            }
        }
        return bytes.ToArray();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
