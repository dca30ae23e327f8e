namespace DcoPortal.Web.Features.Advice.Request;

/// <summary>The page of one request: for the service what is asked and the ways to answer, for others where it stands.</summary>
[Area("Advice")]
public sealed class RequestController(RequestPageQuery query, OpenRequestHandler open, CurrentPerson person) : Controller
{
    /// <summary>The request. The service's first look is noted.</summary>
    [HttpGet("/advice-requests/{id:guid}"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (person.Scope.Kind == ScopeKind.HealthService) { await open.HandleAsync(id, ct); }
        return await query.FindAsync(id, ct) is { } page ? View(page) : NotFound();
    }
}
