using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>The list that is handed to a provider on paper.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class TrafficLightPrintTests(Chromium chromium, BusyPortal portal) : IClassFixture<BusyPortal>
{
    [Fact]
    public async Task The_traffic_lights_print_on_A4_landscape_with_nothing_cut_off_and_no_menu()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "traffic-lights-print");
        await visitor.SignInAsync(TestWorld.Dco);
        await visitor.GoAsync("/traffic-lights", "providers");
        var list = await visitor.Page.Locator("main tbody a").First.GetAttributeAsync("href");
        await visitor.GoAsync($"{list}&all=true", "screen");

        var pdf = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        var sizes = MediaBox().Matches(pdf).Select(m => (Width: double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), Height: double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))).ToList();
        // 297 by 210 mm in points
        Assert.Contains(sizes, s => Math.Abs(s.Width - 842) < 2 && Math.Abs(s.Height - 595) < 2);

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        // 277 mm between the margins, at 96 pixels an inch
        await visitor.Page.SetViewportSizeAsync(1047, 718);
        await visitor.PictureAsync("paper");
        // half a millimetre of rounding is not cut off
        var cutOff = await visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main h1, main p, main table, main .dco-key')].filter(e => e.getBoundingClientRect().right > 1047 + 2).map(e => `${e.tagName} ${e.className} ${e.getBoundingClientRect().right}`)");
        Assert.Empty(cutOff);
        Assert.False(await visitor.Page.Locator("nav[aria-label=Menu]").IsVisibleAsync());
        Assert.True(await visitor.Page.Locator(".dco-key").IsVisibleAsync());
    }

    [GeneratedRegex(@"/MediaBox ?\[0 0 ([0-9.]+) ([0-9.]+)\]")]
    private static partial Regex MediaBox();
}
