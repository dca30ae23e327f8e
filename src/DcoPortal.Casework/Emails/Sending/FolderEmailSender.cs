using MimeKit;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>Writes each email to a file that any mail program opens: for development, demonstrations and tests.</summary>
internal sealed class FolderEmailSender(EmailOptions options, IHostEnvironment environment, TimeProvider clock) : IEmailSender
{
    private static readonly FormatOptions Dos = MadeDos();

    private readonly string folder = Path.Combine(environment.ContentRootPath, options.Folder);

    public async Task SendAsync(OutgoingEmail email, CancellationToken ct)
    {
        using var message = PortalMessage.Of(email, options.From, clock.GetUtcNow());
        System.IO.Directory.CreateDirectory(folder);
        // named by our id: an email sent twice is one file
        var path = Path.Combine(folder, $"{email.Id:D}.eml");
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            await message.WriteToAsync(Dos, temporary, ct);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static FormatOptions MadeDos()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
