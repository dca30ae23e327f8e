using System.Data.Common;
using DcoPortal.Domain;
using DcoPortal.Web.Platform.Documents;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Platform.Security;


/// <summary>Explains the failures that have words of their own; every other failure gets the page of its status (<see cref="ErrorPages"/>). Nothing was changed: one handler saves once.</summary>
internal sealed partial class FriendlyFailures(IModelMetadataProvider metadata, ILogger<FriendlyFailures> log) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (Explain(context.Exception) is not { } page) { return; }
        LogExplained(context.Exception.GetType().Name, page.Status);
        context.Result = new ViewResult
        {
            ViewName = "/Features/Shared/Errors/Error.cshtml",
            StatusCode = page.Status,
            ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = page },
        };
        context.ExceptionHandled = true;
    }

    private static ErrorPage? Explain(Exception e) => e switch
    {
        DomainRuleException rule => new(409, "That cannot be done now", rule.Message),
        DbUpdateException { InnerException: DbException inner } when IsDuplicate(inner) => new(409, "That has already been done",
            "The same thing was saved a moment ago, perhaps by a double click. Nothing was done twice."),
        DocumentStoreUnavailableException store => new(503, "Documents cannot be saved or opened at the moment", store.Message),
        _ => null,
    };

    /// <summary>SQLite says 19 for a constraint; SQL Server says 2601 or 2627 for a unique one.</summary>
    private static bool IsDuplicate(DbException e) => e switch
    {
        Microsoft.Data.Sqlite.SqliteException s => s.SqliteExtendedErrorCode is 2067 or 1555,
        Microsoft.Data.SqlClient.SqlException s => s.Number is 2601 or 2627,
        _ => false,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answered {Exception} with page {Status}")]
    private partial void LogExplained(string exception, int status);
}
