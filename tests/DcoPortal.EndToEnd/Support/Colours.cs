using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Support;

/// <summary>The page in a dark scheme, and in the colours that a reader forces on it: white on black is where dark ink vanishes.</summary>
public static class Colours
{
    // where a dark scheme changes no colour, contrast is what axe has measured already
    private const string Painted = """
        () => [...document.body.querySelectorAll('*')].map(e => getComputedStyle(e)).reduce((sum, s) => [...`${s.color}${s.backgroundColor}`].reduce((n, c) => (n * 31 + c.charCodeAt(0)) | 0, sum), 7)
        """;

    // of each drawing in sight some shape must stand out from what is behind it, and all of its words
    private const string Vanished = """
        () => {
          const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgb = colour => { paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1); return [...paint.getImageData(0, 0, 1, 1).data]; };
          const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
          const contrast = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + .05) / (Math.min(x, y) + .05); };
          const ground = element => {
            for (let e = element; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; }
            return rgb('Canvas');
          };
          const painted = shape => ['fill', 'stroke'].map(p => getComputedStyle(shape)[p]).filter(c => c !== 'none' && !c.startsWith('url'));
          const faults = [];
          for (const drawing of document.querySelectorAll('svg')) {
            if (!drawing.checkVisibility({ visibilityProperty: true }) || drawing.getBoundingClientRect().width < 2) continue;
            const behind = ground(drawing);
            const shapes = [...drawing.querySelectorAll('path, rect, circle, line, polygon')].filter(s => !s.closest('defs'));
            if (shapes.length && !shapes.some(s => painted(s).some(c => contrast(rgb(c), behind) >= 3))) faults.push(drawing.outerHTML.slice(0, 160));
            for (const words of drawing.querySelectorAll('text:not(.t-number)')) {
              if (contrast(rgb(getComputedStyle(words).fill), behind) < 4.5) faults.push(words.outerHTML.slice(0, 160));
            }
          }
          return faults;
        }
        """;

    /// <summary>A sentence for each fault. The page is given its usual colours back.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page)
    {
        var usual = await page.EvaluateAsync<int>(Painted);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        List<string> faults = usual == await page.EvaluateAsync<int>(Painted) ? [] : [.. (await Axe.ContrastAsync(page)).Select(f => $"in a dark scheme: {f}")];
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        faults.AddRange((await page.EvaluateAsync<string[]>(Vanished)).Select(f => $"not seen in forced colours: {f}"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
        return faults;
    }
}
