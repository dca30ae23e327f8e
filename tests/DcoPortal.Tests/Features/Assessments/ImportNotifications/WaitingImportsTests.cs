using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>Children of a file that is not imported yet stand in somebody's work. Today is 21 November 2026.</summary>
public sealed class WaitingImportsTests : IDisposable
{
    private const string Headings = "LA ref,Surname,Forename,DOB,NHS No,Date received\n";
    private const string Three = Headings + "Z-1,Lomax,Dora,28/02/2015,,02/11/2026\nZ-2,Hale,Tom,01/03/2016,,02/11/2026\nZ-3,Bury,Amy,05/06/2017,,02/11/2026\n";
    private const string Waits = "An import waits to be checked: 3 rows";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task An_import_that_nobody_confirmed_stands_in_the_work_of_who_uploaded_it_until_it_is_discarded()
    {
        var preview = await _app.OwnFileAsync(Three);
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var home = await manager.GetAsync("/");
        Assert.Contains(Waits, home.Text, StringComparison.Ordinal);
        Assert.Contains(home.All("main a"), a => a.GetAttribute("href") == preview.Url.AbsolutePath);
        Assert.DoesNotContain(Waits, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/")).Text, StringComparison.Ordinal);
        await manager.SubmitAsync(await manager.GetAsync(preview.Url.AbsolutePath), "form[action$='/discard']", []);

        Assert.DoesNotContain("An import waits", (await manager.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_of_as_many_rows_are_told_from_each_other()
    {
        await _app.OwnFileAsync(Three);
        await _app.OwnFileAsync(Three);

        var home = await (await _app.SignInAsync(TestWorld.Manager)).GetAsync("/");

        Assert.Contains("number 2 of 2", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_was_done_waits_for_nobody()
    {
        await _app.ImportAsync(await _app.OwnFileAsync(Three));

        Assert.DoesNotContain("An import waits", (await (await _app.SignInAsync(TestWorld.Manager)).GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_for_an_authority_and_a_tracker_stand_in_the_work_of_the_administrator_of_the_DCO_service()
    {
        await _app.TrackerAsync("Local authority,Surname,Forename,DOB,Date received,Service,Date asked\nLancashire County Council,Lomax,Dora,28/02/2015,02/11/2026,Dietetics,10/11/2026\n");
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        Assert.Contains("An import waits to be checked: 1 row", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("An import waits", (await (await _app.SignInAsync(TestWorld.Manager)).GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_disables_an_account_reads_of_its_imports_and_a_colleague_who_may_import_finds_them()
    {
        var preview = await _app.OwnFileAsync(Three);
        var account = await AccountAsync(TestWorld.Manager);
        var page = await (await _app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync($"/admin/users/{account}");
        Assert.Contains("3 rows of an import by this person are not confirmed.", page.Text, StringComparison.Ordinal);
        await MakeManagerAsync(TestWorld.Caseworker);
        Assert.DoesNotContain(Waits, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/")).Text, StringComparison.Ordinal);

        await using (var db = _app.Database()) { await db.Users.Where(u => u.Id == account).ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledUtc, DateTime.UnixEpoch)); }

        var colleague = await _app.SignInAsync(TestWorld.Caseworker);
        var home = await colleague.GetAsync("/");
        Assert.Contains(Waits, home.Text, StringComparison.Ordinal);
        Assert.Contains("who cannot import any more", home.Text, StringComparison.Ordinal);
        Assert.Contains(home.All("main a"), a => a.GetAttribute("href") == preview.Url.AbsolutePath);
        Assert.DoesNotContain(Waits, (await (await _app.SignInAsync(TestWorld.OtherManager)).GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_nobody_answered_are_a_number_of_their_own_and_wait_until_they_are_left_out()
    {
        await _app.ImportAsync(await _app.OwnFileAsync(Headings + "Z-1,Oldname,Gus,19/03/2018,9434765919,02/11/2026\n"));
        var result = await _app.ImportAsync(await _app.OwnFileAsync(Headings + ",Newname,Gus,19/03/2018,9434765919,02/11/2026\nZ-3,Bury,Amy,05/06/2017,,02/11/2026\n"));
        Assert.Equal("Imported 1, Passed over 0, To look at 1, Refused 0", result.Figures());
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var home = await manager.GetAsync("/");
        Assert.Contains("1 row of an import waits for your answer", home.Text, StringComparison.Ordinal);
        Assert.Contains(home.All("main a"), a => a.GetAttribute("href") == result.Url.AbsolutePath + "?show=LookAt");

        var left = await manager.SubmitAsync(await manager.GetAsync(result.Url.AbsolutePath), "form[action$='/discard']", [], button: "Leave out 1 row");

        Assert.Equal("Imported 1, Passed over 1, Refused 0", left.Figures());
        Assert.DoesNotContain("waits for your answer", (await manager.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    private async Task<Guid> AccountAsync(string email)
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    private async Task MakeManagerAsync(string email)
    {
        await using var db = _app.Database();
        await db.Users.Where(u => u.Email == email).ExecuteUpdateAsync(s => s.SetProperty(u => u.Role, DcoPortal.Domain.Access.Role.LaManager));
    }
}
