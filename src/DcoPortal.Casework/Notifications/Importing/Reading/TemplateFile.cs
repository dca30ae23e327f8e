using System.Text;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// a CSV of the headings alone, with a byte-order mark for Excel and room for three professionals
internal static class TemplateFile
{
    public static byte[] Bytes { get; } =
    [
        .. Encoding.UTF8.GetPreamble(),
        .. Encoding.UTF8.GetBytes(string.Join(',', NotificationColumns.All) + "\r\n"),
    ];
}
