using Microsoft.AspNetCore.Http.Extensions;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>Which of the requests that need a person today.</summary>
public enum ChaseShow
{
    /// <summary>Nobody has chased it today, or what was sent did not arrive.</summary>
    NotChasedToday,

    /// <summary>Statutory advice past its due date.</summary>
    Overdue,

    /// <summary>The service promised its answer for a day that has passed.</summary>
    PromisePassed,

    /// <summary>The service has neither opened nor acknowledged it.</summary>
    NotOpened,

    /// <summary>An email about it did not arrive, and nobody has dealt with that.</summary>
    NotDelivered,
}

/// <summary>The requests of the list to show, from the address.</summary>
public sealed class ChaseFilter
{
    /// <summary>One reason only, or null for all.</summary>
    public ChaseShow? Show { get; set; }

    /// <summary>One provider only, or null for all.</summary>
    public Guid? Trust { get; set; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrow => Show is not null || Trust is not null;

    /// <summary>The address of the list with this filter.</summary>
    public string Href => At(Page);

    /// <summary>The address of a page of the list with this filter.</summary>
    public string At(int page)
    {
        var query = new QueryBuilder();
        if (Show is { } show) { query.Add("show", show.ToString()); }
        if (Trust is { } trust) { query.Add("trust", trust.ToString()); }
        if (page > 1) { query.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)); }
        return Addresses.Chase + query.ToQueryString();
    }
}

/// <summary>A filter that stands above the list as one press, with how many requests it leaves.</summary>
/// <param name="Label">Such as "Overdue".</param>
/// <param name="Count">How many requests.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="IsOn">Whether the list shows these now.</param>
public sealed record ChaseChip(string Label, int Count, string Href, bool IsOn);
