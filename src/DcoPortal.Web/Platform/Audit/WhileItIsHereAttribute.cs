using DcoPortal.Casework.Transfers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Audit;

/// <summary>
/// Adds to a case what everybody who works on it must know. Once the case goes on with another board or authority, what is said here
/// would reach nobody: the page says where it goes on, and gives back what was typed.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class WhileItIsHereAttribute() : ServiceFilterAttribute<WhileItIsHereFilter>;

internal sealed class WhileItIsHereFilter(WhereItGoesOnQuery query) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.RouteData.Values["reference"] is string reference && await query.OfAsync(reference, context.HttpContext.RequestAborted) is { } elsewhere)
        {
            context.HttpContext.Items[ErrorPages.Instead] = ErrorPages.ForMoved(elsewhere, reference);
            context.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
            return;
        }
        await next();
    }
}
