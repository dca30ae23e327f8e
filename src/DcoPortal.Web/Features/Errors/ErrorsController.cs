using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace DcoPortal.Web.Features.Errors;

/// <summary>The page for every failure. It answers any method, because a failed POST is answered here too.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    /// <summary>The page for one status code.</summary>
    [Route("/error/{status:int:range(400,599)}"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Show(int status)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var page = failure is not null ? ErrorPages.For(failure.Error) : HttpContext.Items[ErrorPages.Instead] as ErrorPage ?? ErrorPages.For(Response.StatusCode >= 400 ? Response.StatusCode : status);
        var action = (failure?.Endpoint ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint)?.Metadata.GetMetadata<ControllerActionDescriptor>();
        var form = await FailedForm.ReadAsync(Request, failure?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "", TypedText.LabelsOf(action, MetadataProvider));
        if (form is { HasTyped: true } && failure is null && page is { Status: 404, Onward: null }) { page = ErrorPages.ForGone; }
        if (page is { Status: 409, Onward: null } && RecordOf(failure?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath) is { } record) { page = page with { Onward = (record, "Open the record again") }; }
        Response.StatusCode = page.Status;
        ModelState.Clear();
        return View("Error", page with
        {
            RequestId = page.Status >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null,
            Form = form,
        });
    }

    /// <summary>The page of the case or request to which a form was sent, so that a person finds back; null for another form.</summary>
    private static string? RecordOf(string? path) => path?.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["assessments", var reference, ..] when reference.Contains('-', StringComparison.Ordinal) && reference != "hand-over" => Addresses.Assessment(reference),
        ["advice-requests", var id, ..] when Guid.TryParse(id, out var request) => Addresses.AdviceRequest(request),
        _ => null,
    };
}
