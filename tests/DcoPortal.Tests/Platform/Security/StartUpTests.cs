using DcoPortal.Tests.Support;
using DcoPortal.Web;
using Microsoft.Extensions.Options;

namespace DcoPortal.Tests.Platform.Security;

public sealed class StartUpTests
{
    private sealed class ProductionApp : PortalApp
    {
        protected override string EnvironmentName => "Production";
    }

    [Theory]
    [InlineData("Access:RequireHttps", "false", "Access:RequireHttps")]
    [InlineData("Documents:Scanner", "None", "Documents:Scanner")]
    [InlineData("Demo:Enabled", "true", "Demo:Enabled")]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    [InlineData("Emails:Sender", "", "Emails:Sender")]
    public void Production_refuses_an_unsafe_or_missing_setting_and_says_which(string key, string value, string named)
    {
        using var app = (PortalApp)new ProductionApp().With("Documents:Scanner", "Clamd").With("Emails:Sender", "Smtp").With("Emails:From", "dco@icb.test")
            .With("Emails:Smtp:Host", "127.0.0.1").With(key, value);

        var error = Record.Exception(() => app.CreateClient());

        Assert.NotNull(error);
        var line = StartUpException.LineFor(error);
        Assert.NotNull(line);
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line.TrimEnd());
    }
}
