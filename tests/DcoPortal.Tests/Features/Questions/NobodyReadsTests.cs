using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Questions;

/// <summary>An email that only asks to sign in is read by nobody at an authority where nobody can: the DCO service is told so before and after.</summary>
public sealed class NobodyReadsTests : IDisposable
{
    private const string Words = "can sign in, so nobody there can read it";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("890", true)]
    [InlineData("888", false)]
    public async Task A_question_to_an_authority_where_nobody_can_sign_in_says_so_on_its_form_and_once_it_is_asked(string authority, bool isTold)
    {
        await LeaveAsync();
        var keys = await _app.AssessmentAsync(authority);
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        var form = await priya.GetAsync($"/assessments/{keys.Reference}/questions");
        Assert.Equal(isTold, form.Text.Contains(Words, StringComparison.Ordinal));

        var asked = await priya.SubmitAsync(form, "main form", new() { ["Text"] = "Which school nurse?" });

        Assert.Contains("Your question was sent to the local authority", asked.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(isTold, Banners(asked).Contains(Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task So_do_a_reply_and_details_that_are_corrected()
    {
        await LeaveAsync();
        var keys = await _app.AssessmentAsync("890");
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var check = await priya.SubmitAsync(await priya.GetAsync($"/assessments/{keys.Reference}/correct-details"), "main form", new() { ["Child.KnownAs"] = "Zed", ["Reason"] = "The school rang." });
        Assert.Contains(Words, check.Text, StringComparison.Ordinal);
        var done = await priya.SubmitAsync(check, "main form", []);
        Assert.Contains("1 detail corrected", Banners(done), StringComparison.Ordinal);
        Assert.Contains(Words, Banners(done), StringComparison.Ordinal);

        var asked = await priya.SubmitAsync(await priya.GetAsync($"/assessments/{keys.Reference}/questions"), "main form", new() { ["Text"] = "Which school nurse?" });
        var further = await priya.SubmitAsync(asked, "#reply", new() { ["Text"] = "And which school?" });
        Assert.Contains(Words, Banners(further), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_which_nobody_is_told_by_email_says_nothing()
    {
        await LeaveAsync();
        var keys = await _app.AssessmentAsync("890");
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var done = await priya.SubmitAsync(await priya.GetAsync($"/assessments/{keys.Reference}/notes"), "main form", new() { ["Text"] = "Rang the school." });

        Assert.DoesNotContain(Words, Banners(done), StringComparison.Ordinal);
    }

    private static string Banners(Page page) => page.Document.Body!.TextContent;

    private async Task LeaveAsync()
    {
        await using var db = _app.Database();
        foreach (var user in await db.Users.Where(u => u.Email == TestWorld.OtherCaseworker || u.Email == TestWorld.OtherManager).ToListAsync()) { user.DisabledUtc = DateTime.UnixEpoch; }
        await db.SaveChangesAsync();
    }
}
