using AngleSharp.Html.Dom;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.DirectoryPages;

/// <summary>Without script: entries of equal name can be told apart, and the one that was chosen is the one that is saved.</summary>
public sealed class EqualNamesTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public static TheoryData<string> Forms => EqualNames.Forms;

    public void Dispose() => _app.Dispose();

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_second_of_two_equal_names_is_chosen_and_saved(string name)
    {
        var form = await EqualNames.FormAsync(_app, name);
        var browser = await _app.SignInAsync(form.Email);
        var page = await browser.GetAsync(form.Path);

        var done = await browser.SubmitAsync(page, form.Selector, Choosing(form, form.Alike[1]), button: "send");

        Assert.True(done.Response.IsSuccessStatusCode && done.Errors.Count == 0, done.Text);
        await using var db = _app.Database();
        Assert.Equal(form.Alike[1], await form.Saved(db));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task No_two_choices_read_the_same_and_equal_names_say_their_trust_and_town_or_address(string name)
    {
        var form = await EqualNames.FormAsync(_app, name);
        var options = Options(await (await _app.SignInAsync(form.Email)).GetAsync(form.Path), form.Field);

        Assert.Equal(options.Count, options.Select(o => o.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(options.Count, options.Select(o => o.Value).Distinct().Count());
        string[] apart = form.Typed == "amina" ? ["amina.rao@ot.test", "amina.rao2@ot.test"] : ["Lancashire & South Cumbria NHS Foundation Trust, Leyland", "Lancashire Teaching Hospitals NHS Foundation Trust, Preston"];
        Assert.All(form.Alike.Zip(apart), pair => Assert.Contains(pair.Second, options.Single(o => o.Value == pair.First).Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EqualNames.ProfessionalCover)]
    [InlineData(EqualNames.ServiceCover)]
    [InlineData(EqualNames.OwnLeave)]
    public async Task Whatever_is_chosen_is_saved_and_shown_as_chosen_afterwards(string name)
    {
        var form = await EqualNames.FormAsync(_app, name);
        var browser = await _app.SignInAsync(form.Email);
        var refused = 0;
        foreach (var option in Options(await browser.GetAsync(form.Path), form.Field))
        {
            await using var db = _app.Database();
            var before = await form.Saved(db);
            var done = await browser.SubmitAsync(await browser.GetAsync(form.Path), form.Selector, Choosing(form, option.Value));
            // only somebody of another service may be refused, and then nothing moves
            if (done.Errors.Count > 0) { refused++; Assert.Equal(before, await form.Saved(db)); continue; }
            Assert.Equal(option.Value, await form.Saved(db));
            Assert.Equal(option, Assert.Single(Options(await browser.GetAsync(form.Path), form.Field, o => o.IsSelected)));
        }
        Assert.InRange(refused, 0, 1);
    }

    [Fact]
    public async Task Colleagues_of_equal_name_have_buttons_that_read_differently()
    {
        await EqualNames.AddAsync(_app, colleagues: 0);
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Lead);

        var done = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/pass-on"), "main form", [], button: "Pass to Amina Rao (amina.rao2@ot.test)");

        Assert.Contains("is now with Amina Rao", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(EqualNames.OtherAmina, await db.AdviceRequests.Where(r => r.Id == id).Select(r => r.ProfessionalId).SingleAsync());
    }

    [Fact]
    public async Task What_was_sent_says_the_trust_and_town_and_so_do_the_people_who_can_be_asked()
    {
        var form = await EqualNames.FormAsync(_app, EqualNames.RequestAdvice);
        var browser = await _app.SignInAsync(form.Email);

        var done = await browser.SubmitAsync(await browser.GetAsync(form.Path), form.Selector, Choosing(form, form.Alike[1]), button: "send");

        Assert.Contains("School nursing, Lancashire Teaching, Preston.", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("School nursing, Whole service, Lancashire Teaching, Preston", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("school-nursing@teaching.test", (await db.Emails.SingleAsync(e => e.Template == "advice-request-sent")).To);
    }

    private Dictionary<string, string?> Choosing(EqualNameForm form, string value)
    {
        var today = _app.Time.GetUtcNow();
        return new() { [form.Field] = value, ["Ask"] = null, ["AwayFrom.Day"] = $"{today.Day}", ["AwayFrom.Month"] = $"{today.Month}", ["AwayFrom.Year"] = $"{today.Year}" };
    }

    private static List<(string Value, string Text)> Options(Page page, string field, Func<IHtmlOptionElement, bool>? which = null) =>
        [.. ((IHtmlSelectElement)page.Find($"select[name='{field}']")).Options.Where(o => o.Value.Length > 0 && (which is null || which(o))).Select(o => (o.Value, o.Text))];
}
