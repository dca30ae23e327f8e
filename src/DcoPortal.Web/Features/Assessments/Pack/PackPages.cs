using System.Globalization;
using System.Net;
using System.Text;

namespace DcoPortal.Web.Features.Assessments.Pack;

/// <summary>The pages inside the file. Each works by itself: no script, nothing fetched, readable on paper.</summary>
internal static class PackPages
{
    private const string Style = "body{font:1.1875rem/1.5 Arial,sans-serif;color:#212b32;background:#fff;max-width:46em;margin:2em auto;padding:0 1em}"
        + "h1{line-height:1.2}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5em .75em .5em 0;border-bottom:1px solid #aeb7bd}"
        + "a{color:#005eb8}dt{font-weight:700}dd{margin:0 0 .75em}.text{white-space:pre-wrap;tab-size:4;overflow-wrap:anywhere}@media print{body{margin:0;max-width:none}}";

    public static string Index(AdvicePack pack, IEnumerable<(PackAnswer Answer, List<(string Path, string Text)> Links)> contents)
    {
        var rows = new StringBuilder();
        foreach (var (answer, links) in contents)
        {
            var files = links.Count == 0 ? "No document" : $"<ul>{string.Concat(links.Select(l => $"<li><a href=\"{Address(l.Path)}\">{E(l.Text)}</a></li>"))}</ul>";
            var nil = answer.Given.NilWords is not { } words ? "" : $"<p><strong>Nil return:</strong> {E(words)}</p>{(string.IsNullOrWhiteSpace(answer.Row.NilNote) ? "" : $"<p class=\"text\">{E(answer.Row.NilNote)}</p>")}";
            var early = answer.IsEarly ? "<p><strong>Early information: not the statutory advice</strong></p>" : "";
            var name = answer.Given.Name is null ? "" : $"<p><strong>{E(answer.Given.Name)}</strong></p>";
            rows.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{E(answer.Service)}<br>{E(answer.Provider)}</th><td>{E(answer.Author)}</td><td>{E(UkText.LongDate(answer.Row.ReturnedOn))}</td><td>{early}{name}{nil}{(nil.Length > 0 && links.Count == 0 ? "" : files)}</td></tr>");
        }
        return Page($"Health advice for {pack.Keys.Reference}",
            $"<h1>Health advice for {E(pack.ChildName)}</h1><dl><dt>Reference</dt><dd>{E(pack.Keys.Reference)}</dd><dt>Local authority</dt><dd>{E(pack.AuthorityName)}</dd><dt>Downloaded on</dt><dd>{E(UkText.LongDate(pack.Today))}</dd><dt>Answers returned</dt><dd>{pack.Answers.Count}</dd></dl>"
            + (pack.NoHealthNeeds is { } none ? $"<h2>No health needs are known</h2><p>No service that was asked gave advice. Decision of the Designated Clinical Officer:</p><p class=\"text\">{E(none)}</p>" : "")
            + $"<h2>Contents</h2><table><thead><tr><th scope=\"col\">Service</th><th scope=\"col\">From</th><th scope=\"col\">Returned on</th><th scope=\"col\">Advice</th></tr></thead><tbody>{rows}</tbody></table>"
            + Withdrawn(pack)
            + "<p>This file holds personal information about a child or young person. Keep it and share it as your authority's policy says.</p>");
    }

    public static string Advice(AdvicePack pack, PackAnswer answer)
    {
        // the author stands above the advice
        var sections = string.Concat(answer.Given.Written.Named.Where(p => p.Heading != AdviceParts.Author && !string.IsNullOrWhiteSpace(p.Text)).Select(p => $"<h2>{E(p.Heading)}</h2><div class=\"text\">{E(p.Text!.ReplaceLineEndings("\n"))}</div>"));
        return Page($"{answer.Title} for {pack.Keys.Reference}",
            $"<p><a href=\"../index.html\">All advice</a></p><h1>{E(answer.Title)}</h1>{(answer.IsEarly ? "<p>Asked for before the authority had decided to assess: it is not the advice of regulation 6(1)(c).</p>" : "")}<dl><dt>Child or young person</dt><dd>{E(pack.ChildName)}</dd><dt>Reference</dt><dd>{E(pack.Keys.Reference)}</dd><dt>Provider</dt><dd>{E(answer.Provider)}</dd><dt>Author</dt><dd>{E(answer.Author)}</dd><dt>Returned on</dt><dd>{E(UkText.LongDate(answer.Row.ReturnedOn))}</dd>{(answer.Given.Name is { } name ? $"<dt>Version</dt><dd>{E(name)}</dd>" : "")}</dl>{sections}");
    }

    private static string Withdrawn(AdvicePack pack) => pack.Withdrawn.Count == 0 ? ""
        : $"<h2>Withdrawn: do not use an earlier copy</h2><ul>{string.Concat(pack.Withdrawn.Select(w => $"<li>{E(w.Service)}: {E(w.What.What.ToLowerInvariant())}, withdrawn on {E(UkText.LongDate(UkClock.DateOf(w.What.WithdrawnUtc)))}. {E(w.What.Reason.Label())}.</li>"))}</ul>";

    private static string Page(string title, string body) =>
        $"<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{E(title)}</title><style>{Style}</style></head><body><main>{body}</main></body></html>\n";

    private static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
