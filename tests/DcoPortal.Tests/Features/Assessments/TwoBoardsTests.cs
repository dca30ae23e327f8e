using DcoPortal.Casework.Notifications;
using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>An authority that lies in two integrated care boards says which one is told.</summary>
public sealed class TwoBoardsTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task With_one_board_nobody_is_asked_and_with_two_the_form_and_the_import_ask()
    {
        var before = await _app.SignInAsync(TestWorld.Manager);
        Assert.Empty((await before.GetAsync("/assessments/log")).All("[name='Request.IcbId']"));
        Assert.Empty((await before.GetAsync("/assessments/import")).All("[name='IcbId']"));

        var own = await SecondBoardAsync();

        var browser = await _app.SignInAsync(TestWorld.Manager);
        Assert.Equal([$"{TestWorld.FarIcb}", $"{own}"], (await browser.GetAsync("/assessments/import")).All("[name='IcbId']").Select(i => i.GetAttribute("value")));
        var log = await browser.SubmitAsync(await browser.GetAsync("/assessments/log"), "main form", []);
        Assert.Equal(2, log.All("[name='Request.IcbId']").Count);
        Assert.Empty(log.All("[name='Request.IcbId'][checked]"));
        var check = await browser.SubmitAsync(log, "main form[data-autosave]", new() { ["go"] = "check" });
        Assert.Contains("Select the integrated care board", check.Errors);
    }

    [Fact]
    public async Task The_board_that_was_chosen_is_told_and_sees_the_case_and_the_other_does_not()
    {
        await SecondBoardAsync();

        var reference = await AddAsync(TestWorld.FarIcb);

        Assert.Contains(reference, (await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync("/assessments")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/assessments")).Text, StringComparison.Ordinal);
        Assert.Contains(reference, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/assessments")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("dco@dorset.test", (await db.Emails.SingleAsync(e => e.Template == "notification-received")).To);
    }

    [Fact]
    public async Task Nothing_is_prepared_for_a_service_of_the_other_board()
    {
        var own = await SecondBoardAsync();

        await AddAsync(own, TestWorld.FarService);
        await AddAsync(own, TestWorld.OccupationalTherapy);

        await using var db = _app.Database();
        Assert.Equal(TestWorld.OccupationalTherapy, (await db.AdviceRequests.SingleAsync()).ServiceId);
    }

    [Fact]
    public async Task A_notification_without_a_board_or_for_a_board_of_others_is_refused()
    {
        Assert.Equal("That integrated care board is not one of Lancashire County Council any more.", (await Assert.ThrowsAsync<DomainRuleException>(() => AddAsync(TestWorld.FarIcb))).Message);
        await SecondBoardAsync();
        Assert.StartsWith("Say which integrated care board is told", (await Assert.ThrowsAsync<DomainRuleException>(() => AddAsync(null))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_system_administrator_adds_an_authority_to_the_board_and_takes_it_off_once_no_case_is_open()
    {
        var administrator = await _app.SignInAsync(TestWorld.FarSystemAdministrator);
        var page = await administrator.GetAsync("/admin/organisations");
        var lancashire = page.All("select[name=AuthorityId] option").Single(o => o.TextContent.Contains("Lancashire County Council", StringComparison.Ordinal)).GetAttribute("value")!;
        Assert.Equal(["Select a local authority"], (await administrator.SubmitAsync(page, "form[action$='/authorities']", [])).Errors);

        var added = await administrator.SubmitAsync(page, "form[action$='/authorities']", new() { ["AuthorityId"] = lancashire });

        Assert.Contains("Lancashire County Council lies in your board’s area now.", added.Text, StringComparison.Ordinal);
        var reference = await AddAsync(TestWorld.FarIcb);
        var refused = await administrator.SubmitAsync(added, "form[action$='/take-off']", []);
        Assert.Contains("Lancashire County Council has 1 open case with your board. Nothing was changed.", refused.Text, StringComparison.Ordinal);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{reference}/outcome"), "main form", new() { ["Outcome"] = "Withdrawn", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });
        var off = await administrator.SubmitAsync(refused, "form[action$='/take-off']", []);

        Assert.Contains("no longer lies in your board’s area", off.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == nameof(DirectoryChanged) && e.Sentence == "Directory: authorities of the board changed"));
        Assert.Single(await db.IcbCoverages.Where(c => c.LocalAuthorityId == Guid.Parse(lancashire)).ToListAsync());
    }

    [Fact]
    public async Task An_authority_keeps_its_only_board()
    {
        var administrator = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var page = await administrator.GetAsync("/admin/organisations");
        Assert.Empty(page.All("form[action$='/take-off']"));
        await using var db = _app.Database();
        var blackpool = await db.LocalAuthorities.Where(a => a.Code == "890").Select(a => a.Id).SingleAsync();

        var refused = await administrator.SubmitAsync(page, "form[action$='/authorities']", new() { ["AuthorityId"] = $"{blackpool}" });

        Assert.Contains("Blackpool", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await db.IcbCoverages.CountAsync(c => c.LocalAuthorityId == blackpool));
    }

    private async Task<Guid> SecondBoardAsync()
    {
        await using var db = _app.Database();
        var authority = await db.LocalAuthorities.SingleAsync(a => a.Code == "888");
        var own = await db.IcbCoverages.Where(c => c.LocalAuthorityId == authority.Id).Select(c => c.IcbId).SingleAsync();
        db.IcbCoverages.Add(new IcbCoverage { IcbId = TestWorld.FarIcb, LocalAuthorityId = authority.Id });
        await db.SaveChangesAsync();
        return own;
    }

    private Task<string> AddAsync(Guid? board, Guid? named = null) => _app.AsAsync(TestWorld.Caseworker, async services =>
    {
        var details = new NotificationDetails
        {
            IcbId = board,
            RequestReceivedOn = new(2026, 11, 2),
            Source = RequestSource.Parent,
            Decision = AssessmentDecision.Assess,
            DecidedOn = new(2026, 11, 20),
            Child = new() { LegalSurname = "Ashworth", Forenames = "Zoë", DateOfBirth = new(2019, 3, 4) },
            Professionals = named is null ? [] : [new() { ServiceId = named }],
        };
        var assessment = await services.GetRequiredService<NotificationWriter>().AddAsync(Guid.CreateVersion7(), details, keys => new NotificationLogged(keys, details.RequestReceivedOn), announce: true, default);
        await services.GetRequiredService<DcoPortal.Casework.Data.PortalDb>().SaveChangesAsync();
        return assessment.Reference;
    });
}
