using System.Globalization;
using System.Text;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>Writes each email to a file that any mail program opens: for development, demonstrations and tests.</summary>
internal sealed class FolderEmailSender(EmailOptions options, IHostEnvironment environment, TimeProvider clock) : IEmailSender
{
    private readonly string folder = Path.Combine(environment.ContentRootPath, options.Folder);

    public async Task SendAsync(OutgoingEmail email, CancellationToken ct)
    {
        System.IO.Directory.CreateDirectory(folder);
        // named by our id: an email sent twice is one file
        var path = Path.Combine(folder, $"{email.Id:D}.eml");
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            await File.WriteAllTextAsync(temporary, Message(email), new UTF8Encoding(false), ct);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private string Message(OutgoingEmail email)
    {
        var message = new StringBuilder();
        Header("From", options.From);
        Header("To", email.To);
        Header("Subject", EncodedSubject(email.Subject));
        Header("Date", clock.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Header("Message-ID", EmailHeaders.MessageId(email.Id, options.From));
        Header("MIME-Version", "1.0");
        Header("Content-Type", "text/plain; charset=utf-8");
        Header("Content-Transfer-Encoding", "8bit");
        message.Append("\r\n").Append(email.Body.ReplaceLineEndings("\r\n"));
        return message.ToString();

        void Header(string name, string value) => message.Append(name).Append(": ").Append(EmailHeaders.OneLine(value)).Append("\r\n");
    }

    private static string EncodedSubject(string subject) =>
        Ascii.IsValid(subject) ? subject : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=";
}
