using System.Globalization;
using System.Text;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Reads an RTF document to its last brace: whether it is whole, what it shows, and whether it fetches anything.</summary>
internal static class RtfOpener
{
    private const int Deepest = 5000;

    // groups whose words are not shown
    private static readonly HashSet<string> Hidden = ["fonttbl", "colortbl", "stylesheet", "info", "listtable", "listoverridetable", "rsidtbl", "themedata", "datastore", "xmlnstbl", "generator", "filetbl", "revtbl", "latentstyles"];

    /// <summary>Opens it.</summary>
    public static Opened Open(ReadOnlySpan<byte> bytes, CancellationToken stop)
    {
        var groups = new Stack<Group>();
        var (group, fields, shown, hasPicture, hasComments) = (default(Group), new FieldResults(), new ShownText(), false, false);
        var at = bytes.IndexOf((byte)'{');
        while (at < bytes.Length)
        {
            if ((at & 0x3FFF) == 0) { stop.ThrowIfCancellationRequested(); }
            switch (bytes[at])
            {
                case (byte)'{':
                    if (groups.Count == Deepest) { throw new RefusedFileException(OpeningWords.TooMuch); }
                    groups.Push(group);
                    group = group with { IsField = false };
                    at++;
                    break;
                case (byte)'}':
                    if (group.IsField) { fields.End(); }
                    group = groups.Pop();
                    at++;
                    if (groups.Count == 0) { return new(!shown.Check(hasPicture, hasColour: false), shown.All, OpeningWords.Notice(hasComments ? OpeningWords.HasComments : null, shown.Beside)); }
                    break;
                case (byte)'\\':
                    var word = Word(bytes, ref at, out var number);
                    if (LetterOf(word, number, bytes[..Math.Min(at, bytes.Length)]) is { } letter) { ReadLetter(letter); }
                    else if (word == "bin" && number > 0) { at = (int)Math.Min(bytes.Length, (long)at + number.Value); }
                    else if (word is "pict" or "object")
                    {
                        (hasPicture, group) = (true, group with { IsHidden = true });
                        fields.Shows();
                    }
                    else
                    {
                        CheckLink(word, bytes, at);
                        hasComments |= word == "annotation";
                        group = Follow(word, number, group, fields);
                    }
                    break;
                default:
                    if (bytes[at] >= ' ') { ReadLetter((char)bytes[at]); }
                    at++;
                    break;
            }
        }
        throw new RefusedFileException(OpeningWords.CutOff);

        void ReadLetter(char letter)
        {
            if (group.IsInstruction) { fields.Instruct(letter.ToString()); }
            if (group.IsHidden) { return; }
            var text = letter.ToString();
            if (group.IsUnseen) { shown.AddHidden(text); }
            else { shown.Add(text, fields.IsLink); }
            if (!char.IsWhiteSpace(letter)) { fields.Shows(text); }
        }
    }

    // the letter that a control word or sign stands for; null when none
    private static char? LetterOf(string word, int? number, ReadOnlySpan<byte> read) => word switch
    {
        "'" => byte.TryParse(read[^Math.Min(2, read.Length)..], NumberStyles.HexNumber, null, out var value) ? (char)value : '?',
        "u" => (char)(ushort)(number ?? '?'),
        "\\" or "{" or "}" => word[0],
        "par" or "line" or "cell" => '\n',
        "tab" or "~" => ' ',
        _ => null,
    };

    private static Group Follow(string word, int? number, Group group, FieldResults fields)
    {
        switch (word)
        {
            case "field":
                fields.Begin();
                return group with { IsField = true };
            case "fldinst": return group with { IsHidden = true, IsInstruction = true };
            case "fldrslt":
                fields.Separate();
                return group with { IsInstruction = false };
            // \v0 ends what \v began
            case "v" or "deleted": return group with { IsUnseen = number != 0 };
            case "plain": return group with { IsUnseen = false };
            // Word keeps pictures in a group that older readers pass over
            case "shppict": return group with { IsHidden = false };
            default: return word == "*" || Hidden.Contains(word) ? group with { IsHidden = true } : group;
        }
    }

    // what it fetches, and files that are in it or elsewhere
    private static void CheckLink(string word, ReadOnlySpan<byte> bytes, int at)
    {
        if (word == "template" && Remote.Is(Argument(bytes, at))) { throw new RefusedFileException(OpeningWords.FetchesParts); }
        if (word is "objlink" or "objautlink") { throw new RefusedFileException(OpeningWords.LinkedPart); }
        if (word == "objclass" && EmbeddedObjects.IsFile(Argument(bytes, at))) { throw new RefusedFileException(OpeningWords.AttachedInside); }
    }

    // a control word and its number, or one control sign; a space after a word belongs to it
    private static string Word(ReadOnlySpan<byte> bytes, ref int at, out int? number)
    {
        number = null;
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
        number = int.TryParse(bytes[digits..at], out var value) ? value : null;
        if (at < bytes.Length && bytes[at] == ' ') { at++; }
        return word;
    }

    private static string Argument(ReadOnlySpan<byte> bytes, int at)
    {
        var rest = bytes[at..Math.Min(bytes.Length, at + 500)];
        var end = rest.IndexOfAny("{}"u8);
        return Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]).Replace("\\\\", "\\", StringComparison.Ordinal).Trim();
    }

    /// <summary>What stands within a pair of braces.</summary>
    /// <param name="IsHidden">Whether it is not shown.</param>
    /// <param name="IsField">Whether it is a field.</param>
    /// <param name="IsInstruction">Whether it says what a field is to do.</param>
    /// <param name="IsUnseen">Whether its words are hidden, or deleted by a recorded change.</param>
    private readonly record struct Group(bool IsHidden, bool IsField, bool IsInstruction, bool IsUnseen);
}
