using AngleSharp.Html.Dom;

namespace DcoPortal.Benchmarks.Portal;

/// <summary>A file of a form.</summary>
internal sealed record FormFile(string Field, string Name, byte[] Bytes);

/// <summary>Which form of a page is sent, with what, as a browser without script would send it.</summary>
/// <param name="Selector">The form.</param>
/// <param name="Button">The words or the value of the button that is pressed, or null.</param>
/// <param name="File">A file that goes with it, or null.</param>
internal sealed record FormToSend(string Selector = "main form", string? Button = null, FormFile? File = null)
{
    /// <summary>The body, and where it goes.</summary>
    public HttpContent Content(Opened page, IReadOnlyCollection<KeyValuePair<string, string>> values, out string action)
    {
        var form = (IHtmlFormElement)page.Find(Selector);
        var pressed = form.Elements.OfType<IHtmlButtonElement>().FirstOrDefault(IsPressed);
        action = (pressed?.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } to ? to : page.Path;
        var given = values.Select(v => v.Key).ToHashSet();
        var fields = Fields(form).Where(f => !given.Contains(f.Key)).Concat(values).ToList();
        if (form.GetAttribute("enctype") != "multipart/form-data") { return new FormUrlEncodedContent(fields); }
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields) { parts.Add(new StringContent(value), name); }
        if (File is { } file) { parts.Add(new ByteArrayContent(file.Bytes), file.Field, file.Name); }
        return parts;
    }

    private IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
        from element in form.Elements
        let name = element.GetAttribute("name")
        where !string.IsNullOrEmpty(name) && !element.HasAttribute("disabled")
        from value in ValuesOf(element)
        select KeyValuePair.Create(name, value);

    private IEnumerable<string> ValuesOf(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Type: "file" or "submit" or "button" or "image" } => [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => o.Value),
        IHtmlButtonElement button when IsPressed(button) => [button.Value],
        _ => [],
    };

    private bool IsPressed(IHtmlButtonElement shown) => Button is not null && (shown.Value == Button || shown.TextContent.Trim() == Button);
}
