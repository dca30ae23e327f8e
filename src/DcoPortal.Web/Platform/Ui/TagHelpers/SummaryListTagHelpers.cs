using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

internal sealed record SummaryRow(string Key, IHtmlContent Value, string? Href, string Action, string? About);

/// <summary>One fact: key, value (its content) and the link that changes it.</summary>
[HtmlTargetElement("nhs-row", ParentTag = "nhs-summary-list")]
public sealed class SummaryRowTagHelper : TagHelper
{
    /// <summary>The name of the fact.</summary>
    public string Key { get; set; } = "";

    /// <summary>The address where the fact is changed; no link when null.</summary>
    public string? ChangeHref { get; set; }

    /// <summary>The visible link text; "Change" unless given.</summary>
    public string ActionText { get; set; } = "Change";

    /// <summary>What the link is about, for screen readers; the key in lower case unless given.</summary>
    public string? About { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        if (context.Items[typeof(SummaryRow)] is List<SummaryRow> rows)
            rows.Add(new SummaryRow(Key, value, ChangeHref, ActionText, About));
        output.SuppressOutput();
    }
}

/// <summary>Facts as key and value, as on a "check your answers" page.</summary>
[HtmlTargetElement("nhs-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <summary>False to leave the lines out.</summary>
    public bool Border { get; set; } = true;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = new List<SummaryRow>();
        context.Items[typeof(SummaryRow)] = rows;
        await output.GetChildContentAsync();
        var anyAction = rows.Exists(r => r.Href is not null);
        output.Become(Html.Of($"<dl class=\"{Html.Classes("nhsuk-summary-list", Border ? null : "nhsuk-summary-list--no-border", Html.Class(output.Attributes))}\">{Html.Join(rows.Select(r => Row(r, anyAction)))}</dl>"));
    }

    static IHtmlContent Row(SummaryRow row, bool anyAction)
    {
        var about = row.About ?? LowerFirst(row.Key);
        var action = Html.When(row.Href is not null, $"<dd class=\"nhsuk-summary-list__actions\"><a class=\"nhsuk-link\" href=\"{row.Href}\">{row.Action}<span class=\"nhsuk-u-visually-hidden\"> {about}</span></a></dd>");
        var classes = Html.Classes("nhsuk-summary-list__row", anyAction && row.Href is null ? "nhsuk-summary-list__row--no-actions" : null);
        return Html.Of($"<div class=\"{classes}\"><dt class=\"nhsuk-summary-list__key\">{row.Key}</dt><dd class=\"nhsuk-summary-list__value\">{row.Value}</dd>{action}</div>");
    }

    // "NHS number" keeps its capitals, "Date of birth" becomes "date of birth"
    static string LowerFirst(string text) => text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
