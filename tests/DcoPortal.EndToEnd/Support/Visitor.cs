using System.Diagnostics;
using System.Text.RegularExpressions;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Support;

/// <summary>
/// A person at a browser. Every page they look at is checked at 1280 and 320 pixels: axe finds nothing (nothing is excluded),
/// nothing sticks out sideways, there is one h1, the console is quiet, and no request leaves for another host. Once a page: HTML_CodeSniffer, dark and
/// forced colours, and the rules of <see cref="PageRules"/>; its HTML is kept for the Nu HTML checker.
/// </summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private const float Patience = 30_000;

    // a picture costs as much as all the checks of its page
    private static readonly bool KeepsPictures = Environment.GetEnvironmentVariable("DCO_PICTURES") == "1";

    // the menu folds a moment after the window shrank: what sticks out for a second sticks out
    private const string Overhang = """
        async () => {
          const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
          for (let frame = 0; frame < 60 && over() > 0; frame++) await new Promise(requestAnimationFrame);
          return over();
        }
        """;

    // a frame is a stop for the Tab key where it scrolls, and nowhere else
    private const string WrongStops = """
        async () => {
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
          return [...document.querySelectorAll('.dco-scroll')].filter(f => f.checkVisibility() && (f.scrollWidth > f.clientWidth) !== f.hasAttribute('tabindex')).map(f => f.getAttribute('aria-label'));
        }
        """;

    private readonly IBrowserContext _context;
    private readonly string _baseUrl;
    private readonly string _journey;
    private readonly List<string> _troubles = [];
    private IResponse? _document;
    private int _shots;

    private Visitor(IBrowserContext context, IPage page, string baseUrl, string journey)
    {
        _context = context;
        Page = page;
        _baseUrl = baseUrl;
        _journey = journey;
    }

    public IPage Page { get; }

    /// <summary>How many links were followed and buttons pressed.</summary>
    public int Clicks { get; private set; }

    /// <summary>Opens a browser with its own cookies.</summary>
    public static async Task<Visitor> OpenAsync(IBrowser browser, string baseUrl, string journey, bool script = true)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = baseUrl, JavaScriptEnabled = script, ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var visitor = new Visitor(context, page, baseUrl, script ? journey : $"{journey}-without-script") { HasScript = script };
        page.Console += (_, m) => { if (m.Type is "error" or "warning") { visitor._troubles.Add($"console on {page.Url}: {m.Text}"); } };
        page.PageError += (_, e) => visitor._troubles.Add($"script error on {page.Url}: {e}");
        page.Response += (_, r) => { if (r.Request.IsNavigationRequest && r.Frame == page.MainFrame && r.Status is < 300 or >= 400) { visitor._document = r; } };
        page.Request += (_, r) => { if (!r.Url.StartsWith(baseUrl, StringComparison.Ordinal)) { visitor._troubles.Add($"request to another host: {r.Url}"); } };
        return visitor;
    }

    public bool HasScript { get; private init; }

    /// <summary>Whether the test's data has many requests of one child for one service, whose links cannot sound different.</summary>
    public bool HasOneChildForMany { get; set; }

    /// <summary>Signs in as a person of the test world or the demo.</summary>
    public async Task SignInAsync(string email, string password = TestWorld.Password)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.GetByLabel("Email address").FillAsync(email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await ComeToAsync(new Regex("/$"));
    }

    public async Task SignOutAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await ComeToAsync(new Regex("/account/sign-in$"));
    }

    /// <summary>Goes to a path and looks at the page.</summary>
    public async Task GoAsync(string path, string name)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path} answered {response.Status}");
        await LookAsync(name);
    }

    /// <summary>Presses a button and waits for the page that follows.</summary>
    public Task PressAsync(string button) => NavigatingAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    /// <summary>Follows a link and waits for the page.</summary>
    public Task FollowAsync(string link) => NavigatingAsync(Page.GetByRole(AriaRole.Link, new() { Name = link }).First);

    /// <summary>Types into a field found by its label.</summary>
    public Task TypeAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).First.FillAsync(text);

    /// <summary>Ticks or chooses by label.</summary>
    public Task ChooseAsync(string label) => Page.GetByLabel(label, new() { Exact = true }).First.CheckAsync();

    /// <summary>Fills in the three boxes of a date.</summary>
    public async Task TypeDateAsync(string field, DateOnly date)
    {
        await Page.Locator($"[name='{field}.Day']").FillAsync($"{date.Day}");
        await Page.Locator($"[name='{field}.Month']").FillAsync($"{date.Month}");
        await Page.Locator($"[name='{field}.Year']").FillAsync($"{date.Year}");
    }

    /// <summary>The words of the main part.</summary>
    public async Task<string> WordsAsync() => Spaces().Replace(await Page.Locator("main").InnerTextAsync(), " ");

    /// <summary>Waits until the main part of a page says this.</summary>
    public Task SeeAsync(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words, new() { Timeout = Patience });

    /// <summary>Waits until a live region of the page says this.</summary>
    public Task SaysAsync(string words) => Assertions.Expect(Page.Locator("[role=status]").Filter(new() { HasText = words })).ToHaveCountAsync(1, new() { Timeout = Patience });

    /// <summary>Waits until this is in the page's heading.</summary>
    public Task HeadingAsync(string words) => Assertions.Expect(Page.Locator("h1")).ToContainTextAsync(words, new() { Timeout = Patience });

    /// <summary>Signs in on the page that asked for it, and goes on to where the person was going.</summary>
    public async Task SignInHereAsync(string email)
    {
        await HeadingAsync("Sign in");
        await TypeAsync("Email address", email);
        await TypeAsync("Password", TestWorld.Password);
        await PressAsync("Sign in");
    }

    /// <summary>Goes to an address that is refused, and looks at the page that says so.</summary>
    public async Task GoToRefusalAsync(string path, string name, int status)
    {
        var response = await Page.GotoAsync(path);
        Assert.Equal(status, response!.Status);
        await LookAsync(name, status);
    }

    /// <summary>Presses what leads to a file, and reads the file.</summary>
    public async Task<(string Name, byte[] Bytes)> DownloadAsync(ILocator link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync((await download.PathAsync())!));
    }

    /// <summary>Checks the page as it stands, wide and narrow; with DCO_PICTURES=1 it keeps a picture of each.</summary>
    /// <param name="name">For the pictures and for what is said when it fails.</param>
    /// <param name="status">The status of a page that is meant to refuse: the browser's own note of it is no trouble.</param>
    public async Task LookAsync(string name, int? status = null)
    {
        if (status is { } expected) { _troubles.RemoveAll(t => t.Contains($"the server responded with a status of {expected}", StringComparison.Ordinal)); }
        _shots++;
        foreach (var width in new[] { 1280, 320 })
        {
            await Page.SetViewportSizeAsync(width, 900);
            if (KeepsPictures) { await PictureAsync($"{_shots:00}-{name}-{width}"); }
            Assert.Equal(1, await Page.Locator("h1").CountAsync());
            Assert.Matches(" - DCO Portal$", await Page.TitleAsync());
            if (HasScript) { await CheckWithScriptAsync(name, width); }
        }
        await Page.SetViewportSizeAsync(1280, 900);
        List<string> faults = [.. await Markup.ProblemsAsync(_document!, Path.Combine(Root, "artifacts", "html"), $"{_journey}-{_shots:00}-{name}", checksLinks: !HasOneChildForMany)];
        if (HasScript) { faults.AddRange([.. await HtmlCodeSniffer.ProblemsAsync(Page), .. await Colours.ProblemsAsync(Page)]); }
        Assert.True(faults.Count == 0, $"{name}: {string.Join("; ", faults)}");
        Assert.True(_troubles.Count == 0, $"{name}: {string.Join("; ", _troubles)}");
    }

    private async Task CheckWithScriptAsync(string name, int width)
    {
        var over = await Page.EvaluateAsync<int>(Overhang);
        Assert.True(over <= 0, $"{name} sticks out by {over} pixels at {width}");
        Assert.Empty(await Page.EvaluateAsync<string[]>(WrongStops));
        var problems = await Axe.ProblemsAsync(Page);
        Assert.True(problems.Count == 0, $"{name} at {width}: {string.Join("; ", problems)}");
    }

    /// <summary>Keeps a picture of the page as it stands.</summary>
    public async Task PictureAsync(string name)
    {
        var folder = Path.Combine(Root, "artifacts", "screenshots", _journey);
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true, Caret = ScreenshotCaret.Initial });
    }

    /// <summary>Keeps a picture of what is in sight.</summary>
    public async Task PictureInViewAsync(string name)
    {
        var folder = Path.Combine(Root, "artifacts", "screenshots", _journey);
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }

    private static readonly string Root = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcoPortal.sln"))) { folder = folder.Parent; }
        return folder?.FullName ?? AppContext.BaseDirectory;
    }

    private async Task NavigatingAsync(ILocator pressed)
    {
        await ClickAsync(pressed);
        Clicks++;
        await StandingAsync();
    }

    /// <summary>Clicks. A browser without a screen was seen to stop painting, and a button that is never painted never stands still: another size wakes it.</summary>
    private async Task ClickAsync(ILocator pressed)
    {
        try { await pressed.ClickAsync(new() { Timeout = Patience / 3 }); }
        catch (TimeoutException asleep) when (!asleep.Message.Contains("performing click action", StringComparison.Ordinal))
        {
            await Page.SetViewportSizeAsync(1281, 900);
            await Page.SetViewportSizeAsync(1280, 900);
            await pressed.ClickAsync();
        }
    }

    private async Task ComeToAsync(Regex address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(address, new() { Timeout = Patience });
        await StandingAsync();
    }

    /// <summary>Waits until the page stands. It is asked itself: an event of a quick page may pass before anybody listens for it.</summary>
    private async Task StandingAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.ElapsedMilliseconds < Patience; await Task.Delay(20))
        {
            try
            {
                if (await Page.EvaluateAsync<bool>("document.readyState === 'complete'")) { return; }
            }
            // the page went away while it was asked: the next one is asked
            catch (PlaywrightException) { }
        }
        Assert.Fail($"{Page.Url} did not come to stand");
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
