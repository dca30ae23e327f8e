using System.Text;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// bytes to text: which encoding, and whether it is text at all
internal static class SpreadsheetText
{
    public const int MostBytes = 20 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    private static readonly (byte[] Start, string Sentence)[] OtherKinds =
    [
        ("%PDF"u8.ToArray(), "This is a PDF, not a spreadsheet: upload the workbook or the CSV file itself."),
        ([0x89, 0x50, 0x4E, 0x47], "This is a picture, not a spreadsheet: upload the workbook or the CSV file itself."),
        ([0xFF, 0xD8, 0xFF], "This is a picture, not a spreadsheet: upload the workbook or the CSV file itself."),
        ("GIF8"u8.ToArray(), "This is a picture, not a spreadsheet: upload the workbook or the CSV file itself."),
        ("{\\rtf"u8.ToArray(), "This is a word-processor document, not a spreadsheet: upload the workbook or the CSV file itself."),
    ];

    public static bool TryDecode(ReadOnlySpan<byte> bytes, out string text, out string? readAs, out string failure)
    {
        (text, readAs, failure) = ("", null, "");
        if (bytes.Length > MostBytes) { failure = $"The file is larger than {MostBytes / 1024 / 1024} MB: split it into smaller files."; return false; }
        foreach (var (start, sentence) in OtherKinds)
        {
            if (bytes.StartsWith(start)) { failure = sentence; return false; }
        }

        // noncharacters, which .NET refuses to normalise
        (text, readAs) = Decode(bytes);
        text = text.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
        if (string.IsNullOrWhiteSpace(text)) failure = "The file is empty.";
        else if (IsBinary(text)) failure = "This is not a spreadsheet: upload an Excel workbook or a CSV file.";
        else if (text.AsSpan().TrimStart() is ['<', ..]) failure = "This is a web page, not a spreadsheet: open it in Excel, choose Save as, then Excel workbook, and upload that.";
        return failure.Length == 0;
    }

    // the encodings Excel writes, by choice or by country: UTF-8, "Unicode text", or a code page
    private static (string Text, string? ReadAs) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        else if (bytes is [0xFF, 0xFE, ..]) return (Encoding.Unicode.GetString(bytes[2..]), null);
        else if (bytes is [0xFE, 0xFF, ..]) return (Encoding.BigEndianUnicode.GetString(bytes[2..]), null);

        try
        {
            return (StrictUtf8.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return CodePage.Read(bytes.ToArray());
        }
    }

    // a stray control character comes from pasting; a NUL, or many control characters, means a binary file
    private static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (c == '\0') return true;
            if (char.IsControl(c) && c is not ('\r' or '\n' or '\t')) controls++;
        }

        return controls > 8 && controls > text.Length / 200;
    }
}
