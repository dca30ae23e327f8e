using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DcoPortal.Web.Platform.SignIn.Interrupted;

/// <summary>Reads the text fields of a posted form within limits, and never a file or a password.</summary>
internal static class PostedFields
{
    private const int MostBytes = 256 * 1024;
    private const int MostFields = 1000;
    // files are skipped, not kept; a larger form is not read at all
    private const long MostRead = 60L * 1024 * 1024;

    /// <summary>The fields, and whether there were files; null when the request is no form or is too large.</summary>
    public static async Task<(List<KeyValuePair<string, string>> Fields, bool HadFiles)?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is not { } length || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) { return null; }
        try
        {
            if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            {
                return length <= MostBytes ? (await UrlEncodedAsync(request, ct), false) : null;
            }
            return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) && length <= MostRead
                ? await MultipartAsync(request, HeaderUtilities.RemoveQuotes(type.Boundary).Value, ct)
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException) { return null; }
    }

    private static async Task<List<KeyValuePair<string, string>>> UrlEncodedAsync(HttpRequest request, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, ValueLengthLimit = MostBytes }, ct);
        return Of(form);
    }

    /// <summary>The fields of a form that has been read.</summary>
    public static List<KeyValuePair<string, string>> Of(IFormCollection form) =>
        [.. form.SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, OneBreakEach(value ?? ""))).Where(f => MayBeKept(f.Key))];

    /// <summary>Whether a field holds a password.</summary>
    public static bool IsSecret(string name) => name.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static async Task<(List<KeyValuePair<string, string>>, bool)?> MultipartAsync(HttpRequest request, string? boundary, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(boundary)) { return null; }
        var reader = new MultipartReader(boundary, request.Body);
        var fields = new List<KeyValuePair<string, string>>();
        var hadFiles = false;
        var size = 0;
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)) { continue; }
            if (part.IsFileDisposition())
            {
                hadFiles |= !string.IsNullOrEmpty(HeaderUtilities.RemoveQuotes(part.FileName).Value);
                continue;
            }
            var name = HeaderUtilities.RemoveQuotes(part.Name).Value ?? "";
            using var text = new StreamReader(section.Body, Encoding.UTF8);
            var buffer = new char[MostBytes - size + 1];
            var read = await text.ReadBlockAsync(buffer, ct);
            size += read;
            if (size > MostBytes || fields.Count >= MostFields) { return null; }
            if (MayBeKept(name)) { fields.Add(KeyValuePair.Create(name, OneBreakEach(new string(buffer, 0, read)))); }
        }
        return (fields, hadFiles);
    }

    // as for the pages themselves: see LineBreaks
    private static string OneBreakEach(string text) => text.ReplaceLineEndings("\n");

    private static bool MayBeKept(string name) =>
        name.Length > 0 && !name.StartsWith("__", StringComparison.Ordinal) && !IsSecret(name);
}
