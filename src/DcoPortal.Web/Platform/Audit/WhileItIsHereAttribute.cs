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
        await TellOfARaceAsync(context);
    }

    // whoever takes the case in the very moment in which something is saved here has not got it: the two must speak
    private async Task TellOfARaceAsync(ActionExecutingContext context)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || context.Controller is not Controller controller || context.RouteData.Values["reference"] is not string reference) { return; }
        if (await query.OfAsync(reference, context.HttpContext.RequestAborted) is not { } elsewhere) { return; }
        controller.TempData.Notice($"{elsewhere.With} took this case in the moment in which you saved. What you recorded may stand on your record alone: look at {elsewhere.Reference} or tell {elsewhere.Inbox}.");
    }
}
