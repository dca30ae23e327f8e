using System.Text;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

/// <summary>Small files as they come from authorities: each stands for its kind, and says what reading it must give.</summary>
public sealed class FieldSampleTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);

    private static byte[] Bytes(string file) => Sample.File(file);

    private static ImportReading Read(string file, ReadingChoices? choices = null) => NotificationSpreadsheet.Read(Bytes(file), Today, choices ?? ReadingChoices.None);

    private static ImportReading Field(string file) => Read($"field/{file}");

    private static ImportReading Text(string text, ReadingChoices? choices = null) => NotificationSpreadsheet.Read(Encoding.UTF8.GetBytes(text), Today, choices ?? ReadingChoices.None);

    [Fact]
    public void A_number_that_Excel_shortened_says_so_and_how_to_undo_it()
    {
        var rows = Field("02-nhs-number-scientific.csv").Rows;

        Assert.StartsWith("NHS number: Excel shortened this number", rows[0].Why, StringComparison.Ordinal);
        Assert.Contains("format Number with 0 decimal places", rows[0].Why, StringComparison.Ordinal);
        Assert.Equal(["9990100055", "9990100055"], rows.Skip(1).Select(r => r.Notification!.NhsNumber!.Value));
    }

    [Fact]
    public void Excel_errors_are_told_in_every_column_and_are_never_a_name()
    {
        var rows = Field("03-excel-error-values.csv").Rows;

        Assert.Equal("Legal surname: #N/A is an error of Excel, not a name", rows[0].Why);
        Assert.Equal("Forenames: #REF! is an error of Excel, not a name", rows[1].Why);
        Assert.Equal("LA reference: #N/A is an error of Excel, not a value. To be corrected; NHS number: #N/A is an error of Excel, not a value. To be corrected", rows[2].Why);
        Assert.NotNull(rows[2].Notification);
        Assert.StartsWith("Date request received: ##### means that the column was too narrow", rows[3].Why, StringComparison.Ordinal);
        Assert.Equal("Legal surname: #VALUE! is an error of Excel, not a name; Forenames: #NAME? is an error of Excel, not a name", rows[4].Why);
    }

    [Fact]
    public void Headings_are_found_beneath_titles()
    {
        var row = Assert.Single(Field("04-title-row-above-headings.csv").Rows);
        Assert.Equal((4, "Eastburn"), (row.Line, row.Notification!.LegalSurname));
    }

    [Fact]
    public void Blank_columns_and_rows_and_totals_are_passed_over()
    {
        var reading = Field("05-trailing-columns-and-totals.csv");
        Assert.Equal(VerdictKind.Ok, Assert.Single(reading.Rows).Result);
        Assert.Equal([5], reading.PassedOver);
        Assert.Empty(reading.IgnoredHeadings);
    }

    [Fact]
    public void At_25_a_row_comes_in_with_its_reason_to_be_given_and_at_26_it_is_refused()
    {
        var rows = Field("13-age-edges.csv").Rows;
        Assert.Equal([VerdictKind.Warning, VerdictKind.Ok, VerdictKind.Error, VerdictKind.Warning, VerdictKind.Ok], rows.Select(r => r.Result));
        Assert.StartsWith("Reasons for the request: 25 at the request.", rows[0].Why, StringComparison.Ordinal);
        Assert.Equal("Date of birth: 26 or over at the request", rows[2].Why);
    }

    [Fact]
    public void A_person_with_one_name_is_looked_at_and_a_stroke_is_no_name()
    {
        var rows = Field("14-single-name.csv").Rows;
        Assert.Equal([("Suharto", ""), ("Madonna", "")], rows.Take(2).Select(r => (r.Notification!.LegalSurname, r.Notification.Forenames)));
        Assert.Equal("only one name, Suharto: take the row if that is the whole name", rows[0].ToDecide);
        Assert.Equal(["Legal surname: “-” is not a name", "Legal surname: “Not known” is not a name"], rows.Skip(2).Select(r => r.Why));
    }

    [Fact]
    public void Curly_quotation_marks_around_cells_are_told() =>
        Assert.Contains("“Newby begins with a curly quotation mark, which holds no cell together", Assert.Single(Field("15-smart-quotes-as-quotes.csv").Rows).Why, StringComparison.Ordinal);

    [Fact]
    public void Headings_of_other_usual_names_are_known_at_once()
    {
        var reading = Field("16-natural-headings.csv");
        var n = Assert.Single(reading.Rows).Notification!;
        Assert.Equal(("FC-1601", new DateOnly(2026, 11, 2), "Oakes", "Maya", "9990100381", "SLCN"), (n.AuthorityReference, n.RequestReceivedOn, n.LegalSurname, n.Forenames, n.NhsNumber!.Value, n.PrimaryNeed!.Code));
        Assert.Empty(reading.IgnoredHeadings);
    }

    [Fact]
    public void Unicode_text_of_Excel_is_good() => Assert.Equal(("Pârvu", "Zoë"), (Field("17-unicode-text.txt").Rows[0].Notification!.LegalSurname, Field("17-unicode-text.txt").Rows[0].Notification!.Forenames));

    [Fact]
    public void The_days_of_a_case_under_way_are_taken()
    {
        var n = Assert.Single(Field("19-in-flight-cases.csv").Rows).Notification!;
        Assert.Equal((null, new DateOnly(2026, 8, 12)), (n.HealthToldOn, n.AdviceRequestedOn!.Value));
        Assert.Equal(new DateOnly(2026, 9, 20), Assert.Single(n.Professionals).AnsweredOn);
    }

    [Fact]
    public void Years_of_two_digits_are_in_the_lifetime_of_a_child()
    {
        var rows = Field("20-two-digit-years.csv").Rows;
        Assert.Equal([2019, 2001], rows.Take(2).Select(r => r.Notification!.DateOfBirth.Year));
        Assert.Equal(VerdictKind.Error, rows[2].Result);
    }

    [Fact]
    public void One_column_of_whole_names_is_offered_to_be_split()
    {
        var question = Assert.IsType<ColumnsQuestion>(Field("21-one-name-column.csv").Question);
        var name = question.Columns.Single(c => c.Heading == "Name");
        Assert.Equal((ColumnNames.SurnameFirst, "Tarleton, Maya"), (name.Column, Assert.Single(name.Samples)));

        var answered = Read("field/21-one-name-column.csv", new() { Columns = new Dictionary<string, string> { [name.Key] = name.Column! } });
        Assert.Equal(("Tarleton", "Maya"), (answered.Rows[0].Notification!.LegalSurname, answered.Rows[0].Notification!.Forenames));
    }

    [Fact]
    public void National_postcodes_are_valid_and_others_cost_the_cell()
    {
        var rows = Field("22-pseudo-postcodes.csv").Rows;
        Assert.Equal("ZZ99 3VZ", rows[0].Notification!.Postcode!.Value);
        Assert.Null(rows[1].Notification!.Postcode);
        Assert.Equal(new("Postcode", "PR1 8XJ (foster)", "not a UK postcode"), Assert.Single(rows[2].Notification!.ToCorrect));
    }

    [Fact]
    public void Needs_are_read_by_their_usual_names_and_others_come_in_to_be_corrected()
    {
        var rows = Field("23-need-synonyms.csv").Rows;
        Assert.Equal(["ASD", "SLCN", null, null], rows.Select(r => r.Notification!.PrimaryNeed?.Code));
        Assert.All(rows.Skip(2), r => Assert.StartsWith("not one of the codes SPLD, MLD,", Assert.Single(r.Notification!.ToCorrect).Why, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_for_looked_after_mean_yes_or_come_in_to_be_corrected()
    {
        var rows = Field("25-looked-after-variants.csv").Rows;
        Assert.Equal([true, true, null, true, true], rows.Select(r => r.Notification!.IsLookedAfter));
        Assert.Equal("Looked after", Assert.Single(rows[2].Notification!.ToCorrect).Field);
    }

    [Fact]
    public void Cells_that_people_guard_as_text_are_read()
    {
        var rows = Field("26-text-guards.csv").Rows;
        Assert.Equal("9990200025", rows[0].Notification!.NhsNumber!.Value);
        Assert.Equal(new DateOnly(2026, 11, 2), rows[1].Notification!.RequestReceivedOn);
        Assert.Equal("9434765919", Sample.Row(",NHS number", ",'9434765919").Notification!.NhsNumber!.Value);
    }

    [Theory]
    [InlineData("requests.xlsx")]
    [InlineData("requests.xls")]
    public void A_workbook_is_read_directly_with_its_titles_totals_other_sheets_and_hidden_ones(string file)
    {
        var reading = Read(file);

        Assert.Equal((null, null), (reading.Failure, reading.Question));
        Assert.Equal(["FC-X1", "FC-X2", "FC-X3", "FC-X4"], reading.Rows.Select(r => r.RawCells[0]));
        Assert.Equal([4, 5, 6, 7], reading.Rows.Select(r => r.Line));
        Assert.Equal([8], reading.PassedOver);
        var first = reading.Rows[0].Notification!;
        Assert.Equal(("Zieliński", new DateOnly(2026, 11, 2), new DateOnly(2019, 4, 17), "9990100055"), (first.LegalSurname, first.RequestReceivedOn, first.DateOfBirth, first.NhsNumber!.Value));
        // of an old workbook the reader gives an error of Excel as a blank cell
        Assert.NotEqual("", reading.Rows[2].Why);
        if (file.EndsWith('x'))
        {
            Assert.StartsWith("NHS number: #N/A is an error of Excel", reading.Rows[1].Why, StringComparison.Ordinal);
            Assert.StartsWith("Legal surname: #N/A is an error of Excel", reading.Rows[2].Why, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_several_sheets_with_notifications_one_is_asked_for()
    {
        var question = Assert.IsType<SheetQuestion>(Read("two-sheets.xlsx").Question);
        Assert.Equal([("Autumn", 1), ("Summer", 2)], question.Sheets);
        Assert.Equal(["Sam", "Sue"], Read("two-sheets.xlsx", new() { Sheet = "Summer" }).Rows.Select(r => r.Notification!.Forenames));
    }

    [Fact]
    public void The_template_is_a_workbook_that_is_read_back_without_a_column_left_out()
    {
        var file = SheetFile.Read(TemplateWorkbook.Bytes);
        Assert.Equal("Notifications", file.Sheets[0].Name);
        Assert.Equal(NotificationColumns.All, file.Sheets[0].Rows[0].Cells);
        Assert.Equal("The file has headings but no rows beneath them.", NotificationSpreadsheet.Read(TemplateWorkbook.Bytes, Today).Failure);
    }

    [Fact]
    public void One_date_that_can_only_be_month_first_makes_every_other_a_question()
    {
        var text = $"{Sample.Headings}\n02/11/2026,Ashworth,Zoë,05/03/2019\n11/03/2026,Birch,Ann,03/25/2019\n";

        var question = Assert.IsType<DateOrderQuestion>(Text(text).Question);
        Assert.Empty(Text(text).Rows);
        Assert.Equal(["03/25/2019", "02/11/2026", "05/03/2019"], question.Dates.Select(d => d.Text));
        Assert.Equal((null, new DateOnly(2019, 3, 25)), (question.Dates[0].First, question.Dates[0].Second));
        Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 2, 11)), (question.Dates[1].First, question.Dates[1].Second));

        Assert.Equal([new DateOnly(2026, 2, 11), new DateOnly(2026, 11, 3)], Text(text, new() { Dates = DateOrder.MonthFirst }).Rows.Select(r => r.Notification!.RequestReceivedOn));
        Assert.Equal("Date of birth: not a real date", Text(text, new() { Dates = DateOrder.DayFirst }).Rows[1].Why);
    }

    [Fact]
    public void Days_as_numbers_that_may_be_counted_from_1904_are_asked()
    {
        var text = $"{Sample.Headings}\n44866,Ashworth,Zoë,42000\n";
        var question = Assert.IsType<EpochQuestion>(Text(text).Question);
        Assert.Equal((new DateOnly(2022, 11, 1), new DateOnly(2026, 11, 2)), (question.Dates[0].First, question.Dates[0].Second));
        Assert.Equal(new DateOnly(2026, 11, 2), Text(text, new() { CountsFrom1904 = true }).Rows[0].Notification!.RequestReceivedOn);
    }

    [Theory]
    [InlineData("2026-06-30T23:30:00Z", "2026-07-01")]
    [InlineData("2026-07-01T00:30:00+02:00", "2026-06-30")]
    [InlineData("2026-01-05T23:30:00.000Z", "2026-01-05")]
    public void An_instant_is_a_day_in_the_United_Kingdom(string cell, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Sample.Row(requested: cell).Notification!.RequestReceivedOn);

    [Theory]
    [InlineData("No")]
    [InlineData("N/A")]
    [InlineData("Nobody")]
    [InlineData("none.")]
    public void Nobody_is_no_objection(string cell) => Assert.Null(Sample.Row(",Do not share with", "," + cell).Notification!.DoNotShareWith);

    [Fact]
    public void Fifty_thousand_rows_are_refused_with_how_to_split_them()
    {
        var text = new StringBuilder(Sample.Headings).Append('\n');
        for (var i = 0; i < 50_000; i++) { text.Append("02/11/2026,Ashworth,Zoë,05/03/2019\n"); }
        Assert.Equal("The file has 50,000 rows, and one import takes 5,000: split it into 10 files, each with the headings, and import one after the other.", Text(text.ToString()).Failure);
    }
}
