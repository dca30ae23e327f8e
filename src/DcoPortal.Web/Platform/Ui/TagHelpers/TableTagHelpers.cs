using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>What the parts of one table need to know of it.</summary>
internal sealed class TableParts(bool stacks, int rowHeader)
{
    public bool Stacks => stacks;

    /// <summary>Which cell of a row names it, from 1.</summary>
    public int RowHeader => rowHeader;

    public bool IsHead { get; set; }

    /// <summary>The words of the column headings, for rows that are blocks on a phone.</summary>
    public List<string> Headings { get; } = [];

    /// <summary>The cell that was drawn last in its row, from 1.</summary>
    public int Cell { get; set; }

    public static TableParts? Of(TagHelperContext context) => context.Items.TryGetValue(typeof(TableParts), out var parts) ? parts as TableParts : null;
}

/// <summary>
/// A table of data in a frame that scrolls sideways. Its caption is said and not shown; one cell of each body row, the first unless said
/// otherwise, becomes the row's header. With stacks="true" each row is a block on a phone, each cell with its column's heading before it.
/// </summary>
[HtmlTargetElement("nhs-table")]
public sealed class TableTagHelper : TagHelper
{
    /// <summary>What the table shows. A table without one is refused.</summary>
    public string Caption { get; set; } = "";

    /// <summary>True to make each row a block on a phone.</summary>
    public bool Stacks { get; set; }

    /// <summary>Which cell of a body row is its header, from 1.</summary>
    public int RowHeader { get; set; } = 1;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Caption.Length == 0) { throw new InvalidOperationException("A table needs a caption."); }
        context.Items[typeof(TableParts)] = new TableParts(Stacks, RowHeader);
        var rows = await output.GetChildContentAsync();
        var classes = Html.Classes("nhsuk-table dco-table", Stacks ? "dco-table--stacks" : null, Html.Class(output.Attributes));
        output.Become(ScrollFrameTagHelper.Frame(Caption, Html.Of($"<table class=\"{classes}\"{Html.Attribute("role", Stacks ? "table" : null)}{Html.Rest(output.Attributes)}><caption class=\"nhsuk-u-visually-hidden\">{Caption}</caption>{rows}</table>")));
    }
}

/// <summary>The head, the body and the rows of a table of the kit. A row that is a block loses its meaning, unless its role says it again.</summary>
[HtmlTargetElement("thead"), HtmlTargetElement("tbody"), HtmlTargetElement("tr")]
public sealed class TablePartTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (TableParts.Of(context) is not { } table) { return; }
        if (context.TagName == "tr") { table.Cell = 0; }
        else { table.IsHead = context.TagName == "thead"; }
        if (table.Stacks) { output.Attributes.SetAttribute("role", context.TagName == "tr" ? "row" : "rowgroup"); }
    }
}

/// <summary>A cell of a table of the kit: a column's heading, the header of its row, or a figure.</summary>
[HtmlTargetElement("th"), HtmlTargetElement("td")]
public sealed partial class TableCellTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (TableParts.Of(context) is not { } table) { return; }
        var at = ++table.Cell;
        if (table.IsHead)
        {
            output.Attributes.SetAttribute("scope", "col");
            if (!table.Stacks) { return; }
            output.Attributes.SetAttribute("role", "columnheader");
            table.Headings.Add(Words((await output.GetChildContentAsync()).GetContent()));
            return;
        }
        if (at == table.RowHeader) { output.TagName = "th"; }
        var names = output.TagName == "th";
        // a heading of several rows says so itself
        if (names && !output.Attributes.ContainsName("scope")) { output.Attributes.SetAttribute("scope", "row"); }
        if (!table.Stacks) { return; }
        output.Attributes.SetAttribute("role", names ? "rowheader" : "cell");
        if (!names && at <= table.Headings.Count && !output.Attributes.ContainsName("colspan")) { output.Attributes.SetAttribute("data-label", table.Headings[at - 1]); }
    }

    /// <summary>The words of a heading without its symbols and markup.</summary>
    internal static string Words(string html) => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(html, " "), " ")).Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
