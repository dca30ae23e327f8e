using DcoPortal.Casework.Ties;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Audit;

/// <summary>Leads on from an address of a case that became part of another: no page finds it, and a bookmark or an old email still names it.</summary>
internal sealed class MergedCaseFilter(MergedCases merged) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is NotFoundResult && context.RouteData.Values["reference"] is string reference && await merged.IsOneAsync(reference, context.HttpContext.RequestAborted))
        {
            var merging = Addresses.AssessmentMerged(reference);
            // a form that was open meanwhile: the page says where the case went and what was typed
            if (HttpMethods.IsGet(context.HttpContext.Request.Method)) { context.Result = new LocalRedirectResult(merging); }
            else { context.HttpContext.Items[ErrorPages.Instead] = ErrorPages.ForMerged(merging); }
        }
        await next();
    }
}
