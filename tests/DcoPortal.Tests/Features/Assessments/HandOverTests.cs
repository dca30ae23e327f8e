using System.Net;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Saving;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class HandOverTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private async Task<Guid> AccountAsync(string email)
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    private async Task<Guid?> OwnerAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.Assessments.Where(a => a.Id == keys.AssessmentId).Select(a => a.OwnerUserId).SingleAsync();
    }

    private async Task GiveAsync(string to, params CaseKeys[] cases)
    {
        var account = await AccountAsync(to);
        var outcome = await _app.AsAsync(TestWorld.Manager, s => s.GetRequiredService<HandOverHandler>().TheseAsync([.. cases.Select(c => c.Reference)], account, null, CancellationToken.None));
        Assert.Equal(OutcomeKind.Done, outcome.Kind);
    }

    private async Task DisableAsync(string email)
    {
        await using var db = _app.Database();
        (await db.Users.SingleAsync(u => u.Email == email)).DisabledUtc = DateTime.UnixEpoch;
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_page_from_before_a_colleague_took_a_case_does_not_undo_that()
    {
        var keys = await _app.AssessmentAsync();
        await GiveAsync(TestWorld.Caseworker, keys);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var stale = await carol.GetAsync($"/assessments/{keys.Reference}/hand-over");
        await GiveAsync(TestWorld.Manager, keys);

        var late = await carol.SubmitAsync(stale, "main form", new() { ["To"] = "nobody" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("It is with Mohammed Iqbal now", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Equal(await AccountAsync(TestWorld.Manager), await OwnerAsync(keys));
        await carol.SubmitAsync(late, "main form", new() { ["To"] = "nobody" });
        Assert.Null(await OwnerAsync(keys));
    }

    [Fact]
    public async Task Who_logs_a_notification_has_the_case()
    {
        var id = Guid.CreateVersion7();
        var details = new NotificationDetails
        {
            RequestReceivedOn = new(2026, 11, 2),
            Source = RequestSource.Parent,
            Child = new ChildOrYoungPerson { LegalSurname = "Ashworth", Forenames = "Zoë", DateOfBirth = new(2019, 3, 4) },
        };
        await _app.AsAsync(TestWorld.Caseworker, async s =>
        {
            await s.GetRequiredService<NotificationWriter>().AddAsync(id, details, k => new NotificationLogged(k, details.RequestReceivedOn, ClockEvent.RequestReceived), announce: true, CancellationToken.None);
            return await s.GetRequiredService<DcoPortal.Casework.Data.PortalDb>().SaveChangesAsync();
        });

        await using var db = _app.Database();
        Assert.Equal(await AccountAsync(TestWorld.Caseworker), (await db.Assessments.SingleAsync(a => a.Id == id)).OwnerUserId);
    }

    [Fact]
    public async Task A_case_is_handed_over_on_its_page_which_says_so_and_can_be_taken_back()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/hand-over");
        Assert.Equal(["Select whose case it is"], (await browser.SubmitAsync(form, "main form", [])).Errors);

        var done = await browser.SubmitAsync(form, "main form", new() { ["To"] = $"{await AccountAsync(TestWorld.Manager)}" });

        Assert.Contains("Case owner in Lancashire County Council: Mohammed Iqbal", done.Text, StringComparison.Ordinal);
        Assert.Equal(await AccountAsync(TestWorld.Manager), await OwnerAsync(keys));
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");
        Assert.Contains("Case owner in Lancashire County Council: Mohammed Iqbal", dco.Text, StringComparison.Ordinal);
        Assert.Empty(dco.All("a[href$='/hand-over']"));
        var undone = await browser.SubmitAsync(done, "form[action='/undo/hand-over']", []);
        Assert.Contains("1 case is whose it was before", undone.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await OwnerAsync(keys));
        await using var db = _app.Database();
        Assert.Equal(["Nobody > Mohammed Iqbal", "Mohammed Iqbal > Nobody"], await db.AuditEntries.Where(e => e.Fact == "CaseHandedOver").OrderBy(e => e.Id).Select(e => e.Before + " > " + e.After).ToListAsync());
        Assert.Empty(await db.Emails.ToListAsync());
    }

    [Fact]
    public async Task Nobody_of_another_organisation_is_offered_or_taken_and_no_foreign_case_is_handed_over()
    {
        var keys = await _app.AssessmentAsync();
        var foreign = await _app.AssessmentAsync("890");
        var other = await AccountAsync(TestWorld.OtherCaseworker);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync($"/assessments/{keys.Reference}/hand-over");

        Assert.DoesNotContain("Owen Bright", form.Text, StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(form, "main form", new() { ["To"] = $"{other}" });
        Assert.Equal(["Select somebody else: this person cannot sign in"], refused.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/assessments/{foreign.Reference}/hand-over")).Status);
        var me = await AccountAsync(TestWorld.Caseworker);
        var ticked = await _app.AsAsync(TestWorld.Caseworker, s => s.GetRequiredService<HandOverHandler>().TheseAsync([keys.Reference, foreign.Reference], me, null, CancellationToken.None));
        Assert.Equal(OutcomeKind.NotFound, ticked.Kind);
        Assert.Null(await OwnerAsync(keys));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/assessments/hand-over")).Status);
    }

    [Fact]
    public async Task A_list_from_before_a_colleague_took_a_case_says_whose_it_was()
    {
        var (first, second) = (await _app.AssessmentAsync(), await _app.AssessmentAsync());
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var list = await manager.GetAsync("/assessments?hand-over=true");
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var taken = await carol.SubmitAsync(await carol.GetAsync("/assessments?hand-over=true"), "#hand-over", new() { ["References"] = second.Reference, ["To"] = $"{await AccountAsync(TestWorld.Caseworker)}" });
        Assert.StartsWith("Success 1 case is now with Carol Whitaker.", taken.Text, StringComparison.Ordinal);

        var done = await manager.SubmitAsync(list, "#hand-over", new() { ["References"] = $"{first.Reference}\n{second.Reference}", ["To"] = $"{await AccountAsync(TestWorld.Manager)}" });

        Assert.Contains("2 cases are now with Mohammed Iqbal. 1 of them was Carol Whitaker’s.", done.Text, StringComparison.Ordinal);
        Assert.NotEmpty(done.All("form[data-undo]"));
    }

    [Fact]
    public async Task Ticked_cases_of_the_list_are_handed_over_together()
    {
        var first = await _app.AssessmentAsync();
        var second = await _app.AssessmentAsync();
        var third = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.Empty((await browser.GetAsync("/assessments")).All("input[name=References]"));
        var list = await browser.GetAsync("/assessments?hand-over=true");

        var none = await browser.SubmitAsync(list, "#hand-over", []);
        var nobody = await browser.SubmitAsync(list, "#hand-over", new() { ["References"] = second.Reference });
        Assert.Equal([second.Reference], nobody.All("input[name=References][checked]").Select(i => i.GetAttribute("value")));
        var done = await browser.SubmitAsync(list, "#hand-over", new() { ["References"] = $"{first.Reference}\n{second.Reference}", ["To"] = $"{await AccountAsync(TestWorld.Manager)}" });

        Assert.Contains("Tick the cases to hand over first", none.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 cases are now with Mohammed Iqbal.", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await OwnerAsync(second));
        Assert.Null(await OwnerAsync(third));
    }

    [Fact]
    public async Task The_cases_of_who_leaves_are_nobodys_and_are_handed_over_all_at_once()
    {
        var open = await _app.AssessmentAsync(surname: "Openshaw");
        var other = await _app.AssessmentAsync(surname: "Otherside");
        var closed = await _app.AssessmentAsync(surname: "Closedown", decision: AssessmentDecision.DoNotAssess);
        await GiveAsync(TestWorld.Caseworker, open, closed);
        await GiveAsync(TestWorld.Manager, other);
        await DisableAsync(TestWorld.Caseworker);
        var leaver = await AccountAsync(TestWorld.Caseworker);
        var browser = await _app.SignInAsync(TestWorld.Manager);

        var nobodys = await browser.GetAsync("/assessments?owner=nobody");
        Assert.Contains("Openshaw", nobodys.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody Carol Whitaker has left", nobodys.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Otherside", nobodys.Text, StringComparison.Ordinal);
        Assert.Contains("nobody (Carol Whitaker cannot sign in any more)", (await browser.GetAsync($"/assessments/{open.Reference}")).Text, StringComparison.Ordinal);
        var form = await browser.GetAsync("/assessments/hand-over");
        Assert.Contains("Carol Whitaker, who cannot sign in any more: 1 open case", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(form.All("#To option"), o => o.GetAttribute("value") == $"{leaver}");

        var done = await browser.SubmitAsync(form, "main form", new() { ["From"] = $"{leaver}", ["To"] = $"{await AccountAsync(TestWorld.Manager)}" });

        Assert.Contains("1 case is now with Mohammed Iqbal.", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(await AccountAsync(TestWorld.Manager), await OwnerAsync(open));
        Assert.Equal(leaver, await OwnerAsync(closed));
    }

    [Fact]
    public async Task My_cases_come_first_in_the_list_filter_and_in_your_work_with_a_way_to_the_team()
    {
        var mine = await _app.AssessmentAsync(surname: "Mineford", decision: null);
        await _app.AssessmentAsync(surname: "Teamley", decision: null);
        await GiveAsync(TestWorld.Caseworker, mine);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var list = await browser.GetAsync("/assessments?owner=me");
        var home = await browser.GetAsync("/");
        var team = await browser.GetAsync("/?cases=team");
        var colleague = await (await _app.SignInAsync(TestWorld.Manager)).GetAsync("/");

        Assert.Equal("1 assessment", list.Find(".dco-summary-line p").TextContent);
        Assert.Contains("Mineford", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Teamley", home.Text, StringComparison.Ordinal);
        Assert.Equal(["My cases 1", "The team’s cases 2", "Nobody’s cases 1"], home.All("nav[aria-label='Whose cases'] a").Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Contains("Teamley", team.Text, StringComparison.Ordinal);
        // who has none sees the team's
        Assert.Contains("Teamley", colleague.Text, StringComparison.Ordinal);
        // an unknown owner in an address is dropped
        Assert.Equal("2 assessments", (await browser.GetAsync("/assessments?owner=somebody")).Find(".dco-summary-line p").TextContent);
    }
}
