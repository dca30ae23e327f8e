using System.Net;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Features.Account.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Platform.Security;

public sealed class HeadersAndFormsTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/css/site.css")]
    [InlineData("/no/such/page")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var response = await _app.CreateClient().GetAsync(path);

        string Header(string name) => string.Join(',', response.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.NotEmpty(Header("Referrer-Policy"));
        Assert.NotEmpty(Header("X-Request-Id"));
    }

    [Theory]
    [InlineData("same-origin", "/assessments", true)]
    [InlineData("none", "/assessments", true)]
    [InlineData("same-origin", "/assessments/csv", true)]
    [InlineData("same-site", "/assessments", false)]
    [InlineData("cross-site", "/assessments", false)]
    [InlineData(null, "/assessments", false)]
    public async Task A_page_is_compressed_unless_another_site_may_have_made_the_browser_ask(string? site, string path, bool isCompressed)
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        if (site is not null) { request.Headers.Add("Sec-Fetch-Site", site); }

        var response = await browser.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(isCompressed, response.Content.Headers.ContentEncoding.Count == 1);
    }

    [Fact]
    public async Task Pages_about_people_are_kept_by_no_cache()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.GetAsync("/");

        Assert.True(page.Response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_session_cookie_is_host_bound_secure_and_out_of_reach_of_script()
    {
        var browser = _app.Browser();
        var page = await browser.GetAsync("/account/sign-in");

        var answer = await browser.PostAsync(page, "main form", new() { ["Email"] = TestWorld.Caseworker, ["Password"] = TestWorld.Password });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-DcoPortal=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words()
    {
        var client = _app.CreateClient();

        var answer = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent([new("Email", TestWorld.Caseworker), new("Password", TestWorld.Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nothing was changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("__Host-DcoPortal=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TestWorld.Caseworker)]
    public async Task An_unknown_address_is_a_friendly_page_for_everyone(string? person)
    {
        var browser = person is null ? _app.Browser() : await _app.SignInAsync(person);

        var page = await browser.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Page not found", page.Find("h1").TextContent.Trim());
    }

    [Fact]
    public async Task Too_many_sign_ins_from_one_address_get_a_friendly_wait()
    {
        using var app = new PortalApp().With("RateLimits:SignInPerMinute", "2");
        var browser = app.Browser();
        var page = await browser.GetAsync("/account/sign-in");
        Dictionary<string, string?> wrong = new() { ["Email"] = "nobody@example.org", ["Password"] = "wrong" };
        await browser.SubmitAsync(page, "main form", wrong);
        await browser.SubmitAsync(page, "main form", wrong);

        var third = await browser.SubmitAsync(page, "main form", wrong);

        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);
        Assert.Contains("Wait a minute", third.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_shows_a_request_number_and_no_stack_trace()
    {
        using var app = new FailingApp();
        var browser = app.Browser();
        var form = await browser.GetAsync("/account/sign-in");

        var page = await browser.SubmitAsync(form, "main form", new() { ["Email"] = TestWorld.Caseworker, ["Password"] = TestWorld.Password });

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("There is a problem with the service", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a detail nobody should see", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A portal with a bug behind the sign-in form.</summary>
    private sealed class FailingApp : PortalApp
    {
        protected override void ConfigureServices(IServiceCollection services) =>
            services.AddScoped<FluentValidation.IValidator<SignInForm>, BrokenValidator>();

        private sealed class BrokenValidator : FluentValidation.AbstractValidator<SignInForm>
        {
            public BrokenValidator() => FluentValidation.DefaultValidatorExtensions.Custom(RuleFor(f => f.Email), (_, _) => throw new InvalidOperationException("a detail nobody should see"));
        }
    }
}
