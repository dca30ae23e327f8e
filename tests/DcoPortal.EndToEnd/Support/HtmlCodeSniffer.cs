using DcoPortal.Tests.Support.Servers;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Support;

/// <summary>HTML_CodeSniffer's errors against WCAG 2 AA: a second opinion beside axe, from other people's rules.</summary>
public static class HtmlCodeSniffer
{
    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Installed.Package("html_codesniffer", "build", "HTMLCS.js")));

    private const string Patch = ";(words => { HTMLCS.getTranslation = key => words(key) ?? key; })(HTMLCS.getTranslation.bind(HTMLCS))";

    // it knows "username" for a box of text and not for one of email, which HTML allows since, and then lacks the words to say so; axe looks at the same
    // and it wants ids of headings beside scope="rowgroup", by which browsers and PageRules know the heading of several rows
    private const string Run = """
        () => new Promise(done => HTMLCS.process('WCAG2AA', document, () => done(HTMLCS.getMessages()
          .filter(m => m.type === HTMLCS.ERROR && !m.code.endsWith('.H98') && !m.code.endsWith('.HeadersRequired'))
          .map(m => `${m.code}: ${m.msg}: ${m.element.outerHTML?.slice(0, 200)}`))))
        """;

    /// <summary>A sentence for each error.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'HTMLCS' in window")) { await page.EvaluateAsync(Script.Value + Patch); }
        return await page.EvaluateAsync<string[]>(Run);
    }
}
