using DcoPortal.Casework.Ties;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Audit;

/// <summary>Leads on from an address of a case that became part of another: no page finds it, and a bookmark or an old email still names it.</summary>
internal sealed class MergedCaseFilter(MergedCases merged) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is NotFoundResult && HttpMethods.IsGet(context.HttpContext.Request.Method) && context.RouteData.Values["reference"] is string reference
            && await merged.IsOneAsync(reference, context.HttpContext.RequestAborted))
        {
            context.Result = new LocalRedirectResult(Addresses.AssessmentMerged(reference));
        }
        await next();
    }
}
