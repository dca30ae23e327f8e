using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcoPortal.Tests.Platform.Ui;

/// <summary>The layout and the plain pages, in a host that has nothing but the user interface.</summary>
public sealed class PagesTests : IAsyncLifetime
{
    WebApplication app = null!;
    HttpClient client = null!;

    public Task InitializeAsync() => Start("Development");

    public async Task DisposeAsync() => await app.DisposeAsync();

    async Task Start(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Demo:Enabled"] = "true", ["Service:ContactEmail"] = "dco@example.nhs.uk" });
        builder.Services.AddControllersWithViews().AddApplicationPart(typeof(UiSetup).Assembly);
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o => o.ExpireTimeSpan = TimeSpan.FromMinutes(30));
        builder.Services.AddUi();
        builder.Services.AddScoped<INavigation, TwoLinks>();
        app = builder.Build();
        app.UseFriendlyErrors();
        app.Use((context, next) =>
        {
            if (context.Request.Headers.ContainsKey("X-Signed-In"))
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "priya@example.nhs.uk"), new("dco:name", "Priya Nair"), new("dco:role", "DCO administrator"), new("dco:organisation", "Test ICB")], "test"));
            return next();
        });
        app.UseRouting();
        app.MapGet("/throws/{what}", IResult (string what) => throw (what switch
        {
            "race" => new DbUpdateConcurrencyException("secret detail"),
            "large" => new BadHttpRequestException("secret detail", 413),
            "database" => new InvalidOperationException("secret detail", new Microsoft.Data.Sqlite.SqliteException("secret detail", 14)),
            "locked" => new DbUpdateException("secret detail", new Microsoft.Data.Sqlite.SqliteException("secret detail", 5)),
            "duplicate" => new DbUpdateException("secret detail", new Microsoft.Data.Sqlite.SqliteException("secret detail", 19)),
            "full" => new IOException("secret detail"),
            _ => new InvalidOperationException("secret detail"),
        }));
        app.MapGet("/answers/{code:int}", (int code) => Results.StatusCode(code));
        app.MapControllers();
        await app.StartAsync();
        client = app.GetTestClient();
    }

    sealed class TwoLinks : INavigation
    {
        public IReadOnlyList<NavItem> Items(HttpContext context) =>
            context.User.Identity?.IsAuthenticated == true ? [new("Your work", "/"), new("Help with the work", "/help")] : [];
    }

    async Task<IHtmlDocument> Page(string path, HttpStatusCode expected = HttpStatusCode.OK, bool signedIn = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (signedIn)
            request.Headers.Add("X-Signed-In", "yes");
        using var response = await client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/glossary", "Glossary")]
    [InlineData("/help", "Help")]
    [InlineData("/accessibility", "Accessibility statement for the DCO Portal")]
    [InlineData("/privacy", "Privacy")]
    public async Task A_plain_page_has_one_heading_and_a_title_that_names_it(string path, string heading)
    {
        var page = await Page(path);
        Assert.Equal(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal($"{heading} - DCO Portal", page.Title);
    }

    [Theory]
    [InlineData("/dev/components")]
    [InlineData("/dev/components?errors=true")]
    [InlineData("/dev/components?banner=true")]
    [InlineData("/help")]
    [InlineData("/error/500")]
    public async Task No_page_has_inline_style_or_script_a_repeated_id_or_a_label_without_its_field(string path)
    {
        var page = await Page(path, path == "/error/500" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, signedIn: true);
        Assert.Empty(page.QuerySelectorAll("[style], style"));
        Assert.All(page.QuerySelectorAll("script"), s => Assert.NotNull(s.GetAttribute("src")));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("[src], link[href]"), e => (e.GetAttribute("src") ?? e.GetAttribute("href"))!.Contains("//", StringComparison.Ordinal));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("label"), l => Assert.Contains(l.GetAttribute("for"), ids));
        Assert.All(page.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')), id => Assert.Contains(id, ids));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]").SelectMany(e => e.GetAttribute("aria-labelledby")!.Split(' ')), id => Assert.Contains(id, ids));
        Assert.All(page.QuerySelectorAll("form"), f => Assert.True(f.HasAttribute("novalidate")));
        Assert.All(page.QuerySelectorAll("form[method=post]"), f => Assert.Single(f.QuerySelectorAll("input[name=__RequestVerificationToken]")));
    }

    [Fact]
    public async Task A_page_with_errors_says_so_in_its_title_and_links_each_error_to_a_field_in_order()
    {
        var page = await Page("/dev/components?errors=true");
        Assert.StartsWith("Error: Components - ", page.Title, StringComparison.Ordinal);
        var links = page.QuerySelectorAll(".nhsuk-error-summary a").Select(a => a.GetAttribute("href")![1..]).ToList();
        var all = page.All.ToList();
        var places = links.Select(id => all.IndexOf(page.GetElementById(id)!)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Equal(8, links.Count);
        Assert.Equal("Born_Month", links[1]);
    }

    [Fact]
    public async Task A_signed_in_person_sees_who_they_are_their_links_and_a_way_out()
    {
        var page = await Page("/help", signedIn: true);
        Assert.Contains("Priya Nair, DCO administrator", page.QuerySelector(".nhsuk-header__account")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Test ICB", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Help with the work", page.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal("/account/sign-out", page.QuerySelector("header form")!.GetAttribute("action"));
        Assert.Equal("1800", Assert.Single(page.QuerySelectorAll("dialog")).GetAttribute("data-seconds"));
    }

    [Fact]
    public async Task A_signed_out_page_offers_to_sign_in_and_warns_of_no_time_out()
    {
        var page = await Page("/help");
        Assert.Single(page.QuerySelectorAll("header a[href='/account/sign-in']"));
        Assert.Null(page.QuerySelector(".nhsuk-header__navigation"));
        Assert.Empty(page.QuerySelectorAll("dialog"));
        Assert.Single(page.QuerySelectorAll(".dco-demo"));
    }

    [Theory]
    [InlineData("/throws/race", 409)]
    [InlineData("/throws/large", 413)]
    [InlineData("/throws/other", 500)]
    [InlineData("/throws/duplicate", 500)]
    [InlineData("/throws/database", 503)]
    [InlineData("/throws/locked", 503)]
    [InlineData("/throws/full", 503)]
    [InlineData("/answers/400", 400)]
    [InlineData("/answers/403", 403)]
    [InlineData("/answers/429", 429)]
    [InlineData("/answers/503", 503)]
    [InlineData("/no-such-page", 404)]
    public async Task A_failure_is_a_friendly_page_that_says_what_happened_to_the_users_work(string path, int status)
    {
        var page = await Page(path, (HttpStatusCode)status);
        Assert.Equal(ErrorPages.For(status).Title, page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("secret detail", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(" at DcoPortal", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(new[] { "Nothing was", "nothing already saved was lost", "not saved" }, words => page.Body.TextContent.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_components_page_is_not_there_outside_development()
    {
        await app.DisposeAsync();
        await Start("Production");
        await Page("/dev/components", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_keep_alive_tells_a_signed_in_page_how_long_it_has_and_refuses_others()
    {
        using var signedOut = await client.GetAsync("/session/keep-alive");
        Assert.Equal(HttpStatusCode.Unauthorized, signedOut.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/session/keep-alive");
        request.Headers.Add("X-Signed-In", "yes");
        using var signedIn = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
        Assert.Equal("1800", Assert.Single(signedIn.Headers.GetValues("X-Session-Seconds")));
    }
}
