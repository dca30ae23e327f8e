using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What is written when a request is assigned or passed on reaches whoever has it later.</summary>
public sealed class PassedOnWordsTests : IDisposable
{
    private const string Words = "The interpreter is booked for 8 December, ring the school office first";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("I am on leave")]
    [InlineData(null)]
    public async Task Words_written_when_a_request_was_assigned_stay_with_it_when_it_is_passed_on_once_more(string? later)
    {
        var id = await AssignedAsync();
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await PassAsync(gwen, id, TestWorld.Tariq.ToString(), later);

        foreach (var who in new[] { TestWorld.Colleague, TestWorld.Lead, TestWorld.Administrator })
        {
            var page = await (await _app.SignInAsync(who)).GetAsync($"/advice-requests/{id}");
            var inset = page.All(".nhsuk-inset-text").Single(i => i.TextContent.Contains("Passed from Gwen Pritchard to Tariq Aziz", StringComparison.Ordinal)).TextContent;
            Assert.Contains(Words, inset, StringComparison.Ordinal);
            Assert.Contains(later ?? Words, inset, StringComparison.Ordinal);
            Assert.Contains(page.All("li .dco-prose"), words => words.TextContent == Words);
        }
    }

    [Fact]
    public async Task Words_written_when_a_request_was_assigned_stay_with_it_when_it_goes_back_to_the_service_and_no_authority_reads_them()
    {
        var id = await AssignedAsync();
        await PassAsync(await _app.SignInAsync(TestWorld.Clinician), id, "service", null);

        Assert.Contains(Words, (await (await _app.SignInAsync(TestWorld.Colleague)).GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_from_before_takes_a_request_and_what_is_begun_from_nobody_and_gives_back_what_was_typed()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);
        var priya = await _app.SignInAsync(TestWorld.Administrator);
        var stale = await priya.GetAsync($"/advice-requests/{id}/pass-on");
        await PassAsync(await _app.SignInAsync(TestWorld.Lead), id, TestWorld.Gwen.ToString(), Words);

        var late = await priya.SubmitAsync(stale, "main form", new() { ["To"] = TestWorld.Tariq.ToString(), ["Reason"] = "Tariq has room" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Tariq has room", late.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(TestWorld.Gwen, (await db.AdviceRequests.SingleAsync()).ProfessionalId);
    }

    [Fact]
    public async Task Who_loses_a_request_with_what_they_have_begun_is_told_and_who_passes_it_on_sees_that_it_is_begun()
    {
        var id = await AssignedAsync();
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Summary"] = "Needs a writing slope." }, button: "save");
        var lead = await _app.SignInAsync(TestWorld.Lead);

        var page = await lead.GetAsync($"/advice-requests/{id}/pass-on");
        Assert.Contains("Gwen Pritchard has begun the answer: text.", page.Text, StringComparison.Ordinal);
        await lead.SubmitAsync(page, "main form", new() { ["To"] = TestWorld.Tariq.ToString() });

        await using var db = _app.Database();
        var told = await db.Emails.SingleAsync(e => e.Template == "request-passed-from");
        Assert.Equal(TestWorld.Clinician, told.To);
        Assert.DoesNotContain("Zoë", told.Subject + told.Body, StringComparison.Ordinal);
    }

    private async Task<Guid> AssignedAsync()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);
        await PassAsync(await _app.SignInAsync(TestWorld.Lead), id, TestWorld.Gwen.ToString(), Words);
        return id;
    }

    private static async Task PassAsync(PortalBrowser browser, Guid id, string to, string? reason) =>
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/pass-on"), "main form", new() { ["To"] = to, ["Reason"] = reason });
}
