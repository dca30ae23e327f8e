using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DcoPortal.Casework.Emails.Sending;
using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Casework.Emails;

public class GovNotifyEmailSenderTests : IClassFixture<NotifyServer>
{
    private static readonly OutgoingEmail Email = new(Guid.Parse("b1f7a8f0-1111-4222-8333-444455556666"), "inbox@provider.example", "A subject", "A body\nof two lines\n");
    private readonly NotifyServer server;

    public GovNotifyEmailSenderTests(NotifyServer server)
    {
        this.server = server;
        server.Requests.Clear();
        server.Answers.Clear();
    }

    [Fact]
    public async Task Notify_gets_the_text_through_one_template_with_our_id_as_its_reference()
    {
        using var host = Host(server.Url);

        await host.Sender.SendAsync(Email, CancellationToken.None);

        var (token, body) = Assert.Single(server.Requests);
        Assert.Equal("inbox@provider.example", body.GetProperty("email_address").GetString());
        Assert.Equal(NotifyServer.TemplateId, body.GetProperty("template_id").GetString());
        Assert.Equal("b1f7a8f0-1111-4222-8333-444455556666", body.GetProperty("reference").GetString());
        Assert.Equal("A subject", body.GetProperty("personalisation").GetProperty("subject").GetString());
        Assert.Equal("A body\nof two lines\n", body.GetProperty("personalisation").GetProperty("body").GetString());
        AssertSigned(token);
    }

    [Fact]
    public async Task An_address_that_Notify_refuses_is_refused_for_good()
    {
        using var host = Host(server.Url);
        server.Answers.Enqueue((400, """{"status_code":400,"errors":[{"error":"ValidationError","message":"email_address Not a valid email address"}]}"""));

        await Assert.ThrowsAsync<EmailRefusedException>(() => host.Sender.SendAsync(Email, CancellationToken.None));
    }

    [Theory]
    [InlineData(400, "BadRequestError", "Template not found")]
    [InlineData(403, "AuthError", "Invalid token: API key not found")]
    [InlineData(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds")]
    [InlineData(500, "Exception", "Internal server error")]
    public async Task Any_other_refusal_is_worth_another_try(int status, string error, string message)
    {
        using var host = Host(server.Url);
        server.Answers.Enqueue((status, JsonSerializer.Serialize(new { status_code = status, errors = new[] { new { error, message } } })));

        await Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email, CancellationToken.None));

        await host.Sender.SendAsync(Email, CancellationToken.None);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Notify_being_away_is_worth_another_try()
    {
        using var host = Host($"http://127.0.0.1:{Loopback.FreePort()}");

        await Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email, CancellationToken.None));
    }

    [Fact]
    public async Task Notify_saying_nothing_is_given_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var host = Host($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}", timeout: "1");

        var problem = await Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email, CancellationToken.None));

        Assert.Equal("GOV.UK Notify did not answer within 1 seconds.", problem.Message);
    }

    // the token must be signed with the key's second GUID and name its first, or the real Notify refuses it
    internal static void AssertSigned(string token)
    {
        var parts = token.Split('.');
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(NotifyServer.Secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        Assert.Equal(Base64Url.EncodeToString(signature), parts[2]);
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        Assert.Equal(NotifyServer.ServiceId, claims.RootElement.GetProperty("iss").GetString());
    }

    private static EmailSenderHost Host(string url, string timeout = "20") => new(
        "Production",
        ("Sender", "GovNotify"),
        ("GovNotify:ApiKey", NotifyServer.ApiKey),
        ("GovNotify:TemplateId", NotifyServer.TemplateId),
        ("GovNotify:BaseUrl", url),
        ("GovNotify:TimeoutSeconds", timeout));
}
