using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Audit;

/// <summary>A view model that shows a child's record. Showing it is written to the read log without any code of the page.</summary>
public interface IShowsChildRecord
{
    /// <summary>The assessment whose record is shown.</summary>
    CaseKeys ShownCase { get; }

    /// <summary>The advice request that the record is shown for, or null.</summary>
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
    /// <summary>Logs every page that shows a child's record, and leads on from one that was merged.</summary>
    public static IServiceCollection AddReadLog(this IServiceCollection services)
    {
        services.AddScoped<ChildRecordViewFilter>();
        services.AddScoped<MergedCaseFilter>();
        services.AddScoped<MisplacedCaseFilter>();
        services.AddScoped<WhileItIsHereFilter>();
        services.AddScoped<UnreadEmailsFilter>();
        services.Configure<MvcOptions>(o =>
        {
            o.Filters.AddService<ChildRecordViewFilter>();
            o.Filters.AddService<MergedCaseFilter>();
            o.Filters.AddService<MisplacedCaseFilter>();
            o.Filters.AddService<UnreadEmailsFilter>();
        });
        return services;
    }
}
