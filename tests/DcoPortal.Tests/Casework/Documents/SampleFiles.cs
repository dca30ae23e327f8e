using System.IO.Compression;
using System.Text;

namespace DcoPortal.Tests.Casework.Documents;

/// <summary>The smallest files of each type that the upload rules know.</summary>
internal static class SampleFiles
{
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string WordMacroMain = "application/vnd.ms-word.document.macroEnabled.main+xml";
    public const string OdtMain = "application/vnd.oasis.opendocument.text";

    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

    public static byte[] Rtf => Encoding.ASCII.GetBytes(@"{\rtf1\ansi Advice}");

    public static byte[] Jpg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0];

    public static byte[] Png => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8];

    public static byte[] Docx(string mainType = WordMain, params string[] more) => Zip(
        [("[Content_Types].xml", $"<Types><Override PartName=\"/word/document.xml\" ContentType=\"{mainType}\"/></Types>"), ("word/document.xml", "<document/>"), .. more.Select(m => (m, "x"))]);

    public static byte[] Odt(string mimeType = OdtMain, params string[] more) => Zip(
        [("mimetype", mimeType), ("content.xml", "<office/>"), .. more.Select(m => (m, "x"))]);

    /// <summary>A compound file with parts of these names.</summary>
    public static byte[] Compound(params string[] parts) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. parts.SelectMany(p => Encoding.Unicode.GetBytes(p.PadRight(32, '\0')))];

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return zip.ToArray();
    }
}
