using DcoPortal.Tests.Support;

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

    private async Task<Guid> AssignedAsync()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);
        await PassAsync(await _app.SignInAsync(TestWorld.Lead), id, TestWorld.Gwen.ToString(), Words);
        return id;
    }

    private static async Task PassAsync(PortalBrowser browser, Guid id, string to, string? reason) =>
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/pass-on"), "main form", new() { ["To"] = to, ["Reason"] = reason });
}
