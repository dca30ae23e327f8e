using DcoPortal.Web.Platform.SignIn.Interrupted;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>A failed form, returned to its sender inside the error page, because pages are not cached and Back would show an empty form.</summary>
/// <param name="Address">The path and query that the form was sent to.</param>
/// <param name="IsMultipart">Whether it was sent as multipart/form-data.</param>
/// <param name="Fields">The form's fields in order; passwords and files left out.</param>
/// <param name="Token">
/// The anti-forgery token that came with the form, never a new one: a form sent by another site must stay invalid.
/// </param>
/// <param name="HadFiles">Whether files came with the form; they cannot be returned.</param>
public sealed record FailedForm(string Address, bool IsMultipart, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Token, bool HadFiles)
{
    /// <summary>The name of the field that carries the anti-forgery token.</summary>
    public const string TokenField = "__RequestVerificationToken";

    /// <summary>The texts that somebody typed; choices and ids would confuse the person.</summary>
    public static IReadOnlyList<string> Typed(IEnumerable<KeyValuePair<string, string>> fields) => [.. fields.Select(f => f.Value.Trim()).Where(v => v.Contains(' ') && v.Length > 2).Distinct()];

    /// <summary>Whether somebody typed something.</summary>
    public bool HasTyped => Typed(Fields).Count > 0;

    /// <summary>Reads the form of a failed request.</summary>
    /// <param name="request">The request, as the failure left it.</param>
    /// <param name="path">The path that the form was sent to, before the error page took over.</param>
    /// <returns>Null when the request carried no form, or one that asks for a password.</returns>
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
