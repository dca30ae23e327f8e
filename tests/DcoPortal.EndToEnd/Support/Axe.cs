using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Support;

/// <summary>Runs the rules of axe over the page as it stands, those of good practice too. It runs inside the page and hands back the faults alone: some ten times cheaper than all that passed.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async rules => {
          const found = await axe.run(document, { resultTypes: ['violations'], runOnly: rules });
          if (found.passes.length === 0) throw new Error('axe checked nothing');
          return found.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(', ')}`);
        }
        """;

    private static readonly string[] Contrast = ["color-contrast"];
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>A sentence for each fault.</summary>
    public static Task<IReadOnlyList<string>> ProblemsAsync(IPage page) => RunAsync(page, new { type = "tag", values = Tags });

    /// <summary>A sentence for each text that does not stand out enough.</summary>
    public static Task<IReadOnlyList<string>> ContrastAsync(IPage page) => RunAsync(page, new { type = "rule", values = Contrast });

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, object rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) { await page.EvaluateAsync(Script); }
        return await page.EvaluateAsync<string[]>(Run, rules);
    }
}
