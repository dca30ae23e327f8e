using DcoPortal.Casework.Documents.Upload;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Forms;

/// <summary>
/// How much an upload form may send at once: six of the largest files. One file that is too large is refused beside its field;
/// more than this is answered at once with the page for files that are too large, before anything is read.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadLimitsAttribute : Attribute, IAuthorizationFilter, IOrderedFilter, IRequestSizeLimitMetadata
{
    /// <summary>The largest request, in bytes (150 MB).</summary>
    public const long MaxRequestBytes = 6L * UploadRules.MaxBytes;

    /// <inheritdoc />
    public long? MaxRequestBodySize => MaxRequestBytes;

    /// <summary>Before the anti-forgery check, which reads the form.</summary>
    public int Order => 500;

    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (request.ContentLength > MaxRequestBytes)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }
        if (request.HasFormContentType)
        {
            context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = MaxRequestBytes }));
        }
    }
}
