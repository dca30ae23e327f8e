using DcoPortal.Casework.Lists;
using DcoPortal.Casework.Text;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Platform.Ui;

namespace DcoPortal.Tests.Platform.Ui;

public class WordsTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(RagStatus.Overdue, -4, null, "4 days overdue")]
    [InlineData(RagStatus.Overdue, -1, null, "1 day overdue")]
    [InlineData(RagStatus.DueSoon, 0, null, "Due today")]
    [InlineData(RagStatus.DueSoon, 1, null, "Due tomorrow")]
    [InlineData(RagStatus.DueSoon, 3, null, "Due in 3 days")]
    [InlineData(RagStatus.OnTrack, 42, null, "42 days left")]
    [InlineData(RagStatus.Done, 5, -3, "Done on 18 November 2026")]
    [InlineData(RagStatus.DoneLate, -8, -4, "Done 4 days late")]
    [InlineData(RagStatus.Done, 5, null, "Done")]
    public void A_status_reads_as_a_person_would_say_it(RagStatus status, int due, int? done, string words) =>
        Assert.Equal(words, StatusVocabulary.Words(status, Today.AddDays(due), done is { } d ? Today.AddDays(d) : null, Today));

    [Theory]
    [InlineData(RagStatus.Overdue, -4, null, "4 days past local target")]
    [InlineData(RagStatus.DoneLate, -8, -4, "Done 4 days past local target")]
    [InlineData(RagStatus.DueSoon, 3, null, "Due in 3 days")]
    public void Nothing_is_overdue_by_a_local_target(RagStatus status, int due, int? done, string words) =>
        Assert.Equal(words, StatusVocabulary.Words(status, Today.AddDays(due), done is { } d ? Today.AddDays(d) : null, Today, isLocalTarget: true));

    [Fact]
    public void Every_status_has_its_own_words_colour_order_and_symbol()
    {
        // one that lapsed is in no key: nothing is owed
        RagStatus[] statuses = [.. Enum.GetValues<RagStatus>().Where(s => s != RagStatus.Lapsed)];
        Assert.Equal(statuses.Length, StatusVocabulary.All.Select(s => s.Label).Distinct().Count());
        Assert.Equal(statuses.Length, StatusVocabulary.All.Select(s => s.CssClass).Distinct().Count());
        Assert.Equal(statuses.Length, StatusVocabulary.All.Select(s => s.Order).Distinct().Count());
        Assert.Equal(statuses.Length, StatusVocabulary.All.Select(s => s.Icon.ToString()!.Split('>', 2)[1]).Distinct().Count());
        Assert.All(statuses, s => Assert.Equal(s, StatusVocabulary.Of(s).Status));
    }

    [Theory]
    [InlineData("31", "3", "2019", null)]
    [InlineData("1", "March", "2019", null)]
    [InlineData("01", "sept", "2019", null)]
    [InlineData(" 29 ", "2", "2024", null)]
    [InlineData("29", "2", "2023", "Date of birth must be a real date")]
    [InlineData("31", "4", "2019", "Date of birth must be a real date")]
    [InlineData("0", "4", "2019", "Date of birth must be a real date")]
    [InlineData("x", "4", "2019", "Date of birth must be a real date")]
    [InlineData("31", "", "2019", "Date of birth must include a month")]
    [InlineData("", null, "2019", "Date of birth must include a day and a month")]
    [InlineData("31", "3", "19", "Date of birth: the year must include 4 numbers")]
    [InlineData("", " ", null, null)]
    public void A_typed_date_says_what_is_wrong_with_it(string? day, string? month, string? year, string? problem) =>
        Assert.Equal(problem, new DateInput { Day = day, Month = month, Year = year }.Problem("Date of birth"));

    [Theory]
    [InlineData("31", "13", "2019", DateParts.Month)]
    [InlineData("", "13", "2019", DateParts.Day)]
    [InlineData("31", "4", "2019", DateParts.All)]
    [InlineData("5", "4", "19", DateParts.Year)]
    public void A_wrong_date_marks_the_boxes_that_are_wrong(string day, string month, string year, DateParts faulty) =>
        Assert.Equal(faulty, new DateInput { Day = day, Month = month, Year = year }.Faulty);

    [Fact]
    public void A_date_survives_the_three_boxes()
    {
        for (var date = new DateOnly(2023, 12, 1); date < new DateOnly(2025, 1, 31); date = date.AddDays(1))
            Assert.Equal(date, DateInput.From(date).Value);
    }

    [Theory]
    [InlineData("2019-03-04", "2026-11-21", "7 years")]
    [InlineData("2019-11-22", "2026-11-21", "6 years")]
    [InlineData("2024-02-29", "2025-02-28", "11 months")]
    [InlineData("2024-02-29", "2025-03-01", "1 year")]
    [InlineData("2026-11-01", "2026-11-21", "under 1 month")]
    public void An_age_is_in_whole_years_and_for_babies_in_months(string born, string on, string words) =>
        Assert.Equal(words, UkText.AgeText(DateOnly.ParseExact(born, "yyyy-MM-dd"), DateOnly.ParseExact(on, "yyyy-MM-dd")));

    [Fact]
    public void Dates_numbers_and_sizes_are_written_the_british_way()
    {
        Assert.Equal("5 March 2026", UkText.LongDate(new DateOnly(2026, 3, 5)));
        Assert.Equal("5 Sep 2026", UkText.ShortDate(new DateOnly(2026, 9, 5)));
        Assert.Equal("5 July 2026 at 12:30am", UkText.LongDateTime(new DateTime(2026, 7, 4, 23, 30, 0)));
        Assert.Equal("5 January 2026 at 2:05pm", UkText.LongDateTime(new DateTime(2026, 1, 5, 14, 5, 0)));
        Assert.Equal("6 weeks and 2 days", UkText.Duration(44));
        Assert.Equal("1 week", UkText.Duration(7));
        Assert.Equal("999 018 1594", UkText.NhsNumber("9990181594"));
        Assert.Equal("1,204 requests", UkText.Count(1204, "request"));
        Assert.Equal("340 KB", UkText.FileSize(340_123));
        Assert.Equal("2.4 MB", UkText.FileSize(2_400_000));
        Assert.Equal("1 MB", UkText.FileSize(999_900));
    }

    [Fact]
    public void A_list_says_which_rows_it_shows()
    {
        Assert.Equal("Showing 26 to 30 of 30 requests", new ListPage<int>([1, 2, 3, 4, 5], 2, 25, 30).Summary("request"));
        Assert.Equal("1 request", new ListPage<int>([1], 1, 25, 1).Summary("request"));
        Assert.Equal("No requests", new ListPage<int>([], 1, 25, 0).Summary("request"));
        Assert.Equal(1, new ListPage<int>([], 1, 25, 0).PageCount);
    }
}
