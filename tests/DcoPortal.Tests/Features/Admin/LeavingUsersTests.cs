using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Admin;

/// <summary>What nobody else can do or see once an account is disabled is told before, and stands where somebody can mend it after.</summary>
public sealed class LeavingUsersTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Reminders_that_nobody_else_sees_are_counted_before_an_account_is_disabled()
    {
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/notes"), $"form[action='/assessments/{keys.Reference}/notes']", new() { ["Text"] = "Ring the tribunal clerk", ["Readers"] = "you", ["RemindOn.Day"] = "30", ["RemindOn.Month"] = "11", ["RemindOn.Year"] = "2026" });
        await using (var db = _app.Database()) { Assert.False((await db.Notes.SingleAsync()).IsForTeam); }
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);

        var page = await sasha.GetAsync($"/admin/users/{await AccountAsync(TestWorld.Caseworker)}");

        Assert.Contains("1 reminder of this person is in a note that nobody else sees.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tribunal", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_Designated_Clinical_Officer_is_said_to_be_the_last_and_is_missed_afterwards()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, null, r => r.SubmitNilReturn(ReplyCode.NotKnown, null, _app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 21), "Gwen Pritchard"));
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);
        Assert.DoesNotContain("Invite a Designated Clinical Officer", (await sasha.GetAsync("/")).Text, StringComparison.Ordinal);
        var page = await sasha.GetAsync($"/admin/users/{await AccountAsync(TestWorld.Dco)}");
        Assert.Contains("No other Designated Clinical Officer can sign in.", page.Text, StringComparison.Ordinal);

        await sasha.SubmitAsync(page, "form[action$='/disable']", new() { ["Reason"] = "Retired" });

        Assert.Contains("Invite a Designated Clinical Officer", (await sasha.GetAsync("/")).Text, StringComparison.Ordinal);
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("nobody with that role can sign in", (await priya.GetAsync($"/assessments/{keys.Reference}/all-nil")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("890", true)]
    [InlineData("888", false)]
    public async Task Advice_returned_to_an_authority_where_nobody_can_sign_in_is_said_to_be_opened_by_nobody(string authority, bool isTold)
    {
        await using (var db = _app.Database())
        {
            foreach (var user in await db.Users.Where(u => u.Email == TestWorld.OtherCaseworker || u.Email == TestWorld.OtherManager).ToListAsync()) { user.DisabledUtc = DateTime.UnixEpoch; }
            await db.SaveChangesAsync();
        }
        var request = await _app.RequestAsync(await _app.AssessmentAsync(authority), TestWorld.OccupationalTherapy, null, r => r.Submit(_app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 21), "Gwen Pritchard"));
        var priya = await _app.SignInAsync(TestWorld.Administrator);

        var done = await priya.SubmitAsync(await priya.GetAsync($"/check/{request}"), "form[action$='/accept']", [], button: "return");

        Assert.Contains("accepted and returned to the local authority", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(isTold, done.Document.Body!.TextContent.Contains("can sign in, so nobody there can open it", StringComparison.Ordinal));
    }

    private async Task<Guid> AccountAsync(string email)
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }
}
