namespace DcoPortal.Tests.Support.Servers;

public class ServerProcessTests
{
    [Fact]
    public void A_server_that_is_not_installed_fails_the_test_and_says_what_installs_it()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => ServerProcess.Installed("/nowhere/clamd", "/nowhere/else/clamd"));

        Assert.Equal("/nowhere/clamd is not installed. This installs it: bash .ci/test", problem.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_start_fails_the_test_with_what_it_said()
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync("ls", ["/nowhere"], Loopback.FreePort()));

        Assert.Contains("/nowhere", problem.Message, StringComparison.Ordinal);
    }
}
