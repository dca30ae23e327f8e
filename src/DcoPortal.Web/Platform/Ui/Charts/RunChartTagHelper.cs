using System.Globalization;
using DcoPortal.Web.Platform.Ui.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.Charts;

/// <summary>A run chart, made on the server: wide, and again for a phone. Put the same figures in a table under it.</summary>
[HtmlTargetElement("run-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RunChartTagHelper : TagHelper
{
    /// <summary>What to draw.</summary>
    public RunChart Chart { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html.Of($"{Draw(620, 250, 1, "dco-chart--wide")}{Draw(340, 200, 2, "dco-chart--narrow")}"));

    IHtmlContent Draw(double width, double height, int everyLabel, string css)
    {
        const double left = 46, right = 30, top = 16, bottom = 30;
        var step = Chart.Points.Count > 1 ? (width - left - right) / (Chart.Points.Count - 1) : 0;
        double X(int n) => left + (n * step);
        double Y(double percent) => top + ((height - top - bottom) * (1 - (percent / 100)));
        var grid = Html.Join(new[] { 0, 25, 50, 75, 100 }.Select(p => Html.Of($"<line class=\"c-grid\" x1=\"{N(left)}\" x2=\"{N(width - right)}\" y1=\"{N(Y(p))}\" y2=\"{N(Y(p))}\"/><text class=\"c-muted\" x=\"{N(left - 8)}\" y=\"{N(Y(p) + 4)}\" text-anchor=\"end\">{p}%</text>")));
        var last = Chart.Points.Count - 1;
        // the longer words of the last point would leave the picture
        IHtmlContent At(int n, RunPoint p) => n == last && p.IsRunning ? Html.Of($"x=\"{N(width - 1)}\" text-anchor=\"end\"") : Html.Of($"x=\"{N(X(n))}\" text-anchor=\"middle\"");
        var names = Html.Join(Chart.Points.Select((p, n) => Html.When((last - n) % everyLabel == 0, $"<text class=\"c-muted\" {At(n, p)} y=\"{N(height - 8)}\">{p.Mark}{SoFar(p)}</text>")));
        var median = Chart.Median is { } m
            ? Html.Of($"<line class=\"c-median\" x1=\"{N(left)}\" x2=\"{N(width - right)}\" y1=\"{N(Y(m))}\" y2=\"{N(Y(m))}\"/><text class=\"c-muted\" x=\"{N(left + 6)}\" y=\"{N(Y(m) + (m > 50 ? 15 : -6))}\">median {Rounded(m)}%</text>")
            : Html.Nothing;
        var lines = Html.Join(Chart.Points.Zip(Chart.Points.Skip(1)).Select((pair, n) => pair is ({ Percent: { } from }, { Percent: { } to })
            ? Html.Of($"<line class=\"c-line\" x1=\"{N(X(n))}\" y1=\"{N(Y(from))}\" x2=\"{N(X(n + 1))}\" y2=\"{N(Y(to))}\"/>") : Html.Nothing));
        var dots = Html.Join(Chart.Points.Select((p, n) => p.Percent is { } at
            ? Html.Of($"<circle class=\"{(p.IsChosen ? "c-dot c-dot--chosen" : "c-dot")}\" cx=\"{N(X(n))}\" cy=\"{N(Y(at))}\" r=\"{(p.IsChosen ? 6 : 4)}\"/>{Html.When(p.IsChosen || n == last, $"<text class=\"c-strong\" {At(n, p)} y=\"{N(Y(at) + (at > 88 ? 22 : -11))}\">{Rounded(at)}%{SoFar(p)}</text>")}")
            : Html.Nothing));
        return Html.Of($"<svg class=\"dco-chart {css}\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-label=\"{Chart.Title}. {Words()}\" focusable=\"false\">{grid}{names}{median}{lines}{dots}</svg>");
    }

    string Words()
    {
        var shown = Chart.Points.Where(p => p.Percent is not null).ToList();
        if (shown.Count == 0) { return "Nothing to show."; }
        var median = Chart.Median is { } m ? $" Median {Rounded(m)}%." : "";
        return $"From {Rounded(shown[0].Percent!.Value)}% in {shown[0].Name} to {Rounded(shown[^1].Percent!.Value)}% in {shown[^1].Name}.{median} {Chart.Signal}".TrimEnd();
    }

    static string SoFar(RunPoint point) => point.IsRunning ? " so far" : "";

    static string Rounded(double percent) => Math.Round(percent, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
