using DcoPortal.Web.Platform.Ui.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.Timeline;

/// <summary>The facts of the drawing as a table, for people who do not see it.</summary>
[HtmlTargetElement("clock-table", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClockTableTagHelper : TagHelper
{
    /// <summary>The same model as the drawing's.</summary>
    public TimelineModel Model { get; set; } = null!;

    /// <summary>The table's caption.</summary>
    public string Caption { get; set; } = "The timeline as a table";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Html.Join(Model.AllRows.Select(Row));
        var table = ScrollFrameTagHelper.Frame($"{Caption}, {Model.Reference}", Html.Of($"<table class=\"nhsuk-table dco-table\"><caption class=\"nhsuk-u-visually-hidden\">{Caption}</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\">From</th><th scope=\"col\">Due</th><th scope=\"col\">Last working day</th><th scope=\"col\">Done</th><th scope=\"col\">Status</th></tr></thead><tbody>{rows}</tbody></table>"));
        output.Become(Html.Of($"<details class=\"nhsuk-details\"><summary class=\"nhsuk-details__summary\"><span class=\"nhsuk-details__summary-text\">{Caption}</span></summary><div class=\"nhsuk-details__text\">{table}</div></details>"));
    }

    IHtmlContent Row(TimelineRow row)
    {
        var look = StatusVocabulary.Of(row.Status, row.IsLocalTarget);
        var words = StatusVocabulary.Words(row.Status, row.Due, row.DoneOn, Model.Today, row.IsLocalTarget);
        var note = Html.When(row.Note is not null && row.Note != words, $"<br>{row.Note}");
        var exemption = Html.When(row.HasExemption, $"<br>{StatusVocabulary.ExemptionLabel}");
        return Html.Of($"<tr><th scope=\"row\">{row.Label}<br><span class=\"dco-muted\">{row.SubLabel}</span></th><td>{UkText.LongDate(row.From)}</td><td>{UkText.LongDate(row.Due)}</td><td>{UkText.LongDate(row.LastWorkingDay ?? row.Due)}</td><td>{UkText.LongDate(row.DoneOn, "Not yet")}</td><td><span class=\"dco-rag {look.CssClass}\">{look.Icon}<span>{words}</span></span>{note}{exemption}</td></tr>");
    }
}
