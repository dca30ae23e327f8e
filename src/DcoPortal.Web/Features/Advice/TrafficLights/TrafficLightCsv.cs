namespace DcoPortal.Web.Features.Advice.TrafficLights;

/// <summary>The list as a spreadsheet: reference numbers only.</summary>
internal static class TrafficLightCsv
{
    private static readonly string[] Headings =
        ["As of", "Provider", "Service", "Reference", "Local authority", "Asked for", "Sent", "Due", "Local date", "Status", "Days left", "Promised", "Chases", "Exemption"];

    /// <summary>UTF-8 with a byte order mark, for Excel. A last line says when rows were left out.</summary>
    public static byte[] Write(IReadOnlyList<TrafficLightRow> rows, bool isCut, DateTime asOfUtc)
    {
        var asOf = UkText.LongDateTime(asOfUtc);
        IEnumerable<IReadOnlyList<CsvCell>> lines = rows.Select(r => Fields(r, asOf));
        return CsvFile.Write(Headings, isCut ? lines.Append([asOf, $"Only the {TrafficLightQuery.MostRows:N0} most urgent requests are listed", .. Enumerable.Repeat(default(CsvCell), Headings.Length - 2)]) : lines);
    }

    private static CsvCell[] Fields(TrafficLightRow r, string asOf) =>
    [
        asOf, r.Provider, r.Service, r.Reference, r.Authority, r.Kind.Label(), CsvFile.Day(r.SentOn), CsvFile.Day(r.DueOn), CsvFile.Day(r.LocalDueOn),
        StatusVocabulary.Words(r.Status, r.DueOn, null, r.Today, r.IsLocalTarget), CsvFile.Number(r.DaysLeft), CsvFile.Day(r.PromisedOn), CsvFile.Number(r.Chases),
        StatusVocabulary.ExemptionWords(r.HasExemption, r.DueOn, null, r.Today),
    ];
}
