using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed class EnglandBankHolidaysTests
{
    [Theory]
    [InlineData(2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    public void A_year_has_the_holidays_that_were_proclaimed(int year, string days) =>
        Assert.Equal(days, string.Join(' ', EnglandBankHolidays.ForYear(year).Order().Select(d => d.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Every_year_of_the_file_is_the_one_worked_out_from_the_law()
    {
        Assert.Equal((2013, 2045), EnglandBankHolidays.Held);
        for (var year = EnglandBankHolidays.Held.First; year <= EnglandBankHolidays.Held.Last; year++)
        {
            Assert.Equal(ComputedBankHolidays.ForYear(year).Order(), EnglandBankHolidays.ForYear(year).Order());
        }
    }

    [Theory]
    [InlineData(2012, BankHolidayStatus.NotHeld)]
    [InlineData(2013, BankHolidayStatus.Published)]
    [InlineData(2027, BankHolidayStatus.Published)]
    [InlineData(2028, BankHolidayStatus.Projected)]
    [InlineData(2045, BankHolidayStatus.Projected)]
    [InlineData(2046, BankHolidayStatus.NotHeld)]
    public void A_year_says_how_sure_it_is(int year, BankHolidayStatus status) => Assert.Equal(status, EnglandBankHolidays.StatusOf(year));

    [Fact]
    public void Outside_the_file_only_weekends_are_days_off()
    {
        Assert.True(EnglandBankHolidays.IsWorkingDay(new(2046, 12, 25))); // a Tuesday
        Assert.False(EnglandBankHolidays.IsWorkingDay(new(2046, 12, 22)));
        Assert.Empty(EnglandBankHolidays.ForYear(2046));
    }

    [Theory]
    [InlineData("2038-04-23", "2038-04-26")] // Easter Day on 25 April, its latest
    [InlineData("2035-03-23", "2035-03-26")]
    public void Easter_is_right_at_its_edges(string goodFriday, string easterMonday)
    {
        Assert.True(EnglandBankHolidays.IsBankHoliday(Day.Of(goodFriday)));
        Assert.True(EnglandBankHolidays.IsBankHoliday(Day.Of(easterMonday)));
    }

    [Fact]
    public void Every_ordinary_year_has_eight_all_on_weekdays()
    {
        foreach (var year in Enumerable.Range(2013, 33))
        {
            var days = EnglandBankHolidays.ForYear(year);
            Assert.Equal(year switch { 2022 => 10, 2023 => 9, _ => 8 }, days.Count);
            Assert.DoesNotContain(days, d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }
    }

    [Theory]
    [InlineData("2026-12-28", "2026-12-24")] // a substitute Boxing Day after a weekend after Christmas
    [InlineData("2026-04-06", "2026-04-02")]
    [InlineData("2026-04-07", "2026-04-07")]
    [InlineData("2022-01-03", "2021-12-31")]
    public void The_last_working_day_steps_over_weekends_and_holidays(string date, string expected) =>
        Assert.Equal(Day.Of(expected), EnglandBankHolidays.LastWorkingDayOnOrBefore(Day.Of(date)));

    [Fact]
    public void A_holiday_that_is_added_is_no_working_day_and_one_that_was_moved_is_one_and_limits_in_weeks_stay()
    {
        // in this class, because the facts hold for the whole process and no other test may count with the year
        var facts = new DatedFacts { BankHolidays = [new(new(2044, 6, 14), "Day of the coronation")], NotBankHolidays = [new(2044, 5, 30)], PublishedYears = [2044] };
        try
        {
            DatedFacts.Use(facts);
            Assert.True(EnglandBankHolidays.IsBankHoliday(new(2044, 6, 14)));
            Assert.True(EnglandBankHolidays.IsWorkingDay(new(2044, 5, 30)));
            Assert.Equal(BankHolidayStatus.Published, EnglandBankHolidays.StatusOf(2044));
            Assert.Equal(new DateOnly(2044, 6, 16), new TimeLimit(3, TimeUnit.WorkingDays, CountingConvention.Of).DueFrom(new(2044, 6, 10)));
            Assert.Equal(new DateOnly(2044, 6, 14), new TimeLimit(2, TimeUnit.Weeks, CountingConvention.Of).DueFrom(new(2044, 5, 31)));
        }
        finally { DatedFacts.Use(DatedFacts.None); }
        Assert.False(EnglandBankHolidays.IsBankHoliday(new(2044, 6, 14)));
    }
}
