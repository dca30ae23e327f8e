using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>An answer that reached the authority outside the portal is in time by the day on which it did, not by the day on which the DCO service records it.</summary>
public sealed class ReachedAuthorityTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(20, "2026-12-20, in time")]
    [InlineData(null, "2027-01-20, late")]
    public async Task Advice_that_came_by_another_route_complied_on_the_day_it_reached_the_authority(int? day, string trail)
    {
        var (id, dco) = await OverdueAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", new() { ["Needs"] = "Fine motor delay", ["Provision"] = "Weekly" }, button: "check");

        Assert.Equal([], (await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/respond/check"), "form[action$='/respond/check']", Reached(day))).Errors);
        Assert.Equal(day is not null, (await dco.GetAsync($"/check/{id}")).Text.Contains("The local authority had it on 20 December 2026", StringComparison.Ordinal));
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        Assert.Equal(trail, await ReturnedAsync(id));
    }

    [Fact]
    public async Task No_advice_by_another_route_complied_on_that_day_too()
    {
        var (id, dco) = await OverdueAsync();

        Assert.Equal([], (await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/nil-return"), "form[action$='/nil-return']", new(Reached(20)) { ["Reason"] = nameof(ReplyCode.NotKnown) })).Errors);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        Assert.Equal("2026-12-20, in time", await ReturnedAsync(id));
    }

    [Theory]
    [InlineData("2026-11-20", "That cannot be before health was asked, on 21 November 2026")]
    [InlineData("2027-01-21", "The day it reached the authority must be today or in the past")]
    public async Task A_day_that_cannot_be_is_refused(string day, string words)
    {
        var (id, dco) = await OverdueAsync();

        var refused = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/nil-return"), "form[action$='/nil-return']", new(Reached(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))) { ["Reason"] = nameof(ReplyCode.NotKnown) });

        Assert.Equal([words], refused.Errors);
    }

    [Fact]
    public async Task What_is_sent_back_had_not_reached_the_authority_as_an_answer()
    {
        var (id, dco) = await OverdueAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/nil-return"), "form[action$='/nil-return']", new(Reached(20)) { ["Reason"] = nameof(ReplyCode.NotKnown) });

        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", new() { ["Comment"] = "Look under the former name" }, button: "Send back");

        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((null, null), (request.ReachedAuthorityOn, request.AnsweredOn));
    }

    [Fact]
    public async Task The_day_is_put_right_after_the_return_and_health_complied_on_the_right_one()
    {
        var (id, dco) = await ReturnedLateAsync();
        var page = await dco.GetAsync(Assert.Single((await dco.GetAsync($"/advice-requests/{id}")).All("main a"), a => a.TextContent.Contains("Correct when the authority had it", StringComparison.Ordinal)).GetAttribute("href")!);

        var empty = await dco.SubmitAsync(page, ReachedForm, []);
        var early = await dco.SubmitAsync(page, ReachedForm, On(new(2026, 11, 20)));
        var done = await dco.SubmitAsync(page, ReachedForm, On(new(2026, 12, 20)));

        Assert.Equal(["Select when the local authority had it", "Say why it is corrected"], empty.Errors);
        Assert.Equal(["That cannot be before health was asked, on 21 November 2026"], early.Errors);
        Assert.Contains("had the answer on 20 December 2026", done.Text, StringComparison.Ordinal);
        await AssertDaysAsync(id, new(2026, 12, 20));
        await using (var db = _app.Database()) { Assert.Equal(("2027-01-20", "2026-12-20, in time", "The email to the authority"), await db.AuditEntries.Where(e => e.Fact == "ReachedAuthorityCorrected").Select(e => ValueTuple.Create(e.Before, e.After, e.Reason)).SingleAsync()); }
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.Contains("on 20 December 2026", (await carol.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        // and back, where that was the mistake
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/reached"), ReachedForm, new() { ["HadItBefore"] = "false", ["Reason"] = "It was another child’s" });
        await AssertDaysAsync(id, new(2027, 1, 20));
    }

    [Fact]
    public async Task A_day_that_somebody_else_put_right_meanwhile_is_not_written_over()
    {
        var (id, dco) = await ReturnedLateAsync();
        var page = await dco.GetAsync($"/advice-requests/{id}/reached");
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/reached"), ReachedForm, On(new(2026, 12, 20)));

        var late = await dco.SubmitAsync(page, ReachedForm, On(new(2026, 12, 22)));

        Assert.Equal(System.Net.HttpStatusCode.Conflict, late.Status);
        await AssertDaysAsync(id, new(2026, 12, 20));
    }

    [Fact]
    public async Task Once_a_new_version_is_asked_for_the_day_of_the_first_answer_stands()
    {
        var (id, dco) = await ReturnedLateAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), "form[action$='/more']", new() { ["Kind"] = "Version", ["What"] = "Say how often" });

        var page = await dco.GetAsync($"/advice-requests/{id}/reached");

        Assert.Contains("the day of the first answer stands", page.Text, StringComparison.Ordinal);
    }

    private const string ReachedForm = "form[action$='/reached']";

    private static Dictionary<string, string?> On(DateOnly day) => new() { ["HadItBefore"] = "true", ["On.Day"] = $"{day.Day}", ["On.Month"] = $"{day.Month}", ["On.Year"] = $"{day.Year}", ["Reason"] = "The email to the authority" };

    private async Task<(Guid Id, PortalBrowser Dco)> ReturnedLateAsync()
    {
        var (id, dco) = await OverdueAsync();
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/nil-return"), "form[action$='/nil-return']", new(Reached((DateOnly?)null)) { ["Reason"] = nameof(ReplyCode.NotKnown) });
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        await AssertDaysAsync(id, new(2027, 1, 20));
        return (id, dco);
    }

    private async Task AssertDaysAsync(Guid id, DateOnly on)
    {
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((on, on, on, on), (request.ReturnedOn, request.BecameOn, request.AnsweredOn, await db.ReturnedAnswers.Where(a => a.AdviceRequestId == id).Select(a => (DateOnly?)a.ReturnedOn).SingleAsync()));
    }

    private static Dictionary<string, string?> Reached(int? day) => Reached(day is { } d ? new DateOnly(2026, 12, d) : null);

    private static Dictionary<string, string?> Reached(DateOnly? on) => new()
    {
        ["ReceivedBy"] = "post",
        ["ReceivedFrom"] = "Gwen Pritchard",
        ["ReachedOn.Day"] = $"{on?.Day}",
        ["ReachedOn.Month"] = $"{on?.Month}",
        ["ReachedOn.Year"] = $"{on?.Year}",
    };

    private async Task<(Guid Id, PortalBrowser Dco)> OverdueAsync()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Set(new DateTime(2027, 1, 20, 12, 0, 0, DateTimeKind.Utc));
        return (id, await _app.SignInAsync(TestWorld.Administrator));
    }

    private async Task<string?> ReturnedAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AuditEntries.Where(e => e.Fact == "AdviceReturned" && e.AdviceRequestId == id).Select(e => e.After).SingleAsync();
    }
}
