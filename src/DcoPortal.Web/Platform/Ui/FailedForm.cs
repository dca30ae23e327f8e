using DcoPortal.Web.Platform.SignIn.Interrupted;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>A form that met a failure, given back to its sender inside the page that says so: pages are kept by no cache, so Back would be empty.</summary>
/// <param name="Address">The path and query it was sent to.</param>
/// <param name="IsMultipart">Whether it was sent as multipart/form-data.</param>
/// <param name="Fields">Its fields in order; passwords and files left out.</param>
/// <param name="Token">
/// The anti-forgery token that came with it, and never a new one: a form that another site sent must not become a good one here.
/// </param>
/// <param name="HadFiles">Whether files came with it, which cannot be given back.</param>
public sealed record FailedForm(string Address, bool IsMultipart, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Token, bool HadFiles)
{
    /// <summary>The name of the field that carries the anti-forgery token.</summary>
    public const string TokenField = "__RequestVerificationToken";

    /// <summary>Reads the form of a failed request.</summary>
    /// <param name="request">The request, as the failure left it.</param>
    /// <param name="path">The path that it was sent to, before the error page took over.</param>
    /// <returns>Null when it carried no form, or one that asks for a password.</returns>
    public static async Task<FailedForm?> ReadAsync(HttpRequest request, PathString path)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType) { return null; }
        IFormCollection form;
        try { form = await request.ReadFormAsync(request.HttpContext.RequestAborted); }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException) { return null; }
        if (form.Keys.Any(PostedFields.IsSecret)) { return null; }
        var multipart = request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        return new(request.PathBase + path + request.QueryString, multipart, PostedFields.Of(form), form[TokenField], form.Files.Any(f => f.Length > 0));
    }
}
