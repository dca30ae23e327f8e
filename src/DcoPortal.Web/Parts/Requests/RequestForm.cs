using DcoPortal.Web.Platform.Audit;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>The base of the forms about one request. The head is loaded by the server and never bound.</summary>
public abstract class RequestForm : IShowsChildRecord
{
    /// <summary>The request.</summary>
    [BindNever, ValidateNever]
    public RequestHead Head { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Head.Row.Keys;

    Guid? IShowsChildRecord.ShownRequestId => Head.Row.Id;
}
