using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Tests.Domain.Identifiers;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("Dorian_Thistlewood_LCC-26-00257_OT_report.pdf", "LCC-26-00257")]
    [InlineData("OT report lcc_26_00257.pdf", "LCC-26-00257")]
    [InlineData("Reference: LCC–26–00257, seen in clinic", "LCC-26-00257")]
    [InlineData("NHS number 999 101 0963", "9991010963")]
    [InlineData("NHS No: 9991010963, born 01/02/2015", "9991010963")]
    [InlineData("born 01/02/2015 999-101-0963", "9991010963")]
    [InlineData("NHS9991010963_report.pdf", "9991010963")]
    [InlineData("NHS number | 9 | 9 | 9 | 1 | 0 | 1 | 0 | 9 | 6 | 3 |", "9991010963")]
    [InlineData("NHS no. 9 9 9 1 0 1 0 9 6 3", "9991010963")]
    [InlineData("NHS number 99910 10963", "9991010963")]
    [InlineData("999.101.0963", "9991010963")]
    [InlineData("see LCC/26/00257", "LCC-26-00257")]
    [InlineData("report LCC 26 00257.pdf", "LCC-26-00257")]
    [InlineData("LCC2600257", "LCC-26-00257")]
    [InlineData("LCC-26-00257 and BBB-26-00001 and 999 101 0963", "LCC-26-00257 BBB-26-00001 9991010963")]
    public void References_of_the_portal_and_NHS_numbers_are_found_in_names_and_text(string text, string found)
    {
        Assert.Equal(found, Mentions.In(text).Stored);
        Assert.Equal(found, Mentions.Read(Mentions.In(text).Stored).Stored);
    }

    [Theory]
    [InlineData("Ring 01253 300 000 or 07700 900123")]
    [InlineData("+44 7700900123 and 0044 7700900123")]
    [InlineData("+44 9991010963")]
    [InlineData("Invoice 09991010963, £9991010963, 19991010963")]
    [InlineData("NHS number 999 101 0964")]
    [InlineData("Item X9991010963Y of 9991010963.5")]
    [InlineData("Seconds since 1970: 1700000007")]
    [InlineData("LCC-26-257 and LCC-2026-00257 and LCC-26-00257B")]
    [InlineData("")]
    [InlineData(null)]
    public void Telephone_numbers_and_other_numbers_name_nobody(string? text) => Assert.Null(Mentions.In(text).Stored);

    [Fact]
    public void What_is_kept_fits_its_column_however_many_are_named()
    {
        var many = Mentions.In(string.Join(' ', Enumerable.Range(1, 40).Select(n => $"ABCDE-26-{100_000 + n}")) + " " + string.Join(' ', Enumerable.Range(0, 4000).Select(n => $"9991{n:000000}")));

        Assert.InRange(many.Stored!.Length, 100, Mentions.StoredLength);
    }
}
