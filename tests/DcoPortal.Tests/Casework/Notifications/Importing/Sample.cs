using System.Text;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

internal static class Sample
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public const string Headings = "Date request received,Legal surname,Forenames,Date of birth";

    public static byte[] Bytes { get; } = System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "notifications-lancashire.csv"));

    public static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name));

    public static byte[] Field(string name) => File($"field/{name}");

    public static string[] Expected { get; } = System.IO.File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Samples", "notifications-lancashire.expected.csv"));

    public static string Text { get; } = new UTF8Encoding(true).GetString(Bytes).TrimStart('\uFEFF');

    public static ImportReading Read(string text) => NotificationSpreadsheet.Read(Encoding.UTF8.GetBytes(text), Today);

    public static ImportReading Read(byte[] bytes) => NotificationSpreadsheet.Read(bytes, Today);

    // one row under the four headings that every file must have, with more columns beside them
    public static ImportRowVerdict Row(string moreHeadings = "", string moreCells = "", string requested = "02/11/2026", string born = "05/03/2019") =>
        Assert.Single(Read($"{Headings}{moreHeadings}\n{requested},Ashworth,Zoë,{born}{moreCells}\n").Rows);

    public static IEnumerable<string> Verdicts(ImportReading reading)
    {
        Assert.Null(reading.Failure);
        return reading.Rows.Select(r => $"{r.Line},{r.Result switch { VerdictKind.Ok => "ok", VerdictKind.Warning => "warning", _ => "error" }},{(r.Why.Contains(',', StringComparison.Ordinal) ? $"\"{r.Why}\"" : r.Why)}");
    }
}
