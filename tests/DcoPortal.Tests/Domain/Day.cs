using System.Globalization;

namespace DcoPortal.Tests.Domain;

// an ISO date as attributes can carry it
internal static class Day
{
    public static DateOnly Of(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
