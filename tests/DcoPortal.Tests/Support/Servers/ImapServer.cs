using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>Debian's dovecot with one mailbox, over TLS and over STARTTLS.</summary>
internal sealed class ImapServer : IAsyncDisposable
{
    public const string User = "portal@portal.example";

    public const string Password = "correct-horse";

    private readonly TestFolder folder = new();
    private readonly X509Certificate2 certificate;
    private ServerProcess? server;

    private ImapServer() => certificate = OwnCertificate.Make(folder.Path);

    /// <summary>The port of STARTTLS.</summary>
    public int Port { get; } = Loopback.FreePort();

    /// <summary>Trusts this server, and what the machine trusts.</summary>
    public RemoteCertificateValidationCallback Trust => (_, shown, _, problems) => problems == SslPolicyErrors.None || certificate.Equals(shown);

    public static async Task<ImapServer> StartAsync()
    {
        var imap = new ImapServer();
        try
        {
            var dovecot = ServerProcess.Installed("/usr/sbin/dovecot");
            imap.server = await ServerProcess.StartAsync(dovecot, ["-F", "-c", imap.Configured()], imap.Port);
            return imap;
        }
        catch
        {
            await imap.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a message into a folder of the mailbox.</summary>
    public Task DeliverAsync(string message, string to = "INBOX") => WithAsync(to, async box =>
    {
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(message)));
        await box.AppendAsync(mail);
        return 0;
    });

    /// <summary>How many messages a folder holds.</summary>
    public Task<int> CountAsync(string name) => WithAsync(name, async box =>
    {
        await box.StatusAsync(StatusItems.Count);
        return box.Count;
    });

    public async ValueTask DisposeAsync()
    {
        if (server is not null) { await server.DisposeAsync(); }
        certificate.Dispose();
        folder.Dispose();
    }

    private async Task<T> WithAsync<T>(string name, Func<IMailFolder, Task<T>> work)
    {
        using var client = new ImapClient { ServerCertificateValidationCallback = Trust, CheckCertificateRevocation = false };
        await client.ConnectAsync("localhost", Port, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(User, Password);
        var result = await work(await client.GetFolderAsync(name));
        await client.DisconnectAsync(quit: true);
        return result;
    }

    private string Configured()
    {
        // dovecot reads no mail as root: whoever runs the tests owns it, and root leaves it to "nobody"
        var (user, group) = Environment.UserName == "root" ? ("nobody", "nogroup") : (Environment.UserName, Environment.UserName);
        var mail = Directory.CreateDirectory(Path.Combine(folder.Path, "mail")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
            File.SetUnixFileMode(mail, (UnixFileMode)0b111_111_111);
        }
        var path = Path.Combine(folder.Path, "dovecot.conf");
        var own = Environment.UserName == "root" ? "" : $"default_internal_user = {user}\ndefault_internal_group = {group}\ndefault_login_user = {user}\nservice anvil {{\n  chroot =\n}}\nservice stats {{\n  chroot =\n}}\n";
        File.WriteAllText(path, $$"""
            protocols = imap
            listen = 127.0.0.1
            base_dir = {{folder.Path}}/run
            state_dir = {{folder.Path}}/state
            log_path = /dev/stderr
            ssl = required
            ssl_cert = <{{folder.Path}}/{{OwnCertificate.File}}
            ssl_key = <{{folder.Path}}/{{OwnCertificate.KeyFile}}
            mail_location = maildir:{{mail}}/box
            first_valid_uid = 1
            {{own}}
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{group}} home={{mail}}
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }

            """);
        return path;
    }
}
