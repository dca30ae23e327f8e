using System.Text;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Domain.Assessments;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

public sealed class LancashireSampleTests
{
    [Fact]
    public void The_sample_gives_exactly_its_expected_verdicts()
    {
        var reading = Sample.Read(Sample.Bytes);
        Assert.Equal(Sample.Expected.Skip(1), Sample.Verdicts(reading));
        Assert.Equal((30, 6, 4), (reading.Count(VerdictKind.Ok), reading.Count(VerdictKind.Warning), reading.Count(VerdictKind.Error)));
        Assert.Empty(reading.IgnoredHeadings);
    }

    public static TheoryData<string> Disguises =>
        ["UTF-8 with BOM", "UTF-16", "UTF-16 big-endian", "CRLF", "CR", "semicolons", "tabs", "sep line", "headings in capitals", "columns backwards", "no final line break"];

    [Theory, MemberData(nameof(Disguises))]
    public void The_same_sample_in_another_dress_gives_the_same_verdicts(string disguise)
    {
        var text = Sample.Text.ReplaceLineEndings("\n");
        var bytes = disguise switch
        {
            "UTF-8 with BOM" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "UTF-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            "UTF-16 big-endian" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
            "CRLF" => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")),
            "CR" => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r")),
            "semicolons" => Encoding.UTF8.GetBytes(Rewrite(text, ';')),
            "tabs" => Encoding.UTF8.GetBytes(Rewrite(text, '\t')),
            "sep line" => Encoding.UTF8.GetBytes("sep=;\r\n" + Rewrite(text, ';')),
            "headings in capitals" => Encoding.UTF8.GetBytes(Headings(text, h => $"  {h.ToUpperInvariant().Replace(" ", "  ", StringComparison.Ordinal)} ")),
            "columns backwards" => Encoding.UTF8.GetBytes(Rewrite(text, ',', backwards: true)),
            _ => Encoding.UTF8.GetBytes(text.TrimEnd()),
        };
        Assert.Equal(Sample.Verdicts(Sample.Read(Sample.Bytes)).Order(), Sample.Verdicts(Sample.Read(bytes)).Order());
    }

    [Fact]
    public void Values_are_read_as_what_they_are()
    {
        var row = Sample.Read(Sample.Bytes).Rows.Single(r => r.Line == 7);
        var n = row.Notification!;
        Assert.Equal("LCC/2026/1006", n.AuthorityReference);
        Assert.Equal(new DateOnly(2026, 10, 14), n.RequestReceivedOn);
        Assert.Equal((true, new DateOnly(2026, 11, 3)), (n.DecidedToAssess, n.DecidedOn));
        Assert.Equal(("Begum", "Kacper Anaïs", new DateOnly(2008, 9, 15)), (n.LegalSurname, n.Forenames, n.DateOfBirth));
        Assert.Equal(RequestSource.YoungPerson, n.Source);
        Assert.Equal("9998414857", n.NhsNumber!.Value);
        Assert.Equal("SLCN", n.PrimaryNeed!.Code);
        Assert.Equal("PR7 4BQ", n.Postcode!.Display);
        Assert.Equal("Talks in single words; signs \"more\" and \"stop\".\nNeeds time to answer.", n.FamilyViews);
        Assert.Equal(
            [new("Beth Lomax", "School nursing", "East Lancashire Hospitals"), new("Imran Sheikh", "Community paediatrics", "Lancashire Teaching Hospitals")],
            n.Professionals);
        Assert.Equal((false, "Y02466", null), (n.IsLookedAfter, n.GpPractice!.Value, n.KnownAs));
    }

    [Fact]
    public void A_service_without_a_name_is_kept()
    {
        var n = Sample.Read(Sample.Bytes).Rows.Single(r => r.Line == 28).Notification!;
        Assert.Equal(new ImportedProfessional(null, "Paediatric speech and language therapy", "University Hospitals of Morecambe Bay"), Assert.Single(n.Professionals));
    }

    [Fact]
    public void A_refused_row_has_no_notification_and_keeps_its_cells()
    {
        var row = Sample.Read(Sample.Bytes).Rows.Single(r => r.Line == 15);
        Assert.Null(row.Notification);
        Assert.Equal("LCC/2026/1014", row.RawCells[0]);
        Assert.Equal(35, row.RawCells.Count);
        var problem = Assert.Single(row.Problems);
        Assert.Equal((15, "Date of birth", "missing"), (problem.Line, problem.Column, problem.Words));
    }

    [Fact]
    public void The_refused_rows_written_out_and_read_again_are_refused_for_the_same_reasons()
    {
        var first = Sample.Read(Sample.Bytes);
        var bytes = RefusedRows.Write(first);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);

        var again = Sample.Read(bytes);
        Assert.Equal(first.Rows.Where(r => r.Result == VerdictKind.Error).Select(r => r.Why), again.Rows.Select(r => r.Why));
        Assert.Equal("Reason", Assert.Single(again.IgnoredHeadings));
        Assert.Equal(again.Rows.Select(r => r.Why), again.Rows.Select(r => r.RawCells[0]));

        // and a third time the old reason is replaced, not joined by another
        Assert.Equal(bytes, RefusedRows.Write(again));
    }

    private static string Headings(string text, Func<string, string> change)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return string.Join(',', text[..end].Split(',').Select(change)) + text[end..];
    }

    private static string Rewrite(string text, char delimiter, bool backwards = false)
    {
        using var parser = new CsvHelper.CsvParser(new StringReader(text), System.Globalization.CultureInfo.InvariantCulture);
        var rows = new StringBuilder();
        while (parser.Read())
        {
            var cells = parser.Record!.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            rows.AppendJoin(delimiter, backwards ? cells.Reverse() : cells).Append('\n');
        }

        return rows.ToString();
    }
}
