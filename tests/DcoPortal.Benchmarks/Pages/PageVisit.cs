using DcoPortal.Domain.Access;

namespace DcoPortal.Benchmarks.Pages;

/// <summary>A page that a person of a role opens.</summary>
/// <param name="Who">Their role.</param>
/// <param name="Name">What it is called in the table: the same whatever the size.</param>
/// <param name="Path">Where it is in this data.</param>
/// <param name="Search">Words that are searched for first, because a search never stands in an address; or null.</param>
internal sealed record PageVisit(Role Who, string Name, string Path, Search? Search = null);

/// <summary>A search, which the portal keeps for the person until it is cleared.</summary>
/// <param name="Page">The page with its form.</param>
/// <param name="To">Where the form goes.</param>
/// <param name="Words">The field of the words, and the words.</param>
/// <param name="Nothing">The field that clears it, and its value.</param>
internal sealed record Search(string Page, string To, KeyValuePair<string, string> Words, KeyValuePair<string, string> Nothing)
{
    public static Search OfAssessments(string words) => new("/assessments", "/assessments/filter", new("Search", words), new("Clear", "true"));

    public static Search OfRequests(string words) => new("/advice-requests", "/advice-requests/filter", new("Search", words), new("Clear", "true"));

    public static Search Everywhere(string words) => new("/search", "/search", new("Text", words), new("Text", ""));
}
