using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>A status as symbol and words, the same on every page.</summary>
[HtmlTargetElement("rag-status", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RagStatusTagHelper : TagHelper
{
    /// <summary>The status; null draws "Not started" in grey.</summary>
    public RagStatus? Status { get; set; }

    /// <summary>The due date.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>The day the work was done.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today { get; set; }

    /// <summary>True when an exemption is recorded: the hatched marker is added.</summary>
    public bool Exemption { get; set; }

    /// <summary>True when the date is a local target and not law, which can be past but not overdue.</summary>
    public bool LocalTarget { get; set; }

    /// <summary>What the exemptions add, on the pages of a record: "Exemption recorded: past due, exempt".</summary>
    public ExemptionStanding? Standing { get; set; }

    /// <summary>Words instead of the usual ones, for example "Not known to service".</summary>
    public string? Words { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var exemption = Html.When(Exemption, $" <span class=\"dco-exempt\">{StatusVocabulary.ExemptionIcon}<span>{StatusVocabulary.ExemptionLabel}{(Standing is null or ExemptionStanding.None ? "" : ": " + StatusVocabulary.Words(Standing.Value).ToLowerInvariant())}</span></span>");
        if (Status is not { } status)
        {
            output.Become(Html.Of($"<span class=\"dco-rag dco-rag--none\">{Words ?? "Not started"}</span>{exemption}"));
            return;
        }
        var look = StatusVocabulary.Of(status, LocalTarget);
        output.Become(Html.Of($"<span class=\"dco-rag {look.CssClass}\">{look.Icon}<span>{Words ?? StatusVocabulary.Words(status, Due, DoneOn, Today, LocalTarget)}</span></span>{exemption}"));
    }
}

/// <summary>The key to the statuses, on every page and print that shows one.</summary>
[HtmlTargetElement("rag-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RagKeyTagHelper : TagHelper
{
    /// <summary>True under a timeline, where the last working day has a tick.</summary>
    public bool WithWorkingDay { get; set; }

    /// <summary>True where exemptions are only tried.</summary>
    public bool IsTrial { get; set; }

    /// <summary>True beside bars that show every open request, those to send and to check too.</summary>
    public bool WithBoxes { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = Html.Join(StatusVocabulary.All.Append(StatusVocabulary.PastTarget).Select(s => Item(s.Icon, s.Key)));
        var workingDay = WithWorkingDay ? Item(StatusVocabulary.WorkingDayIcon, "Last working day on or before the due date") : Html.Nothing;
        var boxes = WithBoxes ? Html.Join(StatusVocabulary.OpenBoxes.Select(b => Item(b.Icon, b.Key))) : Html.Nothing;
        output.Become(Html.Of($"<ul class=\"dco-key\" aria-label=\"Key\">{items}{boxes}{Item(StatusVocabulary.ExemptionIcon, IsTrial ? StatusVocabulary.TriedKey : StatusVocabulary.ExemptionKey)}{workingDay}</ul>"));
    }

    static IHtmlContent Item(IHtmlContent icon, string words) => Html.Of($"<li class=\"dco-key__item\">{icon}<span>{words}</span></li>");
}
