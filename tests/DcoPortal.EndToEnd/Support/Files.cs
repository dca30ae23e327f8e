using System.Text;
using DcoPortal.Demo;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Support;

/// <summary>Files to upload: a good one, and the kinds that are refused.</summary>
public static class Files
{
    public static FilePayload Pdf(string name, string words = "A report.") =>
        new() { Name = name, MimeType = "application/pdf", Buffer = DemoPdf.Page(words) };

    /// <summary>A kind of file that is never taken.</summary>
    public static FilePayload Program => new() { Name = "tool.exe", MimeType = "application/octet-stream", Buffer = [0x4D, 0x5A, 1, 2] };

    /// <summary>A picture by its name, words by its bytes.</summary>
    public static FilePayload NotWhatItSays => new() { Name = "drawing.png", MimeType = "image/png", Buffer = Encoding.ASCII.GetBytes("These are words and not a drawing.") };

    /// <summary>One megabyte more than is allowed.</summary>
    public static FilePayload TooLarge
    {
        get
        {
            var bytes = new byte[26 * 1024 * 1024];
            Encoding.ASCII.GetBytes("%PDF-1.7\n").CopyTo(bytes, 0);
            return new() { Name = "scan.pdf", MimeType = "application/pdf", Buffer = bytes };
        }
    }
}
