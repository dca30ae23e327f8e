using System.Text;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

public sealed class NotASpreadsheetTests
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty", [], "The file is empty." },
        { "only a BOM", [0xEF, 0xBB, 0xBF], "The file is empty." },
        { "blank rows", "\r\n , \r\n"u8.ToArray(), "The file is empty." },
        { "PDF", "%PDF-1.7\n1 0 obj"u8.ToArray(), "This is a PDF" },
        { "PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "This is a picture" },
        { "XLSX", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "This file cannot be read as an Excel workbook" },
        { "XLS", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "This file cannot be read as an Excel workbook" },
        { "binary", [1, 2, 0, 4, 5, 6, 7, 8], "This is not a spreadsheet" },
        { "control characters", Encoding.ASCII.GetBytes(new string('\u0001', 50)), "This is not a spreadsheet" },
        { "HTML", "\n<!DOCTYPE html><html>"u8.ToArray(), "This is a web page" },
        { "a letter", "Dear Sir, I write to ask"u8.ToArray(), "This does not look like a spreadsheet of notifications" },
        { "another list", "Name,Colour\nA,Red\n"u8.ToArray(), "This does not look like a spreadsheet of notifications" },
        { "no rows", Encoding.UTF8.GetBytes(Sample.Headings + "\n\n"), "The file has headings but no rows beneath them." },
        { "one heading gone", "Legal surname,Forenames,Date of birth\nA,B,05/03/2019"u8.ToArray(), "The file has no column headed Date request received." },
        { "two gone", "Legal surname,Forenames\nA,B"u8.ToArray(), "The file has no columns headed Date request received and Date of birth." },
        { "a heading twice", Encoding.UTF8.GetBytes(Sample.Headings + ",SEX,sex\n1,2"), "Two columns are headed Sex: remove one." },
        { "an open quotation", Encoding.UTF8.GetBytes(Sample.Headings + "\n02/11/2026,A,B,05/03/2019\n02/11/2026,\"C,D,05/03/2019\n02/11/2026,E,F,05/03/2019\n"), "The quotation mark opened in row 3 is never closed" },
    };

    [Theory, MemberData(nameof(Files))]
    public void A_file_that_cannot_be_used_gets_one_clear_sentence(string what, byte[] bytes, string sentence)
    {
        var reading = Sample.Read(bytes);
        Assert.True(reading.Failure?.StartsWith(sentence, StringComparison.Ordinal) == true, $"{what}: {reading.Failure}");
        Assert.EndsWith(".", reading.Failure, StringComparison.Ordinal);
        Assert.Empty(reading.Rows);
    }

    [Fact]
    public void Five_thousand_rows_are_read_and_one_more_is_refused()
    {
        var row = Sample.Text.ReplaceLineEndings("\n").Split('\n')[1];
        var text = new StringBuilder(Sample.Text.ReplaceLineEndings("\n").Split('\n')[0]).Append('\n');
        for (var i = 0; i < 5_000; i++) text.Append(row.Replace("1001", $"{i}", StringComparison.Ordinal)).Append('\n');
        var bytes = Encoding.UTF8.GetBytes(text.ToString());

        var reading = Sample.Read(bytes);
        Assert.Null(reading.Failure);
        Assert.Equal(5_000, reading.Rows.Count);

        Assert.Equal(
            "The file has 5,001 rows, and one import takes 5,000: split it into 2 files, each with the headings, and import one after the other.",
            Sample.Read(Encoding.UTF8.GetBytes(text.Append(row).ToString())).Failure);
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_refused_unread() =>
        Assert.StartsWith("The file is larger than 20 MB", Sample.Read(new byte[SpreadsheetText.MostBytes + 1]).Failure, StringComparison.Ordinal);
}
