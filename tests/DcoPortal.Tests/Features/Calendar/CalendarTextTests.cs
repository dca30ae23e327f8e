using System.Text;
using DcoPortal.Web.Features.Calendar.Feed;

namespace DcoPortal.Tests.Features.Calendar;

public sealed class CalendarTextTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 12, 0, 5, DateTimeKind.Utc);

    private static string Write(string description) =>
        CalendarText.Write("Deadlines", Now, [new("advice-1@dco-portal", new DateOnly(2026, 10, 25), "LCC-26-00042 health advice due", description, "https://dco.test/advice-requests/1")]);

    [Fact]
    public void An_event_is_a_whole_day_that_ends_before_the_next_also_when_the_clocks_change()
    {
        var text = Write("Why");

        foreach (var line in new[]
        {
            "DTSTART;VALUE=DATE:20261025", "DTEND;VALUE=DATE:20261026", "UID:advice-1@dco-portal", "DTSTAMP:20261121T120005Z", "URL:https://dco.test/advice-requests/1", "TRANSP:TRANSPARENT",
            "VERSION:2.0", "PRODID:-//DCO Portal//Deadlines//EN", "METHOD:PUBLISH", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Deadlines", "X-WR-TIMEZONE:Europe/London", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
        })
        {
            Assert.Contains($"\r\n{line}\r\n", text, StringComparison.Ordinal);
        }

        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_hold_75_bytes_at_most_and_never_break_a_letter()
    {
        var words = string.Concat(Enumerable.Repeat("Zoë’s naïve café — ", 30));

        var text = Write(words);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"DESCRIPTION:{words}", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_is_escaped_so_that_it_cannot_start_a_line_or_a_value()
    {
        var text = Write("one, two; three\\four\nEND:VEVENT\r\nX:1");

        Assert.Contains("DESCRIPTION:one\\, two\\; three\\\\four\\nEND:VEVENT\\nX:1\r\n", text, StringComparison.Ordinal);
    }
}
