using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DcoPortal.Tests.Support;

/// <summary>A page as it came back, after redirects.</summary>
public sealed record Page(HttpStatusCode Status, Uri Url, IHtmlDocument Document, HttpResponseMessage Response)
{
    /// <summary>The words of the main part, with single spaces.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body)?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    /// <summary>The first element of a selector; the test fails when there is none.</summary>
    public IElement Find(string selector) => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"{Url} has no {selector}: {Text}");

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>The messages of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".nhsuk-error-summary__list li").Select(e => e.TextContent.Trim())];
}

/// <summary>Drives the portal without script: follows links and redirects, fills in forms as a browser would.</summary>
public sealed class PortalBrowser(HttpClient client, PortalApp? app = null)
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Client => client;

    public async Task<Page> GetAsync(string path) => await FollowAsync(await client.GetAsync(path));

    /// <summary>Sends a form of a page with every field as shown, but for those given. A null removes a field; files are (name, file name, bytes).</summary>
    public async Task<Page> SubmitAsync(Page page, string formSelector, Dictionary<string, string?> values,
        IReadOnlyList<(string Field, string FileName, byte[] Bytes)>? files = null, string? button = null) =>
        await FollowAsync(await PostAsync(page, formSelector, values, files, button));

    /// <summary>Sends a form and returns the bare answer.</summary>
    public async Task<HttpResponseMessage> PostAsync(Page page, string formSelector, Dictionary<string, string?> values,
        IReadOnlyList<(string Field, string FileName, byte[] Bytes)>? files = null, string? button = null)
    {
        var form = (IHtmlFormElement)page.Find(formSelector);
        var fields = Fields(form, button).Where(f => !values.ContainsKey(f.Name)).ToList();
        // one value may stand for several fields of a name: values are split at a line feed
        fields.AddRange(values.Where(v => v.Value is not null).SelectMany(v => v.Value!.Split('\n').Select(x => (v.Key, x))));
        var action = form.Elements.OfType<IHtmlButtonElement>().FirstOrDefault(b => IsPressed(b, button))?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var target = new Uri(page.Url, string.IsNullOrEmpty(action) ? page.Url.PathAndQuery : action);
        if (string.Equals(form.Method, "get", StringComparison.OrdinalIgnoreCase))
        {
            return await client.GetAsync(target.AbsolutePath + "?" + string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}")));
        }
        using var content = Content(form, fields, files);
        return await client.PostAsync(target, content);
    }

    private static HttpContent Content(IHtmlFormElement form, List<(string Name, string Value)> fields, IReadOnlyList<(string Field, string FileName, byte[] Bytes)>? files)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            Assert.True(files is null, "files need a multipart form");
            return new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }
        var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields) { multipart.Add(new StringContent(value), name); }
        foreach (var (field, fileName, bytes) in files ?? []) { multipart.Add(new ByteArrayContent(bytes), field, fileName); }
        return multipart;
    }

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form, string? button)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled")) { continue; }
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice:
                    if (choice.IsChecked) { yield return (name, choice.Value ?? "on"); }
                    break;
                case IHtmlInputElement { Type: "file" or "submit" or "button" or "image" }: break;
                case IHtmlInputElement input: yield return (name, input.Value ?? ""); break;
                case IHtmlTextAreaElement area: yield return (name, area.Value ?? ""); break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected)) { yield return (name, option.Value); }
                    break;
                case IHtmlButtonElement b when IsPressed(b, button):
                    yield return (name, b.Value ?? "");
                    break;
            }
        }
    }

    private static bool IsPressed(IHtmlButtonElement shown, string? button) => button is not null && (shown.Value == button || shown.TextContent.Trim() == button);

    private async Task<Page> FollowAsync(HttpResponseMessage response)
    {
        var asked = response.RequestMessage!.RequestUri!;
        for (var hops = 0; (int)response.StatusCode is >= 301 and <= 308 && response.Headers.Location is { } to; hops++)
        {
            Assert.True(hops < 10, $"too many redirects from {asked}");
            response = await client.GetAsync(new Uri(response.RequestMessage!.RequestUri!, to));
        }
        var html = response.Content.Headers.ContentType?.MediaType == "text/html" ? await response.Content.ReadAsStringAsync() : "";
        var page = new Page(response.StatusCode, response.RequestMessage!.RequestUri!, Parser.ParseDocument(html), response);
        var faults = PageRules.FaultsOf(page.Document, checksLinks: app is not { HasOneChildForMany: true }).ToList();
        Assert.True(faults.Count == 0, $"{page.Url}: {string.Join("; ", faults)}");
        return page;
    }
}
