using System.Globalization;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Platform.Ui.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.Charts;

/// <summary>A bar of a length from 0 to its most, in a row of a table whose other cells say the same: hidden from screen readers.</summary>
[HtmlTargetElement("length-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LengthBarTagHelper : TagHelper
{
    /// <summary>The length; null draws an empty frame.</summary>
    public double? Value { get; set; }

    /// <summary>The longest of all the bars.</summary>
    public double Most { get; set; } = 100;

    /// <summary>A second, paler length behind it, or null.</summary>
    public double? Behind { get; set; }

    /// <summary>True to stand in the middle: a funnel.</summary>
    public bool Centred { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        IHtmlContent Bar(double? value, string css)
        {
            if (value is not { } v || Most <= 0) { return Html.Nothing; }
            var width = Math.Clamp(200 * v / Most, 0, 200);
            return Html.Of($"<rect class=\"{css}\" x=\"{N(Centred ? (200 - width) / 2 : 0)}\" y=\"1\" width=\"{N(width)}\" height=\"16\"/>");
        }
        output.Become(Html.Of($"<svg class=\"{(Centred ? "dco-drawn dco-drawn--centred" : "dco-drawn")}\" viewBox=\"0 0 200 18\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">{Bar(Behind, "c-behind")}{Bar(Value, "c-bar")}</svg>"));
    }

    static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>What became of all that fell due, as one bar in the order of the outcomes. The key beside it says the numbers.</summary>
[HtmlTargetElement("outcome-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OutcomeBarTagHelper : TagHelper
{
    /// <summary>How many of each outcome, in their order.</summary>
    public IReadOnlyList<int> Counts { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        double x = 0, all = Math.Max(1, Counts.Sum());
        var parts = new HtmlContentBuilder();
        foreach (var (outcome, count) in AdviceOutcomes.Counted.Zip(Counts))
        {
            var width = 400 * count / all;
            parts.AppendHtml(Html.When(count > 0, $"<rect class=\"{Css(outcome)}\" x=\"{x.ToString("0.##", CultureInfo.InvariantCulture)}\" y=\"0\" width=\"{width.ToString("0.##", CultureInfo.InvariantCulture)}\" height=\"26\"/>"));
            x += width;
        }
        output.Become(Html.Of($"<svg class=\"dco-drawn dco-drawn--outcomes\" viewBox=\"0 0 400 26\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">{parts}</svg>"));
    }

    /// <summary>The class that sets an outcome's colour.</summary>
    public static string Css(AdviceOutcome outcome) => $"c-outcome--{(int)outcome}";
}

/// <summary>The sign of an outcome in the key of the bar: its colour and, in one colour, its letter.</summary>
[HtmlTargetElement("outcome-sign", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OutcomeSignTagHelper : TagHelper
{
    /// <summary>The outcome.</summary>
    public AdviceOutcome Outcome { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Of($"<svg class=\"dco-sign\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"{OutcomeBarTagHelper.Css(Outcome)}\" width=\"16\" height=\"16\"/></svg>"));
}
