using System.Diagnostics;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DcoPortal.Web.Features.Errors;

/// <summary>The friendly page behind every failure. Answers any method, because a failed POST is answered here too.</summary>
[Area("Shared"), AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    /// <summary>The page for one status code.</summary>
    [Route("/error/{status:int:range(400,599)}"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Show(int status)
    {
        // an exception's own status was set by the handler before it came here
        var actual = Response.StatusCode >= 400 ? Response.StatusCode : status;
        Response.StatusCode = actual;
        ModelState.Clear();
        var page = ErrorPages.For(actual) with { RequestId = actual >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null };
        return View("Error", page);
    }
}
