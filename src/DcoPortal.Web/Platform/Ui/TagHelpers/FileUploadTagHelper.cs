using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>
/// A file picker. The form needs enctype="multipart/form-data". It stays the browser's own, because the design system's script
/// replaces it with a button whose accessible name differs from the visible one, which fails WCAG 2.5.3.
/// </summary>
[HtmlTargetElement("nhs-file-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileUploadTagHelper : FieldTagHelper
{
    /// <summary>True to choose several files at once.</summary>
    public bool Multiple { get; set; }

    internal override bool IsFilled => false;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var (id, error) = (FieldId, ErrorText);
        var input = Html.Of($"<input class=\"{Html.Classes("nhsuk-file-upload__input", Html.Class(output.Attributes))}\" id=\"{id}\" name=\"{FieldName}\" type=\"file\"{Html.Flag("multiple", Multiple)}{Html.Attribute("aria-describedby", DescribedBy(id, error))}{Html.Rest(output.Attributes)}>");
        output.Become(Html.Of($"<div class=\"{GroupClass(error, "nhsuk-file-upload")}\">{LabelHtml(id)}{HintHtml(id)}{ErrorHtml(id, error)}{input}</div>"));
    }
}
