using DcoPortal.Casework.Assessments;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>The child banner: reference, name and the facts that identify a child.</summary>
[HtmlTargetElement("child-banner", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChildBannerTagHelper : TagHelper
{
    /// <summary>The child and the facts shown.</summary>
    public ChildBanner Model { get; set; } = null!;

    /// <summary>False on pages that have their own h1, such as a form about this child.</summary>
    public bool IsH1 { get; set; } = true;

    /// <summary>Makes the reference a link back to the record.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var m = Model;
        var reference = Href is null ? Html.Of($"{m.Reference}") : Html.Of($"<a href=\"{Href}\">{m.Reference}</a>");
        var name = IsH1
            ? Html.Of($"<h1 class=\"nhsuk-heading-l dco-child__name\">{m.ChildName}</h1>")
            : Html.Of($"<p class=\"nhsuk-heading-m dco-child__name\">{m.ChildName}</p>");
        var facts = Html.Join([
            Fact("Date of birth", $"{UkText.LongDate(m.DateOfBirth)} ({UkText.AgeText(m.DateOfBirth, m.Today)})"),
            Fact("NHS number", m.NhsNumber is null ? "Not known" : UkText.NhsNumber(m.NhsNumber)),
            Fact("Setting", m.Setting),
            Fact("Primary need", m.PrimaryNeed),
            Fact(m.StartLabel, m.RequestReceived is { } day ? UkText.LongDate(day) : null)]);
        output.Become(Html.Of($"<div class=\"dco-child\"><span class=\"dco-child__reference\">{reference}, {m.AuthorityName}</span>{name}<dl class=\"dco-child__facts\">{facts}</dl></div>"));
    }

    static IHtmlContent Fact(string term, string? value) => Html.When(!string.IsNullOrWhiteSpace(value), $"<div><dt>{term}</dt><dd>{value}</dd></div>");
}

/// <summary>A child in a list: name and age, then setting and reference; with href the name is the link.</summary>
[HtmlTargetElement("child-line", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChildLineTagHelper : TagHelper
{
    /// <summary>The child.</summary>
    public ChildLine Model { get; set; } = null!;

    /// <summary>Today in Europe/London, for the age.</summary>
    public DateOnly Today { get; set; }

    /// <summary>Where the name leads, or null.</summary>
    public string? Href { get; set; }

    /// <summary>What else the link says to a screen reader where several lead from one child, such as the service; or null.</summary>
    public string? Also { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var m = Model;
        var said = string.IsNullOrEmpty(Also) ? m.Reference : $"{m.Reference}, {Also}";
        // two children of one name: the links sound different
        var name = string.IsNullOrEmpty(Href) ? Html.Of($"<strong>{m.Name}</strong>") : Html.Of($"<a href=\"{Href}\">{m.Name}<span class=\"nhsuk-u-visually-hidden\">, {said}</span></a>");
        var setting = string.IsNullOrWhiteSpace(m.Setting) ? "" : $"{m.Setting}. ";
        output.Become(Html.Of($"<span class=\"dco-child-line\">{name}, {UkText.AgeText(m.DateOfBirth, Today)}</span> <span class=\"dco-child-line__place\">{setting}<span class=\"dco-nowrap\">{m.Reference}</span></span>"));
    }
}

/// <summary>A telephone number that a phone or a softphone dials; nothing while it is not known.</summary>
[HtmlTargetElement("tel-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TelLinkTagHelper : TagHelper
{
    /// <summary>The number as it is kept.</summary>
    public string? Number { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrWhiteSpace(Number)) { output.SuppressOutput(); return; }
        // an extension is dialled by hand, after the number has answered
        var dialled = Number.Split('x', 'X', 'e', 'E')[0];
        output.Become(Html.Of($"<a class=\"dco-nowrap\" href=\"tel:{string.Concat(dialled.Where(c => char.IsAsciiDigit(c) || c == '+'))}\">{Number}</a>"));
    }
}

/// <summary>A row of tiles, each one fact.</summary>
[HtmlTargetElement("fact-tiles")]
public sealed class FactTilesTagHelper : TagHelper
{
    /// <summary>True for about four roomy tiles (a record); leave out for six or more (a dashboard).</summary>
    public bool Wide { get; set; }

    /// <summary>True where no tile is a link: they then look like none.</summary>
    public bool Plain { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tiles = await output.GetChildContentAsync();
        output.Become(Html.Of($"<ul class=\"{Html.Classes("dco-facts", Wide ? "dco-facts--wide" : null, Plain ? "dco-facts--plain" : null)}\">{tiles}</ul>"));
    }
}

/// <summary>One tile: label, value, note; with href the whole tile leads to the list behind the figure.</summary>
[HtmlTargetElement("fact-tile", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FactTileTagHelper : TagHelper
{
    /// <summary>The name of the fact.</summary>
    public string Label { get; set; } = "";

    /// <summary>The figure or the few words of the fact.</summary>
    public string Value { get; set; } = "";

    /// <summary>A line under the value.</summary>
    public string? Note { get; set; }

    /// <summary>"blue" (default), "green", "grey", "amber", "red" or "plum".</summary>
    public string Colour { get; set; } = "blue";

    /// <summary>The list behind the figure.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Razor binds a null as an empty string
        var value = string.IsNullOrEmpty(Href)
            ? Html.Of($"{Value}")
            : Html.Of($"<a class=\"dco-fact__link\" href=\"{Href}\">{Value}<span class=\"nhsuk-u-visually-hidden\">, {Label}</span></a>");
        var note = Html.When(!string.IsNullOrEmpty(Note), $"<span class=\"dco-fact__note\">{Note}</span>");
        output.Become(Html.Of($"<li class=\"dco-fact dco-fact--{Colour}\"><span class=\"dco-fact__label\">{Label}</span><span class=\"dco-fact__value\">{value}</span>{note}</li>"));
    }
}
