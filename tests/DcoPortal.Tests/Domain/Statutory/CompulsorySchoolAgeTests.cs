using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class CompulsorySchoolAgeTests
{
    [Theory]
    [InlineData("2010-08-31", "2026-06-26")] // youngest in the year
    [InlineData("2009-09-01", "2026-06-26")] // oldest in the year
    [InlineData("2010-09-01", "2027-06-25")]
    [InlineData("2012-02-29", "2028-06-30")] // the 30th is itself a Friday
    public void It_ends_on_the_last_Friday_in_June_of_the_school_year_they_turn_16(string born, string ends) =>
        Assert.Equal(Day.Of(ends), CompulsorySchoolAge.EndsOn(Day.Of(born)));

    [Theory]
    [InlineData("2026-06-26", false)]
    [InlineData("2026-06-27", true)]
    [InlineData("2035-05-14", true)]
    [InlineData("2035-05-15", false)] // the 25th birthday
    public void A_young_person_is_over_compulsory_school_age_and_under_25(string on, bool expected) =>
        Assert.Equal(expected, CompulsorySchoolAge.IsYoungPerson(new(2010, 5, 15), Day.Of(on)));

    [Theory]
    [InlineData("2019-03-04", "2026-03-03", 6)]
    [InlineData("2019-03-04", "2026-03-04", 7)]
    [InlineData("2012-02-29", "2026-02-28", 13)]
    [InlineData("2012-02-29", "2026-03-01", 14)]
    [InlineData("2012-02-29", "2028-02-29", 16)]
    [InlineData("2026-05-01", "2026-04-30", -1)]
    public void Age_is_in_whole_years_lived(string born, string on, int age) =>
        Assert.Equal(age, CompulsorySchoolAge.AgeOn(Day.Of(born), Day.Of(on)));
}
