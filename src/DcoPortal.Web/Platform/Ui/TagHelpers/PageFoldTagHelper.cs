using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>A section of a page that is closed at first: its name, and in a few words what is inside. A link to its id opens it.</summary>
[HtmlTargetElement("page-fold")]
public sealed class PageFoldTagHelper : TagHelper
{
    /// <summary>The section's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is inside, in a few words, or null.</summary>
    public string? Note { get; set; }

    /// <summary>True where the note must not be overlooked.</summary>
    public bool Urgent { get; set; }

    /// <summary>2 to 6; 2 unless given.</summary>
    public int HeadingLevel { get; set; } = 2;

    /// <summary>True to start open.</summary>
    public bool Open { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var note = string.IsNullOrEmpty(Note) ? Html.Nothing
            : Urgent ? Html.Of($" <strong class=\"dco-fold__note nhsuk-tag nhsuk-tag--red\">{Note}</strong>")
            : Html.Of($" <span class=\"dco-fold__note\">{Note}</span>");
        output.Become(Html.Of($"<details class=\"{Html.Classes("dco-fold", Html.Class(output.Attributes))}\"{Html.Flag("open", Open)}{Html.Rest(output.Attributes)}><summary class=\"dco-fold__summary\"><h{HeadingLevel} class=\"dco-fold__name\">{Name}</h{HeadingLevel}>{note}</summary><div class=\"dco-fold__inside\">{content}</div></details>"));
    }
}
