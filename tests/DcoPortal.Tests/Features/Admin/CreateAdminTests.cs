using System.Diagnostics;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Features.Admin;

/// <summary>The real program on an empty database, as whoever installs the portal runs it.</summary>
public sealed class CreateAdminTests
{
    private const string Password = "seven otters under lamplight";

    [Fact]
    public async Task The_first_administrator_is_made_by_a_command_and_can_invite_others()
    {
        using var folder = new TestFolder();
        var database = $"Data Source={Path.Combine(folder.Path, "portal.db")}";
        Assert.Equal(0, (await RunAsync(folder, database, null, "migrate")).Code);
        string[] create = ["create-admin", "--email", "first@icb.test", "--name", "Freda First", "--icb", "QE1"];

        var tooSoon = await RunAsync(folder, database, Password, create);
        Assert.Equal((1, true), (tooSoon.Code, tooSoon.Said.Contains("Run seed-reference first", StringComparison.Ordinal)));
        Assert.Equal(0, (await RunAsync(folder, database, null, "seed-reference")).Code);
        var weak = await RunAsync(folder, database, "short", create);
        Assert.Equal((1, true), (weak.Code, weak.Said.Contains("12 characters", StringComparison.Ordinal)));
        var missing = await RunAsync(folder, database, Password, "create-admin", "--email", "first@icb.test");
        Assert.Equal((1, true), (missing.Code, missing.Said.Contains("Usage: create-admin", StringComparison.Ordinal)));
        var made = await RunAsync(folder, database, Password, create);
        Assert.True(made.Code == 0, made.Said);
        Assert.Contains("first@icb.test can sign in as system administrator of NHS Lancashire and South Cumbria", made.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, made.Said, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(folder, database, Password, create)).Code);

        using var app = new PortalApp().With("ConnectionStrings:Portal", database);
        var browser = app.Browser();
        var home = await browser.SubmitAsync(await browser.GetAsync("/account/sign-in"), "main form", new() { ["Email"] = "first@icb.test", ["Password"] = Password });
        Assert.Equal("/", home.Url.AbsolutePath);
        Assert.Contains("Freda First", home.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync("/admin/users/invite?role=DcoAdministrator")).Status);
    }

    private static async Task<(int Code, string Said)> RunAsync(TestFolder folder, string database, string? password, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        { WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Portal"] = database;
        if (password is not null) { start.Environment["DCO_ADMIN_PASSWORD"] = password; }
        using var program = Process.Start(start)!;
        program.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var output = program.StandardOutput.ReadToEndAsync(limit.Token);
        var error = program.StandardError.ReadToEndAsync(limit.Token);
        try { await program.WaitForExitAsync(limit.Token); }
        finally
        {
            if (!program.HasExited) { program.Kill(entireProcessTree: true); }
        }
        return (program.ExitCode, await output + await error);
    }
}
