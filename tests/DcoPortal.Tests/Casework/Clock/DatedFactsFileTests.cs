using DcoPortal.Casework;
using DcoPortal.Casework.Clock;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;
using Microsoft.Extensions.Configuration;

namespace DcoPortal.Tests.Casework.Clock;

public sealed class DatedFactsFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();

    private DatedFacts? Read(string? json, params (string Key, string Value)[] settings)
    {
        if (json is not null) { File.WriteAllText(Path.Combine(_folder.Path, DatedFactsFile.Name), json); }
        return DatedFactsFile.Read(Settings(settings), _folder.Path);
    }

    [Fact]
    public void Without_a_file_and_a_setting_there_is_nothing_to_add() => Assert.Null(Read(null));

    [Fact]
    public void A_royal_occasion_a_moved_holiday_and_a_relaxation_come_from_the_file_and_more_from_the_settings()
    {
        var facts = Read("""
            {
              // moved for the jubilee
              "bankHolidays": [ { "date": "2027-06-04", "name": "Spring bank holiday" } ],
              "notBankHolidays": [ "2027-05-31" ],
              "publishedYears": [ 2028 ],
              "relaxations": [ { "from": "2030-02-01", "until": "2030-06-30", "words": "Limits gave way (SI 2030/1)." } ]
            }
            """, ("Clock:BankHolidays:0", "2027-06-14 Day of the coronation"))!;
        Assert.Equal([new(new(2027, 6, 4), "Spring bank holiday"), new BankHoliday(new(2027, 6, 14), "Day of the coronation")], facts.BankHolidays);
        Assert.Equal(new DateOnly(2027, 5, 31), Assert.Single(facts.NotBankHolidays));
        Assert.Equal(2028, Assert.Single(facts.PublishedYears));
        Assert.Equal(new DateOnly(2030, 6, 30), Assert.Single(facts.Relaxations).Until);
    }

    [Theory]
    [InlineData("{ nonsense", "is not as it should be (line 1)")]
    [InlineData("""{ "bankHoliday": [] }""", "is not as it should be (line 1)")]
    [InlineData("""{ "bankHolidays": [ { "date": "2027-02-30", "name": "None" } ] }""", "$.bankHolidays[0].date is not as it should be")]
    [InlineData("""{ "bankHolidays": [ { "date": "2027-06-12", "name": "Jubilee" } ] }""", "2027-06-12 (Jubilee) is on a weekend: give the weekday on which it is kept")]
    [InlineData("""{ "bankHolidays": [ { "date": "2027-06-14", "name": " " } ] }""", "a bank holiday needs a date and a name")]
    [InlineData("""{ "bankHolidays": [ { "date": "2027-06-14", "name": "A" }, { "date": "2027-06-14", "name": "B" } ] }""", "2027-06-14 is given twice")]
    [InlineData("""{ "notBankHolidays": [ "2027-06-14" ] }""", "2027-06-14 is no bank holiday of the program's list")]
    [InlineData("""{ "relaxations": [ { "from": "2030-02-02", "until": "2030-02-01", "words": "x" } ] }""", "a relaxation needs a first day")]
    public void A_file_that_cannot_be_right_stops_the_start_with_one_line_that_says_what_to_set(string json, string says)
    {
        var line = StartUpException.LineFor(Assert.Throws<StartUpException>(() => Read(json)))!;
        Assert.StartsWith("Set ", line, StringComparison.Ordinal);
        Assert.Contains(DatedFactsFile.Name, line, StringComparison.Ordinal);
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void A_file_that_is_named_must_exist_and_a_day_must_be_one()
    {
        Assert.Contains("Set Clock:DatedFacts to a file that exists", Assert.Throws<StartUpException>(() => Read(null, ("Clock:DatedFacts", "gone.json"))).Message, StringComparison.Ordinal);
        Assert.Equal("Set Clock:BankHolidays:0 to a day and a name, such as \"2027-06-14 Jubilee\".", Assert.Throws<StartUpException>(() => Read(null, ("Clock:BankHolidays:0", "14 June"))).Message);
    }
}
