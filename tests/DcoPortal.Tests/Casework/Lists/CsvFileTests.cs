using System.Text;
using DcoPortal.Casework.Lists;

namespace DcoPortal.Tests.Casework.Lists;

public sealed class CsvFileTests
{
    [Fact]
    public void A_file_begins_with_a_mark_for_excel_quotes_what_it_must_and_runs_nothing()
    {
        var bytes = CsvFile.Write(["Name", "Note"], [["O'Neill, Zoë", "She said \"yes\""], ["=1+1", "@cmd"], ["+44", "-5"], [null, "two\nlines"]]);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("Name,Note\r\n\"O'Neill, Zoë\",\"She said \"\"yes\"\"\"\r\n\"'=1+1\",\"'@cmd\"\r\n\"'+44\",\"'-5\"\r\n,\"two\nlines\"\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public void A_number_of_the_program_is_written_as_a_number_also_below_zero() =>
        Assert.Equal("Days left\r\n-71\r\n14\r\n\"'-71\"\r\n", Encoding.UTF8.GetString(CsvFile.Write(["Days left"], [[CsvFile.Number(-71)], [CsvFile.Number(14)], ["-71"]])[3..]));

    [Fact]
    public void A_row_that_does_not_fit_its_headings_is_refused() => Assert.Throws<ArgumentException>(() => CsvFile.Write(["One"], [["1", "2"]]));
}
