using System.Globalization;
using System.Text;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>What the operators of one content stream put on a page (ISO 32000-1, annex A): text, pictures, lines, and the objects that it draws by name.</summary>
internal sealed class PdfMarks
{
    private const int LongestOperator = 3;
    private const int MostCodes = 8000;

    public bool HasPictures { get; private set; }

    /// <summary>How many lines and colours are drawn; what is filled in white is none.</summary>
    public int Drawings { get; private set; }

    /// <summary>The names of the objects that are drawn.</summary>
    public HashSet<string> Drawn { get; } = [];

    /// <summary>Reads a stream to its end, or until enough is seen.</summary>
    /// <param name="pen">As the stream before it left it.</param>
    /// <param name="write">Told the codes of letters that are more than spaces, and null where a line begins; false when enough is seen.</param>
    public static PdfMarks Read(ReadOnlySpan<byte> content, PdfPen pen, Func<byte[]?, PdfPen, bool> write, CancellationToken stop)
    {
        var marks = new PdfMarks();
        var (hasInk, goesOn, before, name, codes) = (false, true, "", "", new List<byte>());
        for (int at = 0, count = 0; at < content.Length && goesOn; count++)
        {
            if ((count & 0xFFF) == 0) { stop.ThrowIfCancellationRequested(); }
            var start = at;
            switch (content[at])
            {
                case (byte)'(':
                    hasInk |= PassString(content, ref at);
                    if (codes.Count < MostCodes) { PdfStrings.ReadLiteral(content[start..at], codes); }
                    break;
                case (byte)'<' when at + 1 < content.Length && content[at + 1] != '<':
                    hasInk |= PassHex(content, ref at);
                    if (codes.Count < MostCodes) { PdfStrings.ReadHex(content[start..at], codes); }
                    break;
                case (byte)'/':
                    before = name;
                    name = Encoding.Latin1.GetString(PassWord(content, ref at, 1));
                    break;
                case (byte)'%':
                    var line = content[at..].IndexOfAny((byte)'\r', (byte)'\n');
                    at = line < 0 ? content.Length : at + line;
                    break;
                case (byte)'<':
                    at += 2;
                    break;
                case <= (byte)' ' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)')':
                    at++;
                    break;
                case >= (byte)'+' and <= (byte)'9':
                    if (float.TryParse(PassWord(content, ref at, 0), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) { pen.Number(number); }
                    break;
                default:
                    var found = PassWord(content, ref at, 0);
                    var word = found.Length > LongestOperator ? "" : Encoding.Latin1.GetString(found);
                    pen.Mark(word, before, name);
                    if (pen.Apply(word, name)) { write(null, pen); }
                    if (hasInk && word is "Tj" or "TJ" or "'" or "\"") { goesOn = write([.. codes], pen); }
                    if (marks.Apply(word, name, pen)) { PassPicture(content, ref at); }
                    hasInk = false;
                    codes.Clear();
                    break;
            }
        }
        return marks;
    }

    // true when the bytes of a picture follow
    private bool Apply(string word, string name, PdfPen pen)
    {
        switch (word)
        {
            case "Do":
                if (!pen.IsOff) { Drawn.Add(name); }
                return false;
            case "f" or "F" or "f*" when pen.IsWhite:
                return false;
            case "f" or "F" or "f*" or "B" or "B*" or "b" or "b*" or "s" or "S" or "sh" when pen.IsOff:
                return false;
            case "f" or "F" or "f*" or "B" or "B*" or "b" or "b*" or "s" or "S" or "sh":
                Drawings++;
                return false;
            case "ID":
                HasPictures |= !pen.IsOff;
                return true;
            default:
                return false;
        }
    }

    private static ReadOnlySpan<byte> PassWord(ReadOnlySpan<byte> content, ref int at, int skip)
    {
        var start = at + skip;
        at = start;
        while (at < content.Length && content[at] > ' ' && !"()<>[]{}/%"u8.Contains(content[at])) { at++; }
        return content[start..at];
    }

    // whether more than spaces stand in it
    private static bool PassString(ReadOnlySpan<byte> content, ref int at)
    {
        var (depth, hasInk) = (0, false);
        for (; at < content.Length; at++)
        {
            switch (content[at])
            {
                case (byte)'\\':
                    at++;
                    hasInk |= at < content.Length && content[at] is not ((byte)'r' or (byte)'n' or (byte)'t' or (byte)'\r' or (byte)'\n' or (byte)' ');
                    break;
                case (byte)'(':
                    hasInk |= depth++ > 0;
                    break;
                case (byte)')':
                    if (--depth == 0)
                    {
                        at++;
                        return hasInk;
                    }
                    break;
                default:
                    hasInk |= IsInk(content[at]);
                    break;
            }
        }
        return hasInk;
    }

    private static bool PassHex(ReadOnlySpan<byte> content, ref int at)
    {
        var end = content[at..].IndexOf((byte)'>');
        var digits = content[(at + 1)..(end < 0 ? content.Length : at + end)];
        at = end < 0 ? content.Length : at + end + 1;
        var hasInk = false;
        for (var i = 0; i < digits.Length && !hasInk; i += 2)
        {
            hasInk = byte.TryParse(Encoding.Latin1.GetString(digits.Slice(i, Math.Min(2, digits.Length - i))), System.Globalization.NumberStyles.HexNumber, null, out var value) && IsInk(value);
        }
        return hasInk;
    }

    // a space is 20 in most fonts, and 0003 in those that Word embeds
    private static bool IsInk(byte value) => value > ' ' || value is (> 3 and < 9) or (> 13 and < 32);

    private static void PassPicture(ReadOnlySpan<byte> content, ref int at)
    {
        for (at++; at < content.Length; at++)
        {
            var end = content[at..].IndexOf("EI"u8);
            if (end < 0)
            {
                at = content.Length;
                return;
            }
            at += end + 2;
            if (content[at - 3] <= ' ' && (at == content.Length || content[at] <= ' ')) { return; }
        }
    }
}
