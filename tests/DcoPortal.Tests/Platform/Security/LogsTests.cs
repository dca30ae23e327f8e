using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Platform.Security;

public sealed class LogsTests
{
    private static readonly string[] RecordPages = ["", "/activity", "/request-advice", "/return"];

    [Fact]
    public async Task No_child_stands_in_the_logs_of_a_walk_through_the_pages()
    {
        using var app = new LoggedApp();
        foreach (var source in new[] { "Microsoft", "Microsoft.EntityFrameworkCore", "System" }) { app.With($"Serilog:MinimumLevel:Override:{source}", "Information"); }
        var keys = await app.AssessmentAsync(surname: "Quillfeather", nhsNumber: "9434765919");
        var request = await app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var administrator = await app.SignInAsync(TestWorld.Administrator);
        foreach (var page in RecordPages) { await administrator.GetAsync($"/assessments/{keys.Reference}{page}"); }
        foreach (var page in new[] { "/", "/triage", "/assessments", "/advice-requests", "/chase", "/check", "/dashboard" }) { await administrator.GetAsync(page); }
        var clinician = await app.SignInAsync(TestWorld.Clinician);
        await clinician.GetAsync($"/advice-requests/{request}");
        await clinician.GetAsync($"/advice-requests/{request}/respond");

        Assert.Contains(app.Logged, l => l.Contains($"GET /assessments/{keys.Reference} answered 200 in ", StringComparison.Ordinal));
        Assert.Contains(app.Logged, l => l.Contains("Executed DbCommand", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logged, l => l.Contains("Quillfeather", StringComparison.OrdinalIgnoreCase) || l.Contains("9434765919", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_of_a_request_has_its_id_and_neither_its_query_nor_the_token_of_a_link()
    {
        using var app = new LoggedApp();
        var browser = app.Browser();

        await browser.GetAsync("/account/invitation/s3cret-t0ken?q=Quillfeather");
        var page = await browser.GetAsync("/account/reset-password/s3cret-t0ken?q=Quillfeather");

        Assert.Contains(app.Logged, l => l.Contains("/account/invitation/(token) answered ", StringComparison.Ordinal));
        Assert.Contains(app.Logged, l => l.Contains("/account/reset-password/(token) answered ", StringComparison.Ordinal) && l.Contains($"\"RequestId\":\"{page.Response.Headers.GetValues("X-Request-Id").Single()}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logged, l => l.Contains("s3cret", StringComparison.OrdinalIgnoreCase) || l.Contains("Quillfeather", StringComparison.Ordinal));
    }
}
