using DcoPortal.Domain.Figures;

namespace DcoPortal.Tests.Domain.Figures;

public sealed class FigurePeriodTests
{
    [Theory]
    [InlineData("2026-11", "November 2026", "2026-11-01", "2026-11-30", "2026-10", "2026-12")]
    [InlineData("2026-01", "January 2026", "2026-01-01", "2026-01-31", "2025-12", "2026-02")]
    [InlineData("2026-Q3", "July to September 2026", "2026-07-01", "2026-09-30", "2026-Q2", "2026-Q4")]
    [InlineData("2026-Q1", "January to March 2026", "2026-01-01", "2026-03-31", "2025-Q4", "2026-Q2")]
    [InlineData("2025-2026", "the academic year 2025 to 2026", "2025-09-01", "2026-08-31", "2024-2025", "2026-2027")]
    [InlineData("2026-11-03_2026-11-09", "3 November 2026 to 9 November 2026", "2026-11-03", "2026-11-09", "2026-10-27_2026-11-02", null)]
    public void A_period_has_a_word_a_name_days_and_neighbours(string word, string name, string from, string to, string before, string? after)
    {
        var period = FigurePeriod.Parse(word)!;

        Assert.Equal((word, name, from, to, before, after), (period.Word, period.Name, $"{period.From:yyyy-MM-dd}", $"{period.To:yyyy-MM-dd}", period.Before.Word, period.After?.Word));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2026-Q5")]
    [InlineData("2026-2028")]
    [InlineData("26-11")]
    [InlineData("2026-11-09_2026-11-03")]
    [InlineData("2020-01-01_2026-01-01")]
    [InlineData("9999-01-01_9999-01-02")]
    [InlineData(null)]
    public void Other_words_are_no_period(string? word) => Assert.Null(FigurePeriod.Parse(word));

    [Fact]
    public void Months_fill_quarters_and_years()
    {
        Assert.Equal(["2026-07", "2026-08", "2026-09"], FigurePeriod.Parse("2026-Q3")!.EachMonth().Select(m => m.Word));
        Assert.Equal(12, FigurePeriod.AcademicYearOf(new(2026, 8, 31)).EachMonth().Count());
        Assert.Equal("2025-2026", FigurePeriod.AcademicYearOf(new(2026, 8, 31)).Word);
        Assert.False(FigurePeriod.Parse("2026-11")!.HasEnded(new(2026, 11, 30)));
        Assert.True(FigurePeriod.Parse("2026-11")!.HasEnded(new(2026, 12, 1)));
    }

    [Fact]
    public void A_percentile_counts_what_never_came()
    {
        var days = new DayCounts([(30, 2), (10, 4), (50, 2)]);

        Assert.Equal((10, 50, 8), (days.Percentile(50), days.Percentile(90), days.All));
        // of ten, the ninth came after 50 days; with two that never came, nobody can say when nine in ten had come
        Assert.Equal((30, (int?)null), (new DayCounts([(30, 2), (10, 4), (50, 2)], never: 2).Percentile(50), new DayCounts([(30, 2), (10, 4), (50, 2)], never: 2).Percentile(90)));
        Assert.Null(new DayCounts([]).Percentile(50));
        Assert.Equal(7, new DayCounts([(7, 1)]).Percentile(90));
    }
}
