using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Audit;

/// <summary>A view model that shows a child's record. Showing it is written to the read log, without the page having to think of it.</summary>
public interface IShowsChildRecord
{
    /// <summary>Whose record.</summary>
    CaseKeys ShownCase { get; }

    /// <summary>The advice request it is shown for, or null.</summary>
    Guid? ShownRequestId => null;
}

/// <summary>Logs every view whose model shows a child's record, before the page is written.</summary>
internal sealed class ChildRecordViewFilter(AuditTrail audit) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult { Model: IShowsChildRecord shown })
        {
            var page = $"{context.RouteData.Values["area"]}/{context.RouteData.Values["controller"]}";
            await audit.RecordReadAsync(new ChildRecordViewed(shown.ShownCase, page, shown.ShownRequestId), context.HttpContext.RequestAborted);
        }
        await next();
    }
}

internal static class ReadLogSetup
{
    /// <summary>Every page that shows a child's record is logged.</summary>
    public static IServiceCollection AddReadLog(this IServiceCollection services)
    {
        services.AddScoped<ChildRecordViewFilter>();
        services.Configure<MvcOptions>(o => o.Filters.AddService<ChildRecordViewFilter>());
        return services;
    }
}
