using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Account;

/// <summary>Tried on the directory form for a new service: any form of the portal goes through the same door.</summary>
public sealed class InterruptedFormTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static Dictionary<string, string?> Service => new()
    {
        ["Name"] = "Wheelchair service for children",
        ["Inbox"] = "wheelchairs@lscft.test",
        ["AgeFrom"] = "0",
        ["AgeTo"] = "18",
    };

    private async Task<(PortalBrowser Browser, Page SignIn)> SendAfterTheSessionEndedAsync(Dictionary<string, string?>? extra = null)
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var form = await browser.GetAsync("/directory/services/add");
        var values = Service;
        values["ProviderId"] = form.Find("select[name=ProviderId] option:nth-child(2)").GetAttribute("value");
        foreach (var (key, value) in extra ?? []) { values[key] = value; }
        _app.Time.Advance(TimeSpan.FromMinutes(31));
        return (browser, await browser.SubmitAsync(form, "main form", values));
    }

    private static Task<Page> SignInAsync(PortalBrowser browser, Page page, string email) =>
        browser.SubmitAsync(page, "main form", new() { ["Email"] = email, ["Password"] = TestWorld.Password });

    [Fact]
    public async Task What_was_typed_comes_back_to_the_same_person_and_is_saved_by_one_button()
    {
        var (browser, signIn) = await SendAfterTheSessionEndedAsync(new() { ["MyPassword"] = "never kept" });
        Assert.Equal("/account/sign-in", signIn.Url.AbsolutePath);
        Assert.Contains("kept for one hour", signIn.Text, StringComparison.Ordinal);

        var page = await SignInAsync(browser, signIn, TestWorld.Administrator);

        Assert.Equal("/account/continue", page.Url.AbsolutePath);
        Assert.Contains("Wheelchair service for children", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("input[name=MyPassword]"));
        var sent = await browser.PostAsync(page, "form[action^='/account/continue?']", []);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, sent.StatusCode);
        Assert.Equal("/directory/services/add", sent.Headers.Location!.OriginalString);
        var fields = page.All("form[action^='/account/continue?'] input[name]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        using var repeated = await browser.Client.PostAsync(sent.Headers.Location, new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.Redirect, repeated.StatusCode);
        await using var db = _app.Database();
        Assert.True(await db.Services.AnyAsync(s => s.Name == "Wheelchair service for children"));
        Assert.Equal("/", (await browser.GetAsync("/account/continue")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Another_person_who_signs_in_never_sees_it_and_the_first_still_gets_it_back()
    {
        var (browser, signIn) = await SendAfterTheSessionEndedAsync();

        var other = await SignInAsync(browser, signIn, TestWorld.Dco);

        Assert.Equal("/", other.Url.AbsolutePath);
        Assert.DoesNotContain("Wheelchair", (await browser.GetAsync("/account/continue")).Text, StringComparison.Ordinal);
        var own = _app.Browser();
        Assert.Equal("/account/continue", (await SignInAsync(own, await own.GetAsync("/account/sign-in"), TestWorld.Administrator)).Url.AbsolutePath);
        await using var db = _app.Database();
        Assert.DoesNotContain("Wheelchair", (await db.Drafts.SingleAsync(d => d.Kind == "interrupted")).Json, StringComparison.Ordinal);
        Assert.False(await db.Services.AnyAsync(s => s.Name.StartsWith("Wheelchair")));
    }

    [Fact]
    public async Task Two_windows_that_timed_out_both_come_back_and_each_is_saved_or_deleted_by_itself()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var (service, provider) = (await browser.GetAsync("/directory/services/add"), await browser.GetAsync("/directory/providers/add"));
        _app.Time.Advance(TimeSpan.FromMinutes(31));
        await browser.SubmitAsync(service, "main form", Service);
        await browser.SubmitAsync(service, "main form", new(Service) { ["Name"] = "Wheelchairs, sent again" });
        var signIn = await browser.SubmitAsync(provider, "main form", new() { ["Name"] = "Fylde Coast NHS Trust" });

        var page = await SignInAsync(browser, signIn, TestWorld.Administrator);

        Assert.Contains("You were signed out before 2 forms were saved", page.Text, StringComparison.Ordinal);
        foreach (var typed in new[] { "Wheelchairs, sent again", "Fylde Coast NHS Trust" }) { Assert.Contains(typed, page.Text, StringComparison.Ordinal); }
        // the newest stands first
        var left = await browser.SubmitAsync(page, "form[action*='/discard']", []);
        Assert.Contains("Wheelchairs, sent again", left.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fylde Coast NHS Trust", left.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_for_an_hour_and_can_be_deleted()
    {
        var (browser, signIn) = await SendAfterTheSessionEndedAsync();
        var page = await SignInAsync(browser, signIn, TestWorld.Administrator);
        await browser.SubmitAsync(page, "form[action*=discard]", []);
        Assert.Equal("/", (await browser.GetAsync("/account/continue")).Url.AbsolutePath);

        (browser, signIn) = await SendAfterTheSessionEndedAsync();
        _app.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("/", (await SignInAsync(browser, signIn, TestWorld.Administrator)).Url.AbsolutePath);
    }

    [Fact]
    public async Task Too_much_to_keep_is_said_and_a_stranger_can_leave_nothing()
    {
        var (_, large) = await SendAfterTheSessionEndedAsync(new() { ["Name"] = new string('x', 300_000) });
        Assert.Contains("could not be kept", large.Text, StringComparison.Ordinal);

        using var stranger = _app.Browser().Client;
        using var answer = await stranger.PostAsync(new Uri("/directory/services/add", UriKind.Relative), new FormUrlEncodedContent([new("Name", "From nobody")]));
        Assert.Equal("/account/sign-in?interrupted=true", answer.Headers.Location!.OriginalString);
        await using var db = _app.Database();
        Assert.Empty(await db.Drafts.Where(d => d.Kind == "interrupted").ToListAsync());
    }

    [Fact]
    public async Task Of_a_form_with_files_the_words_are_kept_and_the_loss_of_the_files_is_said()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        _app.Time.Advance(TimeSpan.FromMinutes(31));
        using var content = new MultipartFormDataContent { { new StringContent("Needs help with balance"), "Needs" }, { new ByteArrayContent(new byte[100_000]), "Files", "report.pdf" } };

        using var answer = await browser.Client.PostAsync(new Uri("/directory/services/add", UriKind.Relative), content);
        var page = await SignInAsync(browser, await browser.GetAsync(answer.Headers.Location!.OriginalString), TestWorld.Administrator);

        Assert.Contains("Files were not kept", page.Text, StringComparison.Ordinal);
        Assert.Equal("Needs help with balance", page.Find("input[name=Needs]").GetAttribute("value"));
    }
}
