using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Support;

/// <summary>Runs every rule of axe over the page as it stands. It runs inside the page and hands back the faults alone: some ten times cheaper than all that passed.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'] });
          if (found.passes.length === 0) throw new Error('axe checked nothing');
          return found.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(', ')}`);
        }
        """;

    /// <summary>A sentence for each fault.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) { await page.EvaluateAsync(Script); }
        return await page.EvaluateAsync<string[]>(Run);
    }
}
