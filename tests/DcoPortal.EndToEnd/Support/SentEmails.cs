using DcoPortal.Tests.Support;

namespace DcoPortal.EndToEnd.Support;

/// <summary>Reads the emails that the portal really sent: the files that its folder sender wrote.</summary>
public static class SentEmails
{
    /// <summary>Sends what is in the outbox and reads every email to an address, whole, headers included.</summary>
    public static async Task<IReadOnlyList<string>> EmailsToAsync(this PortalApp portal, string address)
    {
        await portal.SendEmailsAsync();
        var files = Directory.GetFiles(Path.Combine(portal.Folder, "emails"), "*.eml");
        return [.. files.Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(e => e.Contains($"\nTo: {address}\r\n", StringComparison.Ordinal))];
    }
}
