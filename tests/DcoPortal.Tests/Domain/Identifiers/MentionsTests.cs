using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Tests.Domain.Identifiers;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("Dorian_Thistlewood_LCC-26-00257_OT_report.pdf", "LCC-26-00257")]
    [InlineData("OT report lcc_26_00257.pdf", "LCC-26-00257")]
    [InlineData("Reference: LCC–26–00257, seen in clinic", "LCC-26-00257")]
    [InlineData("NHS number 999 101 0963", "9991010963")]
    [InlineData("NHS No: 9991010963, born 01/02/2015", "9991010963 *20150201")]
    [InlineData("born 01/02/2015 999-101-0963", "9991010963 *20150201")]
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

    [Theory]
    [InlineData("Name: Cornelius. Date of birth: 09/06/2015")]
    [InlineData("DOB 9.6.15")]
    [InlineData("D.O.B.: 9 June 2015")]
    [InlineData("d.o.b 2015-06-09")]
    [InlineData("Cornelius (born 9 June 2015) was seen")]
    [InlineData("He was born on the 9th of June 2015")]
    [InlineData("Date of Birth (dd/mm/yyyy): 09-06-2015")]
    [InlineData("Date of birth | Tuesday 9 June 2015 |")]
    [InlineData("Thistlethwaite_DOB_09-06-2015_OT.pdf")]
    [InlineData("Born June 9, 2015")]
    public void A_date_that_is_called_a_date_of_birth_is_found(string text)
    {
        Assert.Equal("*20150609", Mentions.In(text).Stored);
        Assert.Equal([new DateOnly(2015, 6, 9)], Mentions.Read("*20150609").Dates.Births);
    }

    [Theory]
    [InlineData("Seen on 9 June 2015")]
    [InlineData("Mother's date of birth: 03/04/1985")]
    [InlineData("Mother: Jane Smith, DOB 03/04/1985")]
    [InlineData("His younger brother, born 3 April 2020, plays")]
    [InlineData("A newborn on 9 June 2015")]
    [InlineData("Born at 29 weeks. 31/02/2015")]
    public void Any_other_date_names_nobody(string text) => Assert.Null(Mentions.In(text).Stored);

    [Theory]
    [InlineData("KNOWNCHILD, Perry (05/06/2014)")]
    [InlineData("Perry Knownchild, 05/06/2014, OT report")]
    [InlineData("Patient: Perry Knownchild (2014-06-05)")]
    [InlineData("Knownchild Perry, 05-Jun-2014")]
    [InlineData("Perry Knownchild, 5 June 2014")]
    [InlineData("Perry KNOWNCHILD b. 5.6.14")]
    [InlineData("Knownchild Perry 05-06-2014.pdf")]
    [InlineData("Occupational Therapy Report Perry Knownchild (05/06/2014) needs help")]
    [InlineData("05/06/2014 Perry Knownchild")]
    public void A_full_name_beside_a_date_may_be_a_child_born_on_it(string text)
    {
        var child = new DcoPortal.Domain.Assessments.ChildOrYoungPerson { LegalSurname = "Knownchild", Forenames = "Perry", DateOfBirth = new(2014, 6, 5) };

        var stored = Mentions.In(text).Stored;

        Assert.Contains(child.MatchKey, Mentions.Read(stored).Dates.Named.SelectMany(n => n.Keys));
    }

    [Fact]
    public void Other_dates_are_kept_beside_a_date_of_birth_because_the_child_s_own_may_be_one()
    {
        var read = Mentions.Read(Mentions.In("Twin, born 9/6/2015. Seen 1 May 2016, 2 May 2017").Stored);

        Assert.True(read.IsEmpty);
        read = Mentions.Read(Mentions.In("DOB 9/6/2015. Seen 1 May 2016, 2 May 2017, for LCC-26-00257 (999 101 0963)").Stored);
        Assert.Equal([new DateOnly(2016, 5, 1), new DateOnly(2017, 5, 2)], read.Dates.Others);
        Assert.True(read.Dates.Holds(new(2015, 6, 9)) && read.Dates.Holds(new(2016, 5, 1)) && !read.Dates.Holds(new(2016, 5, 2)));
        Assert.Equal(("LCC-26-00257", "9991010963"), (Assert.Single(read.References), Assert.Single(read.NhsNumbers)));
    }

    [Fact]
    public void What_is_kept_fits_its_column_however_many_are_named()
    {
        var many = Mentions.In(string.Join(' ', Enumerable.Range(1, 40).Select(n => $"ABCDE-26-{100_000 + n}")) + " " + string.Join(' ', Enumerable.Range(0, 4000).Select(n => $"9991{n:000000}")) + " " + string.Join(' ', Enumerable.Range(1, 28).Select(n => $"DOB {n}/6/2015, seen {n}/1/2020, {n}/2/2021")));

        Assert.InRange(many.Stored!.Length, 100, Mentions.StoredLength);
    }
}
