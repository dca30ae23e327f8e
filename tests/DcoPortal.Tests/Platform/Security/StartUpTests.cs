using System.Diagnostics;
using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Platform.Security;

/// <summary>The real program, started as an operator starts it.</summary>
public sealed class StartUpTests
{
    private static readonly (string Key, string Value)[] GoodSettings =
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Documents:Scanner", "Clamd"), ("Documents:Clamd:Host", "127.0.0.1"),
        ("Emails:Sender", "Smtp"), ("Emails:From", "dco@icb.test"), ("Emails:Smtp:Host", "127.0.0.1"), ("Portal:PublicUrl", "https://dco.icb.test"),
    ];

    [Theory]
    [InlineData("Access:RequireHttps", "false")]
    [InlineData("Documents:Scanner", "None")]
    [InlineData("Demo:Enabled", "true")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Emails:Sender", "")]
    [InlineData("Emails:Bounces:Imap:User", "dco@icb.test")]
    [InlineData("OpenTelemetry:Endpoint", "localhost:4318")]
    [InlineData("Proxy:Known:0", "the load balancer")]
    [InlineData("Portal:PublicUrl", "")]
    [InlineData("Clock:DatedFacts", "gone.json")]
    [InlineData("Clock:BankHolidays:0", "some day in June")]
    public async Task Production_refuses_an_unsafe_or_missing_setting_in_one_line_that_names_it(string key, string value)
    {
        using var folder = new TestFolder();
        var start = new ProcessStartInfo("dotnet", typeof(Program).Assembly.Location) { WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, good) in GoodSettings.Append(("ConnectionStrings:Portal", $"Data Source={System.IO.Path.Combine(folder.Path, "portal.db")}")))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = good;
        }
        start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        using var program = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var said = program.StandardError.ReadToEndAsync(limit.Token);
        _ = program.StandardOutput.ReadToEndAsync(limit.Token);
        try { await program.WaitForExitAsync(limit.Token); }
        finally
        {
            if (!program.HasExited) { program.Kill(entireProcessTree: true); }
        }

        Assert.Equal(1, program.ExitCode);
        var lines = (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(lines);
        Assert.Contains(key, lines[0], StringComparison.Ordinal);
    }
}
