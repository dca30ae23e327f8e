using DcoPortal.Casework.Documents.Upload;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Forms;

/// <summary>
/// The most that an upload form may send at once: six of the largest files. A single file that is too large is refused at its field;
/// a larger request gets the page for files that are too large, before it is read.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadLimitsAttribute : Attribute, IAuthorizationFilter, IOrderedFilter, IRequestSizeLimitMetadata
{
    /// <summary>The largest request, in bytes (150 MB).</summary>
    public const long MaxRequestBytes = 6L * UploadRules.MaxBytes;

    /// <inheritdoc />
    public long? MaxRequestBodySize => MaxRequestBytes;

    /// <summary>Runs before the anti-forgery check, which reads the form.</summary>
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
