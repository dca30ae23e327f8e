using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>
/// Markup as an interpolated string: the text is markup, and every value in it is encoded unless it already is markup. It keeps the
/// parts and copies none of them, so a table of many rows is written once, straight into the page.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Markup(int literalLength, int formattedCount) : IHtmlContent
{
    // the compiler gives both; a text stands before, between and after the values
    private readonly List<Part> _parts = new(literalLength == 0 ? formattedCount : (2 * formattedCount) + 1);

    public void AppendLiteral(string markup) => _parts.Add(new(markup, null));

    public void AppendFormatted<T>(T value)
    {
        if (value is IHtmlContent html) { _parts.Add(new(null, html)); }
        else if ((value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString()) is { Length: > 0 } text) { _parts.Add(new(text, null, true)); }
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in _parts)
        {
            if (part.Html is { } html) { html.WriteTo(writer, encoder); }
            else if (part.IsEncoded) { encoder.Encode(writer, part.Text!); }
            else { writer.Write(part.Text); }
        }
    }

    private readonly record struct Part(string? Text, IHtmlContent? Html, bool IsEncoded = false);
}
