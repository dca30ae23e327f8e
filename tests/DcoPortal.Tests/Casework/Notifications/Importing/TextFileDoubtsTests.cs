using System.Text;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

/// <summary>What a text file may have lost on its way here is told, never guessed.</summary>
public sealed class TextFileDoubtsTests
{
    private const string Headings = "LA reference,Date request received,Legal surname,Forenames,Date of birth,NHS number,Address,Do not share with,Family views";

    private static ImportReading Read(string rows, string headings = Headings, ReadingChoices? choices = null) =>
        NotificationSpreadsheet.Read(Encoding.UTF8.GetBytes($"{headings}\n{rows}"), Sample.Today, choices ?? ReadingChoices.None);

    [Fact]
    public void A_stray_quotation_mark_that_swallows_the_next_children_is_told()
    {
        const string between = "Z-2,02/11/2026,Birch,Ann,01/04/2016,,2 Low Rd,Dad,\nZ-3,02/11/2026,Cole,Cy,02/05/2017,,,,";
        var closedInTheMiddle = Read($"Z-1,02/11/2026,Ashworth,Zoë,05/03/2019,,,,\"Won't speak\n{between}Behaviour \"bad days\" at home\nZ-4,02/11/2026,Dean,Dee,03/06/2018,,,,\n").Rows;
        Assert.Contains("a quotation mark in this row is closed 2 lines further down, in the middle of another cell", closedInTheMiddle[0].Why, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.Error, closedInTheMiddle[0].Result);

        var closedAtAnEnd = Read($"Z-1,02/11/2026,Ashworth,Zoë,05/03/2019,,,,\"Help him\n{between}last\"\n").Rows;
        Assert.Contains("what stands between looks like 2 rows of the list", closedAtAnEnd[0].Doubt, StringComparison.Ordinal);

        var oneCell = Read("Z-1,02/11/2026,Ashworth,Zoë,05/03/2019,,,,\"He likes trains, cars and planes,\nand dogs\"\n").Rows;
        Assert.Equal((VerdictKind.Warning, null), (oneCell[0].Result == VerdictKind.Ok ? VerdictKind.Warning : oneCell[0].Result, oneCell[0].Doubt));
    }

    [Theory]
    [InlineData(10000, "Fernández", "André", "CSV (Macintosh)")]
    [InlineData(10000, "O’Neill", "Sam", "CSV (Macintosh)")]
    [InlineData(10000, "BRONTË", "SIÂN", "CSV (Macintosh)")]
    [InlineData(850, "Núñez", "Siân", "CSV (MS-DOS)")]
    [InlineData(850, "Brontë", "Renée", "CSV (MS-DOS)")]
    [InlineData(1252, "Fernández", "André", null)]
    [InlineData(1252, "O’Neill – Núñez", "Björn", null)]
    [InlineData(1252, "BRONTË", "SIÂN", null)]
    [InlineData(1252, "Žák-Øresund", "Zoë Françoise", null)]
    public void The_letters_of_a_file_saved_for_a_Macintosh_or_for_MS_DOS_are_read_as_it_means_them(int codePage, string surname, string forenames, string? kind)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var expected = encoding.GetString(encoding.GetBytes(surname));

        var read = NotificationSpreadsheet.Read(encoding.GetBytes($"{Headings}\nZ-1,02/11/2026,{surname},{forenames},05/03/2019,,,,\n"), Sample.Today, ReadingChoices.None);

