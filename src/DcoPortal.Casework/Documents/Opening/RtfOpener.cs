using System.Text;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Reads an RTF document to its last brace: whether it is whole, what it shows, and whether it fetches anything.</summary>
internal static class RtfOpener
{
    private const int Deepest = 5000;

    // groups whose words are not shown
    private static readonly HashSet<string> Hidden = ["fonttbl", "colortbl", "stylesheet", "info", "listtable", "listoverridetable", "rsidtbl", "themedata", "datastore", "xmlnstbl", "generator", "filetbl", "revtbl", "latentstyles"];

    /// <summary>Whether it has pictures and no text.</summary>
    public static bool IsScan(ReadOnlySpan<byte> bytes, CancellationToken stop)
    {
        var groups = new Stack<bool>();
        bool isHidden = false, hasText = false, hasPicture = false;
        var at = bytes.IndexOf((byte)'{');
        while (at < bytes.Length)
        {
            if ((at & 0x3FFF) == 0) { stop.ThrowIfCancellationRequested(); }
            switch (bytes[at])
            {
                case (byte)'{':
                    if (groups.Count == Deepest) { throw new RefusedFileException(OpeningWords.TooMuch); }
                    groups.Push(isHidden);
                    at++;
                    break;
                case (byte)'}':
                    isHidden = groups.Pop();
                    at++;
                    if (groups.Count == 0) { return hasText || hasPicture ? !hasText : throw new RefusedFileException(OpeningWords.Blank); }
                    break;
                case (byte)'\\':
                    var word = Word(bytes, ref at, out var number);
                    if (word == "*" || Hidden.Contains(word)) { isHidden = true; }
                    // Word keeps pictures in a group that older readers pass over
                    else if (word == "shppict") { isHidden = false; }
                    else if (word is "pict" or "object") { (hasPicture, isHidden) = (true, true); }
                    else if (word is "'" or "u") { hasText |= !isHidden; }
                    else if (word == "bin" && number > 0) { at = (int)Math.Min(bytes.Length, (long)at + number); }
                    else if (word == "template" && Remote.Is(Argument(bytes, at))) { throw new RefusedFileException(OpeningWords.FetchesParts); }
                    break;
                default:
                    hasText |= !isHidden && bytes[at] > ' ';
                    at++;
                    break;
            }
        }
        throw new RefusedFileException(OpeningWords.CutOff);
    }

    // a control word and its number, or one control sign; a space after a word belongs to it
    private static string Word(ReadOnlySpan<byte> bytes, ref int at, out int number)
    {
        number = 0;
        var start = ++at;
        while (at < bytes.Length && at - start < 32 && char.IsAsciiLetter((char)bytes[at])) { at++; }
        if (at == start)
        {
            var sign = at < bytes.Length ? (char)bytes[at] : ' ';
            at += sign == '\'' ? 3 : 1;
            return sign.ToString();
        }
        var word = Encoding.ASCII.GetString(bytes[start..at]);
        var digits = at;
        if (at < bytes.Length && bytes[at] == '-') { at++; }
        while (at < bytes.Length && at - digits < 11 && char.IsAsciiDigit((char)bytes[at])) { at++; }
        _ = int.TryParse(bytes[digits..at], out number);
        if (at < bytes.Length && bytes[at] == ' ') { at++; }
        return word;
    }

    private static string Argument(ReadOnlySpan<byte> bytes, int at)
    {
        var rest = bytes[at..Math.Min(bytes.Length, at + 500)];
        var end = rest.IndexOfAny("{}"u8);
        return Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]).Replace("\\\\", "\\", StringComparison.Ordinal).Trim();
    }
}
