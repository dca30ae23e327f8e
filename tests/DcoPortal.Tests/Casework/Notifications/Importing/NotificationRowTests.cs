using System.Text;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

public sealed class NotificationRowTests
{
    [Theory]
    [InlineData("2026-10-07", false, "2026-10-07")]
    [InlineData("2026-10-07", true, "2026-07-10")]
    [InlineData("2026-10-19", true, "2026-10-19")]
    [InlineData("19/10/2026", true, "2026-10-19")]
    public void A_date_that_Excel_exchanged_is_exchanged_back_and_no_other(string text, bool exchanged, string day)
    {
        Assert.True(new SpreadsheetDates(Exchanged: exchanged).TryParse(text, out var date));
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), date);
    }

    [Fact]
    public void Dates_up_to_the_12th_beside_text_dates_after_it_are_asked_about()
    {
        (int, string, string)[] mixed = [(2, "Date of birth", "2019-05-03"), (3, "Date of birth", "19/10/2018")];
        Assert.IsType<ExchangedQuestion>(DateDoubts.Find(mixed, new(), null, new(2026, 11, 21)));
        Assert.Null(DateDoubts.Find(mixed, new() { ExchangedIn = ["Date of birth"] }, null, new(2026, 11, 21)));
        Assert.Null(DateDoubts.Find([.. mixed, (4, "Date of birth", "2019-05-20")], new(), null, new(2026, 11, 21)));
    }

    [Fact]
    public void Every_column_in_which_dates_may_be_exchanged_is_shown_and_none_that_proves_otherwise()
    {
        (int, string, string)[] mixed = [(2, "Date of birth", "2019-05-03"), (3, "Date of birth", "19/10/2018"), (2, "Date request received", "2026-10-09"), (3, "Date request received", "2026-10-20"), (2, "Date of decision", "2026-11-09")];
        Assert.Equal(["Date of birth", "Date of decision"], Assert.IsType<ExchangedQuestion>(DateDoubts.Find(mixed, new(), null, new(2026, 11, 21))).Columns);

        var dates = new SpreadsheetDates { ExchangedIn = ["Date of birth"] };
        Assert.True(dates.In("Date of birth").TryParse("2019-05-03", out var exchanged));
        Assert.True(dates.In("Date of decision").TryParse("2026-11-09", out var kept));
        Assert.Equal((new DateOnly(2019, 3, 5), new DateOnly(2026, 11, 9)), (exchanged, kept));
    }

    [Theory]
    [InlineData("DOB (mm/dd/yyyy)", true)]
    [InlineData("Date of birth (US format)", true)]
    [InlineData("Date of birth (dd/mm/yyyy)", false)]
    public void A_heading_that_says_month_first_makes_its_dates_a_question(string heading, bool isAsked)
    {
        Assert.Equal(isAsked, DateDoubts.SaysMonthFirst(heading));
        (int, string, string)[] dates = [(2, "Date of birth", "03/02/2015")];
        Assert.Equal(isAsked, DateDoubts.Find(dates, new(), null, new(2026, 11, 21), isAsked) is DateOrderQuestion);
    }

    [Theory]
    [InlineData("Tue 02/11/2026", "Date request received is Tue 02/11/2026, and that day is a Monday")]
    [InlineData("Mon 02/11/2026", null)]
    [InlineData("\"Monday, 2 November 2026\"", null)]
    [InlineData("02/11/2026", null)]
    public void A_weekday_that_the_day_is_not_is_looked_at(string requested, string? doubt)
    {
        var row = Sample.Row(requested: requested);

        Assert.Equal((new DateOnly(2026, 11, 2), doubt is null ? VerdictKind.Ok : VerdictKind.Warning), (row.Notification!.RequestReceivedOn, row.Result));
        if (doubt is null) { Assert.Null(row.Doubt); }
        else { Assert.StartsWith(doubt, row.Doubt, StringComparison.Ordinal); }
    }

    [Theory]
    [InlineData("Route", "Tribunal order?", true)]
    [InlineData("Primary need", "ASD?", false)]
    [InlineData("Primary need", "?ASD", false)]
    [InlineData("Looked after", "CLA?", false)]
    [InlineData("Source of request", "School?", false)]
    public void What_is_asked_and_not_said_is_never_taken_as_said(string column, string cell, bool isRefused)
    {
        var row = Sample.Row($",{column}", $",{cell}");
        Assert.Equal(isRefused, row.Result == VerdictKind.Error);
        if (!isRefused) { Assert.Equal((column, cell), row.Notification!.ToCorrect.Select(c => (c.Field, c.Given)).Single()); }
    }

    [Theory]
    [InlineData(ColumnNames.SurnameFirst, "VAN DER BERG Jan", "VAN DER BERG", "Jan", false)]
    [InlineData(ColumnNames.SurnameFirst, "St John Emily", "St", "John Emily", true)]
    [InlineData(ColumnNames.SurnameFirst, "Smith John Paul", "Smith", "John Paul", false)]
    [InlineData(ColumnNames.SurnameFirst, "SMITH JO", "SMITH", "JO", false)]
    [InlineData(ColumnNames.SurnameFirst, "O NEILL Kate", "O", "NEILL Kate", true)]
    [InlineData(ColumnNames.SurnameFirst, "Le Minh", "Le", "Minh", false)]
    [InlineData(ColumnNames.SurnameFirst, "\"van der Berg, Jan\"", "van der Berg", "Jan", false)]
    [InlineData(ColumnNames.ForenamesFirst, "Jan Van Der Berg", "Berg", "Jan Van Der", true)]
    [InlineData(ColumnNames.ForenamesFirst, "Jan VAN DER BERG", "VAN DER BERG", "Jan", false)]
    [InlineData(ColumnNames.ForenamesFirst, "Mary Ann Smith", "Smith", "Mary Ann", false)]
    public void A_whole_name_is_parted_where_capitals_show_it_and_looked_at_where_its_surname_may_be_longer(string column, string whole, string surname, string forenames, bool isLookedAt)
    {
        var choices = new ReadingChoices { Columns = new Dictionary<string, string> { ["NAME"] = column } };
        var row = Assert.Single(NotificationSpreadsheet.Read(Encoding.UTF8.GetBytes($"Name,Date request received,Date of birth\n{whole},02/11/2026,05/03/2019\n"), Sample.Today, choices).Rows);
        Assert.Equal(column == ColumnNames.SurnameFirst && whole is "Smith John Paul" or "O NEILL Kate" or "St John Emily", row.Why.Contains("the whole surname?", StringComparison.Ordinal));
        Assert.Equal((surname, forenames, isLookedAt), (row.Notification!.LegalSurname, row.Notification.Forenames, row.ToDecide is not null));
    }

    [Theory]
    [InlineData("Known as", "0")]
    [InlineData("Interpreter needed", "0")]
    public void A_nought_that_a_look_up_leaves_says_nothing(string column, string cell)
    {
        var row = Sample.Row($",{column}", $",{cell}");
        Assert.Equal((null, null, 0), (row.Notification!.KnownAs, row.Notification.Interpreter, row.Notification.ToCorrect.Count));
    }

    [Theory]
    [InlineData("LCC-26-00020", true)]
    [InlineData("BPL-26-00016", true)]
    [InlineData("LCC/26/00020", false)]
    [InlineData("EHC-1230", false)]
    public void A_reference_of_the_portals_own_is_no_reference_of_the_authority(string reference, bool isLeftOut)
    {
        var notification = Sample.Row(",LA reference", $",{reference}").Notification!;
        Assert.Equal((isLeftOut ? null : reference, isLeftOut ? 1 : 0), (notification.AuthorityReference, notification.ToCorrect.Count));
    }

    [Theory]
    [InlineData("Sharing with health", "not Dietetics", "not Dietetics")]
    [InlineData("Sharing with health", "yes", null)]
    [InlineData("Consent to share", "no objections", null)]
    public void A_wish_in_a_column_that_is_left_out_counts_until_somebody_has_found_out(string heading, string cell, string? wish)
    {
        var choices = new ReadingChoices { Columns = new Dictionary<string, string> { [NotificationColumns.Key(heading)] = "" } };
        var row = Assert.Single(NotificationSpreadsheet.Read(Encoding.UTF8.GetBytes($"{Sample.Headings},{heading}\n02/11/2026,Ashworth,Zoë,05/03/2019,{cell}\n"), Sample.Today, choices).Rows);
        Assert.Equal(wish, row.Notification!.DoNotShareWith);
    }

    [Fact]
    public void An_American_file_that_a_British_Excel_opened_is_asked_about_once_the_month_is_said_to_come_first()
    {
        (int, string, string)[] mixed = [(2, "Date request received", "2026-05-10"), (3, "Date request received", "10/20/2026")];
        Assert.IsType<DateOrderQuestion>(DateDoubts.Find(mixed, new(), null, new(2026, 11, 21)));

        var question = Assert.IsType<ExchangedQuestion>(DateDoubts.Find(mixed, new() { Dates = DateOrder.MonthFirst }, null, new(2026, 11, 21)));
        Assert.Equal((new DateOnly(2026, 10, 5), "10/20/2026"), (question.Dates.Single().Second, question.Left));
        // of dates that cannot be read day first nobody knows what happened
        Assert.Null(DateDoubts.Find(mixed, new() { Dates = DateOrder.DayFirst }, null, new(2026, 11, 21)));
    }

    [Theory]
    [InlineData("02/11/2026")]
    [InlineData("2/11/26")]
    [InlineData("2026-11-02")]
    [InlineData("2026-11-02T00:00:00")]
    [InlineData("2026-11-02 00:00:00.000")]
    [InlineData("02-Nov-2026")]
    [InlineData("2-Nov-26")]
    [InlineData("02 November 2026")]
    [InlineData("Monday, 2nd November 2026")]
    [InlineData("02/11/2026 00:00:00")]
    [InlineData("02/11/2026 00:00")]
    [InlineData("02.11.2026")]
    [InlineData("46328")]
    [InlineData("46328.0")]
    public void The_date_styles_that_Excel_writes_are_read(string text)
    {
        var cell = $"\"{text}\"";
        Assert.Equal(new DateOnly(2026, 11, 2), Sample.Row(requested: cell).Notification!.RequestReceivedOn);
    }

    [Theory]
    [InlineData("31/02/2019")]
    [InlineData("29/02/2019")]
    [InlineData("2019")]
    [InlineData("March 2019")]
    [InlineData("45")]
    [InlineData("999999")]
    [InlineData("5/3/219")]
    public void What_is_not_a_date_is_said_not_to_be_one(string text) =>
        Assert.Equal("Date of birth: not a real date", Sample.Row(born: text).Why);

    [Fact]
    public void Sept_is_September() => Assert.Equal(new DateOnly(2026, 9, 2), Sample.Row(requested: "2-Sept-2026").Notification!.RequestReceivedOn);

    [Fact]
    public void Two_digit_years_of_birth_are_in_the_lifetime_of_a_child() =>
        Assert.Equal(new DateOnly(2008, 1, 9), Sample.Row(born: "9/1/08").Notification!.DateOfBirth);

    [Theory]
    [InlineData("", "05/03/2019", "Date request received: missing")]
    [InlineData("22/11/2026", "05/03/2019", "Date request received: in the future")]
    [InlineData("31/08/2014", "05/03/2010", "Date request received: before 1 September 2014, when this law began")]
    [InlineData("02/11/2026", "03/11/2026", "Date of birth: after the request")]
    [InlineData("02/11/2026", "22/11/2026", "Date of birth: in the future")]
    [InlineData("02/11/2026", "02/11/2000", "Date of birth: 26 or over at the request")]
    [InlineData("30/02/2026", "", "Date request received: not a real date; Date of birth: missing")]
    public void Dates_that_cannot_be_are_refused_each_for_its_own_reason(string requested, string born, string why) =>
        Assert.Equal(why, Sample.Row(requested: requested, born: born).Why);

    [Theory]
    [InlineData("21/11/2026", "05/03/2019")] // today
    [InlineData("02/11/2026", "03/11/2001")] // 25 tomorrow
    [InlineData("02/11/2026", "02/11/2026")] // born that day
    public void Dates_at_the_edge_are_good(string requested, string born) => Assert.Equal(VerdictKind.Ok, Sample.Row(requested: requested, born: born).Result);

    [Theory]
    [InlineData("Yes,", "Date of decision: missing")]
    [InlineData("No,", "Date of decision: missing")]
    [InlineData("Yes,01/11/2026", "Date of decision: before the request")]
    [InlineData("Yes,22/11/2026", "Date of decision: in the future")]
    [InlineData("Yes,32/11/2026", "Date of decision: not a real date")]
    [InlineData("Perhaps,03/11/2026", "Decision to assess: must be Yes, No or blank")]
    [InlineData(",03/11/2026", "Decision to assess: missing, though there is a date of decision")]
    public void A_decision_needs_its_date_and_a_date_its_decision(string cells, string why) =>
        Assert.Equal(why, Sample.Row(",Decision to assess,Date of decision", "," + cells).Why);

    [Theory]
    [InlineData("Yes,02/11/2026", true)]
    [InlineData("n,21/11/2026", false)]
    [InlineData(",", null)]
    public void A_decision_may_be_yes_no_or_not_made(string cells, bool? decided) =>
        Assert.Equal(decided, Sample.Row(",Decision to assess,Date of decision", "," + cells).Notification!.DecidedToAssess);

    [Theory]
    [InlineData("NHS number", "943 476 591", "NHS number: must have 10 digits")]
    [InlineData("NHS number", "9.43E+09", "NHS number: Excel shortened this number, so its last digits are lost. In the workbook give the column the format Number with 0 decimal places, make it wider, and save again")]
    [InlineData("Parent email", "o’brien@x.org", "Parent email: not an address that can receive mail")]
    [InlineData("UPN", "A801200005001", "UPN: check letter is wrong")]
    [InlineData("Postcode", "PR2", "Postcode: not a UK postcode")]
    [InlineData("GP practice ODS", "P8", "GP practice ODS: must have 3 to 10 characters")]
    [InlineData("Setting URN", "12345", "Setting URN: must have 6 digits")]
    [InlineData("Source of request", "The moon", "Source of request: must be Parent, Young person, School, Post-16 institution or Other")]
    [InlineData("Primary need", "XYZ", "Primary need: not one of the codes SPLD, MLD, SLD, PMLD, SEMH, SLCN, HI, VI, MSI, PD, ASD, DS, OTH")]
    [InlineData("Looked after", "Sometimes", "Looked after: must be Yes, No or blank")]
    [InlineData("Professional 2 provider", "A trust", "Professional 2 service: missing: nothing says which professional or service is meant")]
    public void An_optional_cell_that_cannot_be_read_costs_that_cell_and_not_the_row(string heading, string cell, string why)
    {
        var row = Sample.Row("," + heading, "," + cell);

        Assert.Equal((VerdictKind.Warning, why + ". To be corrected"), (row.Result, row.Why));
        var left = Assert.Single(row.Notification!.ToCorrect);
        Assert.Equal(cell, left.Given);
        Assert.Equal(VerdictKind.Ok, Sample.Row("," + heading, ",").Result);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("Not known")]
    [InlineData("n/a")]
    [InlineData("-")]
    public void An_NHS_number_may_be_said_not_to_be_known(string cell)
    {
        var row = Sample.Row(",NHS number", "," + cell);
        Assert.Equal((VerdictKind.Ok, "NHS number unknown is allowed"), (row.Result, row.Why));
    }

    [Fact]
    public void A_row_may_have_several_problems_each_by_line_and_column()
    {
        var row = Assert.Single(Sample.Read($"{Sample.Headings},Decision to assess\n,Ashworth,Zoë,5/13/19/1,Perhaps\n").Rows);
        Assert.Equal(
            ["Date request received: missing", "Decision to assess: must be Yes, No or blank", "Date of decision: missing", "Date of birth: not a real date"],
            row.Problems.Select(p => p.ToString()));
        Assert.All(row.Problems, p => Assert.Equal(2, p.Line));
    }

    [Fact]
    public void Text_longer_than_the_portal_holds_is_left_out_not_cut() =>
        Assert.Equal("Known as: longer than 100 characters. To be corrected", Sample.Row(",Known as", "," + new string('x', 101)).Why);

    [Fact]
    public void Blank_rows_are_skipped_but_counted()
    {
        var reading = Sample.Read($"\n,,,\n{Sample.Headings}\n\n02/11/2026,A,B,05/03/2019\n , ,,\n\n02/11/2026,C,D,\n\n");
        Assert.Equal([5, 8], reading.Rows.Select(r => r.Line));
    }

    [Fact]
    public void Short_rows_are_fine_and_long_ones_are_not()
    {
        Assert.Equal(VerdictKind.Ok, Sample.Row(",Sex,Known as", "").Result);
        Assert.StartsWith("it has 8 cells, and there are 5 headings", Sample.Row(",Sex", ",F,,,").Doubt, StringComparison.Ordinal);
        Assert.StartsWith("more cells than headings", Sample.Row(",Sex", ",F,Preston").Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_1252_is_understood()
    {
        var bytes = Encoding.Latin1.GetBytes($"{Sample.Headings}\n02/11/2026,O\u0092Brien,Zoë,05/03/2019\n");
        var n = Assert.Single(Sample.Read(bytes).Rows).Notification!;
        Assert.Equal(("O’Brien", "Zoë"), (n.LegalSurname, n.Forenames));
    }

    [Fact]
    public void Any_number_of_professionals_is_read_and_unknown_columns_are_named()
    {
        var text = $"{Sample.Headings},Professional 7 service,Professional 1 name,Shoe size\n02/11/2026,A,B,05/03/2019,CAMHS,Dr Rao,4\n";
        // what nobody knows is asked first, because it may hold an objection or a decision
        Assert.Contains("Shoe size", Assert.IsType<ColumnsQuestion>(Sample.Read(text).Question).Columns.Select(c => c.Heading));
        Assert.Null(Sample.Read(text.Replace(",4\n", ",\n", StringComparison.Ordinal)).Question);

        var reading = NotificationSpreadsheet.Read(Encoding.UTF8.GetBytes(text), new(2026, 11, 21), new() { Columns = new Dictionary<string, string> { [NotificationColumns.Key("Shoe size")] = "" } });

        Assert.Equal([new("Dr Rao", null, null), new(null, "CAMHS", null)], reading.Rows[0].Notification!.Professionals);
        Assert.Equal(["Shoe size"], reading.IgnoredHeadings);
    }

    [Fact]
    public void A_cell_that_would_run_as_a_formula_comes_back_harmless_and_reads_the_same()
    {
        var reading = Sample.Read($"{Sample.Headings},Parent or carer,Parent phone\n,A,B,05/03/2019,=cmd|' /C calc'!A0,+44 7700 900690\n");
        var text = Encoding.UTF8.GetString(RefusedRows.Write(reading));
        Assert.Contains("'=cmd", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", text, StringComparison.Ordinal);

        var mended = Assert.Single(Sample.Read(text.Replace(",,A,B,", ",02/11/2026,A,B,", StringComparison.Ordinal)).Rows).Notification!;
        Assert.Equal(("=cmd|' /C calc'!A0", "+44 7700 900690"), (mended.ParentName, mended.ParentPhone));
    }
}
