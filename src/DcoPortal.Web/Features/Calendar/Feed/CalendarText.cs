using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace DcoPortal.Web.Features.Calendar.Feed;

/// <summary>One all-day event.</summary>
/// <param name="Uid">An id that stays the same for the same deadline each time the feed is read.</param>
/// <param name="On">The civil date in Europe/London. A DATE has no time zone that could shift it.</param>
/// <param name="Summary">The reference and what is due.</param>
/// <param name="Description">Why it is due, and the page to open.</param>
/// <param name="Url">The page.</param>
public sealed record CalendarEvent(string Uid, DateOnly On, string Summary, string Description, string Url);

/// <summary>Writes iCalendar (RFC 5545).</summary>
internal static class CalendarText
{
    /// <summary>A calendar to subscribe to.</summary>
    /// <param name="name">The name shown in the calendar program.</param>
    /// <param name="madeUtc">Now, UTC.</param>
    /// <param name="events">The events in order.</param>
    public static string Write(string name, DateTime madeUtc, IEnumerable<CalendarEvent> events)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//DCO Portal//Deadlines//EN", Method = CalendarMethods.Publish, Scale = CalendarScales.Gregorian };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", "Europe/London");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT6H");
        var refresh = new CalendarProperty("REFRESH-INTERVAL", "PT6H");
        refresh.AddParameter("VALUE", "DURATION");
        calendar.Properties.Add(refresh);
        var stamp = new CalDateTime(madeUtc, CalDateTime.UtcTzId);
        calendar.Events.AddRange(events.Select(e => EventOf(e, stamp)));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static Ical.Net.CalendarComponents.CalendarEvent EventOf(CalendarEvent e, CalDateTime stamp) => new()
    {
        Uid = e.Uid,
        DtStamp = stamp,
        DtStart = new CalDateTime(e.On),
        // the end of an all-day event is the day after it
        DtEnd = new CalDateTime(e.On.AddDays(1)),
        Summary = e.Summary,
        Description = e.Description,
        Url = new Uri(e.Url),
        Transparency = TransparencyType.Transparent,
    };
}
