using DcoPortal.Casework.Schools;

namespace DcoPortal.Web.Features.Directory.SchoolSearch;

/// <summary>One suggestion of the type-ahead.</summary>
/// <param name="Value">The school's number, by which it is chosen.</param>
/// <param name="Text">The name that the pick puts in the box.</param>
/// <param name="Hint">Town, type and number, which tell it from another of the same name.</param>
public sealed record SchoolSuggestion(string Value, string Text, string Hint);

/// <summary>Suggests schools while a person types.</summary>
[Area("Directory")]
public sealed class SchoolSearchController(SchoolQuery schools) : Controller
{
    private const int Most = 12;

    /// <summary>Suggestions as JSON: value, text and hint.</summary>
    [HttpGet("/schools/search"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Index(string? q, CancellationToken ct) =>
        Json((await schools.FindAsync(q, Most, ct)).Select(s => new SchoolSuggestion(s.Urn, s.Name, s.Place)));
}
