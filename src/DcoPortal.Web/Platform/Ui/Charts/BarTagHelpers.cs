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

    /// <summary>A limit drawn as a line across the bar, or null. Words beside it say what it is.</summary>
    public double? Limit { get; set; }

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
        IHtmlContent Line() => Limit is { } at && Most > 0 ? Html.Of($"<path class=\"c-limit c-limit--edge\" d=\"M{N(Math.Clamp(200 * at / Most, 1, 199))} 0v18\"/><path class=\"c-limit\" d=\"M{N(Math.Clamp(200 * at / Most, 1, 199))} 0v18\"/>") : Html.Nothing;
        output.Become(Html.Of($"<svg class=\"{(Centred ? "dco-drawn dco-drawn--centred" : "dco-drawn")}\" viewBox=\"0 0 200 18\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">{Bar(Behind, "c-behind")}{Bar(Value, "c-bar")}{Line()}</svg>"));
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

/// <summary>The patterns that tell the outcomes apart where the reader's system allows no colours: once on a page with <c>outcome-bar</c>.</summary>
[HtmlTargetElement("outcome-patterns", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OutcomePatternsTagHelper : TagHelper
{
    // in the order of the outcomes: a grid, solid, slanted one way and the other, lying and standing lines
    private static readonly string[] Lines = ["M0 4h8M4 0v8", "M0 0h8v8H0z", "M0 8L8 0M-2 2L2 -2M6 10L10 6", "M0 0L8 8M-2 6L2 10M6 -2L10 2", "M0 4h8", "M4 0v8"];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var patterns = Html.Join(Lines.Select((line, n) => Html.Of($"<pattern id=\"c-pattern-{n}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect class=\"c-paper\" width=\"8\" height=\"8\"/><path class=\"{(n == 1 ? "c-ink" : "c-stroke")}\" d=\"{line}\"/></pattern>")));
        output.Become(Html.Of($"<svg class=\"dco-patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>{patterns}</defs></svg>"));
    }
}

/// <summary>The sign of an outcome in the key of the bar: its colour, or its pattern where no colours are allowed.</summary>
[HtmlTargetElement("outcome-sign", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OutcomeSignTagHelper : TagHelper
{
    /// <summary>The outcome.</summary>
    public AdviceOutcome Outcome { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Of($"<svg class=\"dco-sign\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"{OutcomeBarTagHelper.Css(Outcome)}\" width=\"16\" height=\"16\"/></svg>"));
}
