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

    /// <summary>True where the page keeps a file that came along, whatever else was wrong: then it need not be chosen again.</summary>
    public bool Keeps { get; set; }

    internal override bool IsFilled => false;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Register();
        var (id, error) = (FieldId, ErrorText ?? ChooseAgain());
        var input = Html.Of($"<input class=\"{Html.Classes("nhsuk-file-upload__input", Html.Class(output.Attributes))}\" id=\"{id}\" name=\"{FieldName}\" type=\"file\"{Html.Flag("multiple", Multiple)}{Html.Attribute("aria-describedby", DescribedBy(id, error))}{Html.Rest(output.Attributes)}>");
        output.Become(Html.Of($"<div class=\"{GroupClass(error, "nhsuk-file-upload")}\">{LabelHtml(id)}{HintHtml(id)}{ErrorHtml(id, error)}{input}</div>"));
    }

    /// <summary>A browser gives no file back to a page, so a form that comes back because of another field says which file is missing again.</summary>
    private string? ChooseAgain()
    {
        var request = ViewContext.HttpContext.Request;
        if (Keeps || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || ViewContext.ViewData.ModelState.IsValid) { return null; }
        var sent = request.Form.Files.GetFiles(FieldName).Where(f => f.FileName.Length > 0).Select(f => Path.GetFileName(f.FileName)).ToList();
        return sent.Count == 0 ? null : $"Choose {string.Join(", ", sent)} again: the page does not keep a file while something else on it is wrong";
    }
}
