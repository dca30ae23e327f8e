using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>What a person leaves out stays out, and an answer counts for the question to which it was given. Today is 21 November 2026.</summary>
public sealed class LeftOutRowsTests : IDisposable
{
    private const string Headings = "LA ref,Surname,Forename,DOB,NHS No,Date received,Professional 1 service,Do not share with\n";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_row_that_was_left_out_stays_out_when_the_row_beside_it_is_taken()
    {
        var preview = await _app.OwnFileAsync(Headings + "Z-1,Lomax,Dora,28/02/2015,9434765919,02/11/2026,,\nZ-1,Lomax,Dora,28/02/2015,9434765919,03/11/2026,Dietetics,CAMHS\n");
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var looked = await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt");

        var saved = await manager.SubmitAsync(looked, "form[action$='/take']", new() { ["Rows[2]"] = "LeaveOut", ["Rows[3]"] = "Another" });
        Assert.Contains("it was left out when it was looked at. Say again what it is", saved.Text, StringComparison.Ordinal);
        var result = await _app.ImportAsync(preview);

        Assert.Equal("Imported 1, Passed over 1, Refused 0", result.Figures());
        await using var db = _app.Database();
        Assert.Equal("CAMHS", (await db.Assessments.SingleAsync()).Family.DoNotShareWith);
    }

    [Fact]
    public async Task A_row_that_was_left_out_comes_in_once_somebody_says_so()
    {
        var preview = await _app.OwnFileAsync(Headings + "Z-1,Lomax,Dora,28/02/2015,9434765919,02/11/2026,,\nZ-1,Lomax,Dora,28/02/2015,9434765919,03/11/2026,Dietetics,CAMHS\n");
        var manager = await _app.SignInAsync(TestWorld.Manager);
        await manager.SubmitAsync(await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "LeaveOut", ["Rows[3]"] = "Another" });

        await manager.SubmitAsync(await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Another" });
        await _app.ImportAsync(preview);

        Assert.Equal(2, await _app.AssessmentsAsync());
    }

    [Fact]
    public async Task A_second_row_of_a_child_waits_while_the_first_is_looked_at()
    {
        await _app.ImportAsync(await _app.OwnFileAsync(Headings + "Z-1,Oldname,Gus,19/03/2018,9434765919,02/11/2026,,\n"));

        var preview = await _app.OwnFileAsync(Headings + ",Newname,Gus,19/03/2018,9434765919,02/11/2026,Dietetics,\n,Newname,Gus,19/03/2018,,02/11/2026,Audiology,\n");
        Assert.Contains("row 2 has the same name, date of birth and Date request received, and is not in yet", preview.Text, StringComparison.Ordinal);
        var manager = await _app.SignInAsync(TestWorld.Manager);
        await manager.SubmitAsync(await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Same" });
        var result = await _app.ImportAsync(preview);

        Assert.Equal("Imported 1, Passed over 1, Refused 0", result.Figures());
        Assert.Equal(1, await _app.AssessmentsAsync());
    }

    [Fact]
    public async Task A_row_taken_as_another_beside_one_that_was_left_out_is_asked_about_again_once_that_one_comes_in()
    {
        await _app.ImportAsync(await _app.OwnFileAsync(Headings + "Z-1,Oldname,Gus,19/03/2018,9434765919,02/11/2026,,\n"));
        var preview = await _app.OwnFileAsync(Headings + ",Newname,Gus,19/03/2018,9434765919,02/11/2026,Dietetics,CAMHS\n,Newname,Gus,19/03/2018,,02/11/2026,Audiology,\n");
        var manager = await _app.SignInAsync(TestWorld.Manager);

        await manager.SubmitAsync(await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Another", ["Rows[3]"] = "Another" });
        var result = await _app.ImportAsync(preview);

        Assert.Equal("Imported 1, Passed over 0, To look at 1, Refused 0", result.Figures());
    }

    [Fact]
    public async Task Two_children_in_one_row_are_told_also_where_one_of_them_has_a_case()
    {
        await _app.ImportAsync(await _app.OwnFileAsync(Headings + "Z-1,Unsworth,Una,19/03/2018,9434765919,02/11/2026,,\n"));

        var preview = await _app.OwnFileAsync(Headings + ",Unsworth,Una & Bob,19/03/2018,9434765919,02/11/2026,,\n");
        Assert.Contains("may be two children: write a row for each", preview.Text, StringComparison.Ordinal);
        Assert.Contains("may be the same child as LCC-26-00001", preview.Text, StringComparison.Ordinal);
    }
}
