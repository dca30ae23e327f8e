using DcoPortal.Casework.RightAuthority;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Audit;

/// <summary>Leads on from the reference that a case had under the wrong authority; that authority is told that it never was its own.</summary>
internal sealed class MisplacedCaseFilter(MisplacedReferences misplaced) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is NotFoundResult && context.RouteData.Values["reference"] is string reference && await misplaced.OfAsync(reference, context.HttpContext.RequestAborted) is { } found)
        {
            if (found.Now is { } now && HttpMethods.IsGet(context.HttpContext.Request.Method)) { context.Result = new LocalRedirectResult(Addresses.Assessment(now)); }
            else { context.HttpContext.Items[ErrorPages.Instead] = found.Now is { } there ? ErrorPages.ForMisplaced(there) : ErrorPages.ForNotTheirs(found.On); }
        }
        await next();
    }
}
