using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Clock.WhatIf;

/// <summary>
/// The fields in the page's address: a route, days and codes. There is no field for free text, so that no name can come into
/// an address or a bookmark. Read from the query itself: unknown parameters are ignored.
/// </summary>
public sealed class WhatIfForm(IQueryCollection query)
{
    /// <summary>Parameter of the route.</summary>
    public const string RouteName = WhatIfLinks.RouteName;

    /// <summary>Sent with the form of the routes, so that a form sent without a choice is told from a page that is opened.</summary>
    public const string AskedName = "asked";

    /// <summary>Parameter of the authority's way of counting.</summary>
    public const string DayOneName = "dayOne";

    /// <summary>Parameter of the time limit that an exemption is tried on: the key of its rule.</summary>
    public const string LimitName = "limit";

    /// <summary>Parameter of the reason that is tried: a ground, or a reason that is on no list.</summary>
    public const string ReasonName = "reason";

    /// <summary>Parameter of the second limb: yes or no.</summary>
    public const string ImpracticalName = "impractical";

    /// <summary>The route, or null before one was chosen.</summary>
    public OriginRoute? Route { get; } = Code<OriginRoute>(query, RouteName);

    /// <summary>Whether the form was sent without a route, or with one that does not exist.</summary>
    public bool LacksRoute => (query.ContainsKey(RouteName) || query.ContainsKey(AskedName)) && Route is null;

    /// <summary>How the authority counts, or null for the setting of the person's organisation.</summary>
    public DayOneConvention? DayOne { get; } = Code<DayOneConvention>(query, DayOneName);

    /// <summary>The rule's key, or null.</summary>
    public string? Limit { get; } = Text(query, LimitName);

    /// <summary>The reason's code as it came, or null.</summary>
    public string? Reason { get; } = Text(query, ReasonName);

    /// <summary>The listed ground that is tried, or null.</summary>
    public ExemptionGround? Ground { get; } = Code<ExemptionGround>(query, ReasonName);

    /// <summary>The reason on no list that is tried, or null.</summary>
    public UnlistedReason? Unlisted { get; } = Code<UnlistedReason>(query, ReasonName);

    /// <summary>Whether the reason made keeping to the limit impractical, or null while not said.</summary>
    public bool? Impractical { get; } = YesNo(query, ImpracticalName);

    /// <summary>Whether the circumstances are personal, or null.</summary>
    public bool? Personal { get; } = YesNo(query, nameof(ExemptionFact.CircumstancesArePersonal));

    /// <summary>Who did not keep the appointment, or null.</summary>
    public AppointmentNotKeptBy? NotKeptBy { get; } = Code<AppointmentNotKeptBy>(query, nameof(ExemptionFact.NotKeptBy));

    /// <summary>Whether any of these fields was sent with the form.</summary>
    public bool Sent(IEnumerable<string> names) => names.Any(n => query.ContainsKey(n) || query.ContainsKey(n + ".Day"));

    /// <summary>The day of a field as typed.</summary>
    public DateInput Day(string name) => new() { Day = Text(query, name + ".Day"), Month = Text(query, name + ".Month"), Year = Text(query, name + ".Year") };

    // by name only, because Enum.TryParse would also take numbers
    private static T? Code<T>(IQueryCollection query, string name) where T : struct, Enum =>
        Text(query, name) is { } text && Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<T>(text) : null;

    private static bool? YesNo(IQueryCollection query, string name) => Text(query, name) switch { "yes" => true, "no" => false, _ => null };

    private static string? Text(IQueryCollection query, string name) => query[name].FirstOrDefault() is { Length: > 0 and <= 60 } text ? text : null;
}
