using System.Text;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>
/// Which letters a text file of one byte to a letter means: Excel also offers "CSV (Macintosh)" and "CSV (MS-DOS)", in which every accented
/// letter is another sign than in Windows. Read in the wrong one, a child would be found by nobody.
/// </summary>
internal static class CodePage
{
    private static readonly (Encoding Encoding, string? Name)[] All =
    [
        (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, null),
        (CodePagesEncodingProvider.Instance.GetEncoding(10000)!, "CSV (Macintosh)"),
        (CodePagesEncodingProvider.Instance.GetEncoding(850)!, "CSV (MS-DOS)"),
    ];

    /// <summary>The text in the code page in which the fewest words are no words; of two equals, that of Windows.</summary>
    /// <returns>The text, and under which name Excel saves such a file; null for that of Windows.</returns>
    public static (string Text, string? Name) Read(byte[] bytes) =>
        All.Select(c => (Text: c.Encoding.GetString(bytes), c.Name)).MinBy(t => Odd(t.Text));

    private static int Odd(string text)
    {
        var odd = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > '\u007F' && IsOdd(text, i)) { odd++; }
        }
        return odd;
    }

    // in a word stands no sign but an apostrophe or a hyphen, and no capital that is accented and not its first
    private static bool IsOdd(string text, int at)
    {
        var (letter, before, after) = (text[at], at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        if (char.IsControl(letter) || letter is '\uFFFD') { return true; }
        if (char.IsUpper(letter)) { return char.IsLower(before) || (char.IsUpper(before) && char.IsUpper(after) && at + 2 < text.Length && char.IsLower(text[at + 2])); }
        if (char.IsLower(letter)) { return letter is 'ƒ' || (char.IsUpper(before) && char.IsUpper(after)); }
        // beside a letter, as in "Fern‡ndez" or "£100"
        return letter is not ('’' or '‘' or '–' or '—' or '\u00A0' or '“' or '”' or '…' or '€' or '£' or '·' or '•') ? char.IsLetter(before) || char.IsLetter(after) : letter is not ('’' or '‘' or '–' or '\u00A0') && char.IsLetter(before) && char.IsLetter(after);
    }
}
