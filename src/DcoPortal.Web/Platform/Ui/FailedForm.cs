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

    /// <summary>What somebody typed or chose.</summary>
    public IReadOnlyList<TypedText> Typed { get; init; } = [];

    /// <summary>The names of the files, which cannot be returned.</summary>
    public IReadOnlyList<string> FileNames { get; init; } = [];

    /// <summary>Whether somebody typed something.</summary>
    public bool HasTyped => Typed.Count > 0;

    /// <summary>Reads the form of a failed request.</summary>
    /// <param name="request">The request, as the failure left it.</param>
    /// <param name="path">The path that the form was sent to, before the error page took over.</param>
    /// <param name="labels">What the form calls its fields.</param>
    /// <returns>Null when the request carried no form, or one that asks for a password.</returns>
    public static async Task<FailedForm?> ReadAsync(HttpRequest request, PathString path, IReadOnlyDictionary<string, string> labels)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType) { return null; }
        IFormCollection form;
        try { form = await request.ReadFormAsync(request.HttpContext.RequestAborted); }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException) { return null; }
        if (form.Keys.Any(PostedFields.IsSecret)) { return null; }
        var multipart = request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        var fields = PostedFields.Of(form);
        return new(request.PathBase + path + request.QueryString, multipart, fields, form[TokenField], form.Files.Any(f => f.Length > 0))
        {
            Typed = TypedText.Of(fields, labels),
            FileNames = [.. form.Files.Where(f => f.Length > 0).Select(f => Path.GetFileName(f.FileName))],
        };
    }
}
