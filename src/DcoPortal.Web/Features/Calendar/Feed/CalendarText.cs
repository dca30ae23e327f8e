using System.Globalization;
using System.Text;

namespace DcoPortal.Web.Features.Calendar.Feed;

/// <summary>One all-day event.</summary>
/// <param name="Uid">The same for the same deadline in every answer.</param>
/// <param name="On">The civil date in Europe/London: a DATE has no time zone to get wrong.</param>
/// <param name="Summary">The reference and what is due.</param>
/// <param name="Description">Why, and where to go.</param>
/// <param name="Url">The page.</param>
public sealed record CalendarEvent(string Uid, DateOnly On, string Summary, string Description, string Url);

/// <summary>Writes iCalendar (RFC 5545): lines of at most 75 bytes, CRLF, text escaped.</summary>
internal static class CalendarText
{
    private const int LineBytes = 75;

    /// <summary>A calendar to subscribe to.</summary>
    /// <param name="name">What calendars call it.</param>
    /// <param name="madeUtc">Now, UTC.</param>
    /// <param name="events">The events in order.</param>
    public static string Write(string name, DateTime madeUtc, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        var stamp = madeUtc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        void Line(string line) => Fold(text, line);
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//DCO Portal//Deadlines//EN");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line($"X-WR-CALNAME:{Escaped(name)}");
        Line("X-WR-TIMEZONE:Europe/London");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        Line("X-PUBLISHED-TTL:PT6H");
        foreach (var e in events)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{e.Uid}");
            Line($"DTSTAMP:{stamp}");
            Line($"DTSTART;VALUE=DATE:{Date(e.On)}");
            // the end is the first day that no longer belongs to it
            Line($"DTEND;VALUE=DATE:{Date(e.On.AddDays(1))}");
            Line($"SUMMARY:{Escaped(e.Summary)}");
            Line($"DESCRIPTION:{Escaped(e.Description)}");
            Line($"URL:{e.Url}");
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Fold(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LineBytes)
            {
                // the blank that marks a folded line counts
                text.Append("\r\n ");
                bytes = 1;
            }
            text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
