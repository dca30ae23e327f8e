namespace DcoPortal.Web.Features.Advice.Request;

/// <summary>The page of one request: the question and the ways to answer for the service, its state for others.</summary>
[Area("Advice")]
public sealed class RequestController(RequestPageQuery query, OpenRequestHandler open, CurrentPerson person) : Controller
{
    /// <summary>Shows the request, and records the service's first look.</summary>
    [HttpGet("/advice-requests/{id:guid}"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (person.Scope.Kind == ScopeKind.HealthService) { await open.HandleAsync(id, ct); }
        return await query.FindAsync(id, ct) is { } page ? View(page) : NotFound();
    }
}