        Assert.Equal(kind, read.ReadAs);
        Assert.Equal((expected, forenames), (read.Rows[0].Notification!.LegalSurname, read.Rows[0].Notification!.Forenames));
    }

    [Fact]
    public void Cells_that_a_comma_or_a_line_break_has_moved_are_looked_at()
    {
        var moved = Read("Z-1,02/11/2026,Ashworth,Zoë,05/03/2019,,1 High St, Preston,Dad,\nZ-2,02/11/2026,Birch,Ann,01/04/2016,,2 Low Rd,,\n").Rows;
        Assert.Contains("it has 10 cells, and there are 9 headings", moved[0].Doubt, StringComparison.Ordinal);
        Assert.Null(moved[1].Doubt);

        var broken = Read("Z-1,02/11/2026,Ashworth,Zoë,05/03/2019,,1 High St\nPreston,Dad,\nZ-2,02/11/2026,Birch,Ann,01/04/2016,,2 Low Rd,,\n").Rows;
        Assert.Contains("it ends early, and row 3 seems to be the rest of it", broken[0].Doubt, StringComparison.Ordinal);
        // Excel leaves out the blank cells at the end of a row
        Assert.All(Read("Z-1,02/11/2026,Ashworth,Zoë,05/03/2019\nZ-2,02/11/2026,Birch,Ann,01/04/2016\n").Rows, r => Assert.Null(r.Doubt));
    }

    [Fact]
    public void Rows_given_back_carry_dates_that_are_read_the_same_without_an_answer()
    {
        ReadingChoices monthFirst = new() { Dates = DateOrder.MonthFirst };
        var first = Read("Z-1,11/25/2026,Ashworth,Zoë,05/06/2018,,,,\nZ-2,11/04/2026,#N/A,Ann,05/06/2018,,,,\n", choices: monthFirst);
        var given = Encoding.UTF8.GetString(RefusedRows.Write(first));
        Assert.Contains("4 Nov 2026", given, StringComparison.Ordinal);

        var again = NotificationSpreadsheet.Read(Encoding.UTF8.GetBytes(given.Replace("Nov 2026,#N/A,Ann", "Nov 2026,Birch,Ann", StringComparison.Ordinal)), new(2026, 12, 1));
        Assert.Equal((new DateOnly(2026, 11, 4), new DateOnly(2018, 5, 6)), (again.Rows.Single(r => r.Notification?.LegalSurname == "Birch").Notification!.RequestReceivedOn, again.Rows.Single(r => r.Notification?.LegalSurname == "Birch").Notification!.DateOfBirth));
        // what Excel had exchanged is not exchanged again
        var exchanged = Read("Z-2,2026-05-11,#N/A,Ann,2017-03-11,,,,\n", choices: new() { ExchangedIn = [NotificationColumns.RequestReceived, NotificationColumns.DateOfBirth] });
        Assert.Equal(["5 Nov 2026", "3 Nov 2017"], new[] { exchanged.Rows[0].RawCells[1], exchanged.Rows[0].RawCells[4] });
    }

    [Fact]
    public void A_column_whose_dates_are_written_the_other_way_round_is_looked_at_where_they_read_both_ways()
    {
        const string rows = "Z-1,25/11/2026,Ashworth,Zoë,03/22/2017,,,,\nZ-2,05/11/2026,Birch,Ann,04/05/2017,,,,\nZ-3,16/11/2026,Cole,Cy,12/30/2015,,,,\n";
        Assert.IsType<DateOrderQuestion>(Read(rows).Question);

        Assert.Contains("Date of birth is 04/05/2017, and other dates of that column are written the other way round", Read(rows, choices: new() { Dates = DateOrder.DayFirst }).Rows[1].Doubt, StringComparison.Ordinal);
        Assert.Contains("Date request received is 05/11/2026", Read(rows, choices: new() { Dates = DateOrder.MonthFirst }).Rows[1].Doubt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Consent to share", null)]
    [InlineData("Permission to share with health", null)]
    [InlineData("Sharing", null)]
    [InlineData("Who may not share", NotificationColumns.DoNotShareWith)]
    [InlineData("Objections", NotificationColumns.DoNotShareWith)]
    [InlineData("Not to be shared with", NotificationColumns.DoNotShareWith)]
    public void A_column_of_consent_is_never_offered_as_its_opposite(string heading, string? column) => Assert.Equal(column, ColumnNames.Guess(heading));

    [Theory]
    [InlineData("No")]
    [InlineData("None")]
    [InlineData("Yes")]
    public void An_answer_under_a_heading_of_consent_counts_as_an_objection_until_somebody_finds_out(string answer)
    {
        Dictionary<string, string> asWish = new() { ["CONSENTTOSHARE"] = NotificationColumns.DoNotShareWith };
        var row = Assert.Single(Read($"02/11/2026,Ashworth,Zoë,05/03/2019,{answer}\n", $"{Sample.Headings},Consent to share", new() { Columns = asWish }).Rows).Notification!;
        Assert.StartsWith($"Consent to share: {answer} (so in a spreadsheet", row.DoNotShareWith, StringComparison.Ordinal);
        Assert.Equal("Whom not to share with", Assert.Single(row.ToCorrect).Field);

        // and where the column is left out, each row says what stands there
        asWish["CONSENTTOSHARE"] = "";
        var without = Assert.Single(Read($"02/11/2026,Ashworth,Zoë,05/03/2019,{answer}\n", $"{Sample.Headings},Consent to share", new() { Columns = asWish }).Rows);
        Assert.Contains($"Consent to share, a column that is left out: “{answer}”", without.Why, StringComparison.Ordinal);
        Assert.Equal(answer, Assert.Single(without.Notification!.ToCorrect).Given);
    }

    [Theory]
    [InlineData("Ann & Bob", true)]
    [InlineData("Ann and Bob (twins)", true)]
    [InlineData("Ann/Bob", true)]
    [InlineData("Ann plus Bob", true)]
    [InlineData("Ann n Bob", true)]
    [InlineData("Ann x2", true)]
    [InlineData("1. Ann 2. Bob", true)]
    [InlineData("Ann - Bob", true)]
    [InlineData("\"Ann\nBob\"", true)]
    [InlineData("\"Ann, Bob\"", true)]
    [InlineData("Ferdinand", false)]
    [InlineData("Anne-Marie", false)]
    public void Two_children_in_one_cell_are_looked_at(string forenames, bool looked) =>
        Assert.Equal(looked, Assert.Single(Read($"Z-1,02/11/2026,Ashworth,{forenames},05/03/2019,,,,\n").Rows).ToDecide?.Contains("may be two children", StringComparison.Ordinal) == true);

    [Theory]
    [InlineData("Yes", true)]
    [InlineData("w/c 5 Oct", true)]
    [InlineData("x", true)]
    [InlineData("No", false)]
    [InlineData("", false)]
    public void A_service_that_its_heading_names_is_named_where_no_day_can_be_read(string cell, bool named)
    {
        Dictionary<string, string> columns = new() { ["NUTRITIONREQUESTED"] = NotificationColumns.ProfessionalAsked(1), ["NUTRITIONRECEIVED"] = NotificationColumns.ProfessionalAnswered(1), ["EPILEPSYREQUESTED"] = NotificationColumns.ProfessionalAsked(2) };
        var row = Assert.Single(Read($"02/11/2026,Ashworth,Zoë,05/03/2019,{cell},,03/11/2026\n", $"{Sample.Headings},Nutrition requested,Nutrition received,Epilepsy requested", new() { Columns = columns }).Rows).Notification!;

        Assert.Equal(named ? ["Nutrition", "Epilepsy"] : ["Epilepsy"], row.Professionals.Select(p => p.Service!));
        Assert.Equal(named ? ["Nutrition: asked on"] : [], row.ToCorrect.Select(c => c.Field));
    }

    [Fact]
    public void Children_above_the_headings_stop_the_file_and_a_title_there_is_shown()
    {
        var sorted = Read("Z-9,02/11/2026,Young,Yan,05/03/2019,,,,\n", $"Z-1,02/11/2026,Ashworth,Zoë,05/03/2019,,,Dad,\nZ-2,02/11/2026,Birch,Ann,05/03/2018,,,,\n{Headings}");
        Assert.Contains("2 rows with a child, the first of them row 1, stand above the headings in row 3", sorted.Failure, StringComparison.Ordinal);

        var titled = Read("Z-9,02/11/2026,Young,Yan,05/03/2019,,,,\n", $"None of these families agree to sharing,,,,,,,,\n{Headings}");
        Assert.Equal("Above the headings in row 1: “None of these families agree to sharing”", Assert.Single(titled.NotRead));
    }
}
