using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Emails;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DcoPortal.Web.Platform.Audit;

/// <summary>
/// After whatever the DCO service does: says when the email about it went to an authority of which nobody can sign in. The email has
/// no words of what was done, so it would be read by nobody.
/// </summary>
public sealed class UnreadEmailsFilter(Outbox outbox, WhoCanSignIn people, AccessScope scope, ITempDataDictionaryFactory temp) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var done = await next();
        if (scope.Kind != ScopeKind.DcoService || outbox.Queued.Count == 0 || done.Result is not LocalRedirectResult) { return; }
        var banners = temp.GetTempData(context.HttpContext);
        // returned advice says more: what to send, and how
        if (banners.Notes("can sign in")) { return; }
        if (await people.NobodyReadsAsync(outbox.Queued, context.HttpContext.RequestAborted) is { } words) { banners.AlsoNotice(words); }
    }
}
