using System.Globalization;
using DcoPortal.Web.Platform.Ui.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.Timeline;

/// <summary>The statutory clock as a drawing, made on the server, with its key; on a phone as a list by day. Put the same facts in a table beside it.</summary>
[HtmlTargetElement("clock-timeline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClockTimelineTagHelper : TagHelper
{
    const double Bar = TimelineGeometry.BarHeight;

    /// <summary>What to draw.</summary>
    public TimelineModel Model { get; set; } = null!;

    /// <summary>The view being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var g = new TimelineGeometry(Model);
        // ids must not clash when two drawings share a page
        var counted = ViewContext.HttpContext.Items;
        var number = counted[typeof(ClockTimelineTagHelper)] is int before ? before + 1 : 1;
        counted[typeof(ClockTimelineTagHelper)] = number;
        var id = string.Create(CultureInfo.InvariantCulture, $"timeline-{number}");
        var rows = g.Rows.Count > 0
            ? Html.Join(g.Rows.Select(r => Row(r, id)))
            : Html.Of($"<text class=\"t-muted\" x=\"{N(TimelineGeometry.Left + 12)}\" y=\"{N(g.RowsY + 18)}\">No requests have been sent yet</text>");
        var svg = Html.Of($"<svg class=\"dco-timeline\" viewBox=\"0 0 {N(TimelineGeometry.Width)} {N(g.Height)}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" focusable=\"false\"><title id=\"{id}-title\">Timeline of {Model.Reference}</title><desc id=\"{id}-desc\">{Description()}</desc>{Hatch(id)}{Grid(g)}{Marks(g, id)}{rows}{Today(g)}{Moments(g)}{Html.Join(g.Rows.Select(Note))}</svg>");
        var key = new RagKeyTagHelper { WithWorkingDay = g.Rows.Any(r => r.WorkingDayX is not null), IsTrial = Model.IsTrial };
        var keyOutput = new TagHelperOutput("rag-key", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        key.Process(context, keyOutput);
        output.Become(Html.Of($"<div class=\"dco-wide-only\"><div class=\"dco-scroll\" role=\"region\" aria-label=\"Timeline of {Model.Reference}, drawing\" tabindex=\"0\">{svg}</div>{keyOutput.Content}</div>{ByDay()}"));
    }

    // a phone has no room for the drawing: what happened and what is due, in the order of the days
    IHtmlContent ByDay()
    {
        IEnumerable<(DateOnly On, string Words, bool IsToday)> days =
        [
            .. Model.Marks.Select(m => (m.On, m.Label, false)),
            .. Model.Moments.Select(m => (m.On, m.Words, false)),
            .. Model.AllRows.Select(r => (r.DoneOn ?? r.Due, $"{r.Label}{(r.SubLabel.Length > 0 ? $", {r.SubLabel}" : "")}: {r.Note ?? StatusVocabulary.Words(r.Status, r.Due, r.DoneOn, Model.Today, r.IsLocalTarget)}{(r.HasExemption ? ". Exemption recorded" : "")}", false)),
            (Model.Today, "Today", true),
        ];
        return Html.Of($"<ol class=\"dco-by-day\">{Html.Join(days.OrderBy(d => d.On).ThenBy(d => d.IsToday).Select(d => Html.Of($"<li class=\"dco-by-day__line{(d.IsToday ? " dco-by-day__line--today" : "")}\"><span class=\"dco-by-day__on\">{UkText.ShortDate(d.On)}</span> <span>{d.Words}</span></li>")))}</ol>");
    }

    string Description()
    {
        var exempt = Model.IsTrial ? ", exemption tried" : ", exemption recorded";
        var rows = Model.AllRows.Select(r => $"{r.Label}: due {UkText.LongDate(r.Due)}, {r.Note ?? StatusVocabulary.Words(r.Status, r.Due, r.DoneOn, Model.Today, r.IsLocalTarget)}{(r.HasExemption ? exempt : "")}.");
        var marks = Model.Marks.Where(m => m.HasExemption).Select(m => $"{m.Label} on {UkText.LongDate(m.On)}{exempt}.");
        return $"From {UkText.LongDate(Model.Anchor)}. Today, {UkText.LongDate(Model.Today)}, is {TodayIs}. {string.Join(' ', rows.Concat(marks).Concat(Model.Moments.Select(m => m.Words)))}";
    }

    string TodayIs => Model.TodayAt is not { } at ? "before the clock starts" : at.StartsWith('w') ? $"in {at}" : at;

    static IHtmlContent Hatch(string id) => Html.Of($"<defs><pattern id=\"{id}-hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"t-hatch-ground\" width=\"8\" height=\"8\"/><rect class=\"t-hatch-line\" width=\"4\" height=\"8\"/></pattern></defs>");

    IHtmlContent Grid(TimelineGeometry g) => Html.Join(g.Weeks.Select(w => Html.Of($"<line class=\"t-grid\" x1=\"{N(w.X)}\" x2=\"{N(w.X)}\" y1=\"{N(g.AxisY)}\" y2=\"{N(g.Bottom)}\"/><text class=\"t-small t-muted\" x=\"{N(w.X)}\" y=\"{N(g.AxisY - 6)}\" text-anchor=\"middle\">{w.Number}</text>"))
        .Prepend(Html.Of($"<text class=\"t-small t-muted\" x=\"{N(TimelineGeometry.Left - 16)}\" y=\"{N(g.AxisY - 6)}\" text-anchor=\"end\">{(Model.WeeksFrom is null ? "Day" : "Week")}</text>")));

    static IHtmlContent Marks(TimelineGeometry g, string id) => Html.Join(g.Marks.Select(m =>
    {
        var y = g.AxisY - 26 - m.Tier * 40;
        // a mark's line stops under the week number; only the line of a higher tier goes up between the labels of lower tiers
        var lead = Html.When(m.Tier > 0, $"<line class=\"t-lead\" x1=\"{N(m.LineX)}\" x2=\"{N(m.LineX)}\" y1=\"{N(y + 6)}\" y2=\"{N(g.AxisY - 20)}\"/>");
        var band = Html.When(m.HasExemption, $"<rect class=\"t-exempt-band\" x=\"{N(m.LineX - 5)}\" y=\"{N(g.AxisY)}\" width=\"10\" height=\"{N(g.Bottom - g.AxisY)}\" fill=\"url(#{id}-hatch)\"/>");
        return Html.Of($"{lead}{band}<line class=\"t-mark\" x1=\"{N(m.LineX)}\" x2=\"{N(m.LineX)}\" y1=\"{N(g.AxisY)}\" y2=\"{N(g.Bottom)}\"/><text class=\"t-strong\" x=\"{N(m.X)}\" y=\"{N(y - 16)}\" text-anchor=\"middle\">{m.Text}</text><text class=\"t-small\" x=\"{N(m.X)}\" y=\"{N(y)}\" text-anchor=\"middle\">{m.Small}</text>");
    }));

    static IHtmlContent Moments(TimelineGeometry g) => Html.Join(g.Moments.Select(m => Html.Of(
            $"<g class=\"{StatusVocabulary.Of(m.Moment.IsMissing ? RagStatus.Overdue : RagStatus.Done).CssClass}\">{Shape(m.X, m.Y, m.Moment.IsMissing)}<text class=\"t-number\" x=\"{N(m.X)}\" y=\"{N(m.Y + (m.Moment.IsMissing ? 7 : 4.5))}\" text-anchor=\"middle\">{m.Moment.Number}</text></g>"))
        .Prepend(Html.When(g.Moments.Count > 0, $"<text class=\"t-strong\" x=\"0\" y=\"{N(g.MomentsY + 5)}\">Health told</text>")));

    static IHtmlContent Shape(double x, double y, bool isMissing) => isMissing
        ? Html.Of($"<path class=\"t-fill\" d=\"M{N(x - 12)} {N(y + 11)}l12-23 12 23z\"/>")
        : Html.Of($"<circle class=\"t-icon\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"11\"/>");

    static IHtmlContent Today(TimelineGeometry g)
    {
        var line = Html.When(g.TodayX is not null, $"<line class=\"t-today\" x1=\"{N(g.TodayX ?? 0)}\" x2=\"{N(g.TodayX ?? 0)}\" y1=\"{N(g.AxisY)}\" y2=\"{N(g.Bottom + 8)}\"/>");
        return Html.Of($"{line}<text class=\"t-today-text\" x=\"{N(g.TodayTextX)}\" y=\"{N(g.Bottom + 26)}\" text-anchor=\"middle\">{g.TodayText}</text>");
    }

    static IHtmlContent Row(PlacedRow r, string id)
    {
        var row = r.Row;
        var top = r.Y;
        var frame = Html.Of($"<rect class=\"t-frame\" x=\"{N(r.FromX)}\" y=\"{N(top)}\" width=\"{N(Math.Max(2, r.DueX - r.FromX))}\" height=\"{N(Bar)}\"/>");
        var fill = row.HasExemption
            ? Html.Of($"<rect class=\"t-fill--hatched\" x=\"{N(r.FromX)}\" y=\"{N(top)}\" width=\"{N(Math.Max(2, r.DueX - r.FromX))}\" height=\"{N(Bar)}\" fill=\"url(#{id}-hatch)\"/>")
            : Html.When(r.FillX > r.FromX, $"<rect class=\"t-fill\" x=\"{N(r.FromX)}\" y=\"{N(top)}\" width=\"{N(r.FillX - r.FromX)}\" height=\"{N(Bar)}\"/>");
        var late = Html.When(r.LateX > r.DueX, $"<rect class=\"t-fill\" x=\"{N(r.DueX)}\" y=\"{N(top + 5)}\" width=\"{N(r.LateX - r.DueX)}\" height=\"8\"/>");
        var workingDay = Html.When(r.WorkingDayX is not null, $"<line class=\"t-workday\" x1=\"{N(r.WorkingDayX ?? 0)}\" x2=\"{N(r.WorkingDayX ?? 0)}\" y1=\"{N(top - 3)}\" y2=\"{N(top + Bar + 3)}\"/>");
        var label = Html.Join(r.Label.Select((line, i) => Html.Of($"<text class=\"t-strong\" x=\"0\" y=\"{N(top + 8 + i * TimelineGeometry.LineHeight)}\">{line}</text>")));
        return Html.Of($"<g class=\"{StatusVocabulary.Of(row.Status, row.IsLocalTarget).CssClass}\">{label}<text class=\"t-small t-muted\" x=\"0\" y=\"{N(top + 26 + (r.Label.Count - 1) * TimelineGeometry.LineHeight)}\">{Cut(row.SubLabel, 36)}</text>{frame}{fill}{late}{workingDay}</g>");
    }

    // drawn after the today line, so that neither that line nor a bar runs through the words
    static IHtmlContent Note(PlacedRow r)
    {
        var y = r.NoteBelow ? r.Y + Bar + 16 : r.Y + Bar / 2 + 5;
        return Html.Of($"<g class=\"{StatusVocabulary.Of(r.Row.Status, r.Row.IsLocalTarget).CssClass}\">{Icon(r, y - 5)}<text class=\"t-note\" x=\"{N(r.NoteX)}\" y=\"{N(y)}\" text-anchor=\"{(r.NoteAnchor == TextAnchor.End ? "end" : "start")}\">{r.Note}</text></g>");
    }

    static IHtmlContent Icon(PlacedRow r, double noteMiddle)
    {
        var middle = r.Y + Bar / 2;
        return r.Row.Status switch
        {
            RagStatus.Done when r.AnswerX is { } x => Html.Of($"<circle class=\"t-icon\" cx=\"{N(x)}\" cy=\"{N(middle)}\" r=\"11\"/><path class=\"t-tick\" d=\"M{N(x - 5)} {N(middle)}l4 4 6-8\"/>"),
            RagStatus.DoneLate when r.AnswerX is { } x => Html.Of($"<rect class=\"t-icon\" x=\"{N(x - 10)}\" y=\"{N(middle - 10)}\" width=\"20\" height=\"20\"/><path class=\"t-tick\" d=\"M{N(x - 5)} {N(middle)}l4 4 6-8\"/>"),
            RagStatus.DueSoon => Html.Of($"<path class=\"t-fill\" d=\"M{N(r.IconX)} {N(noteMiddle - 9)}l9 9-9 9-9-9z\"/>"),
            RagStatus.Overdue when r.Row.IsLocalTarget => Html.Of($"<circle class=\"t-ring\" cx=\"{N(r.IconX)}\" cy=\"{N(noteMiddle)}\" r=\"6\"/>"),
            RagStatus.Overdue => Html.Of($"<path class=\"t-fill\" d=\"M{N(r.IconX - 9)} {N(noteMiddle + 9)}l9-18 9 18z\"/>"),
            _ => Html.Nothing,
        };
    }

    // the description and the table hold the full words
    static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd(' ', ',') + "…";

    static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
