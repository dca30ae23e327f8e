using System.Buffers.Binary;
using System.Text;
using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Opens a compound file: Word before 2007, or a newer Office file whose password Office keeps it under.</summary>
internal static class OldWordOpener
{
    private const string Word = "WordDocument";

    private const int MostRead = 1024 * 1024;

    /// <summary>Opens it: what it shows is not looked into, and its letters are read wherever they stand.</summary>
    public static Opened Open(byte[] bytes)
    {
        // the streams' names stand in the file even where its own list of them is broken
        if (Holds("EncryptedPackage")) { throw new RefusedFileException(OpeningWords.Password); }
        if (Holds("__nameid_version1.0") || Holds("__substg1.0")) { throw new RefusedFileException(OpeningWords.Email); }
        if (!Holds(Word) && Holds("Workbook")) { throw new RefusedFileException(OpeningWords.Spreadsheet); }
        if (!Holds(Word) && Holds("PowerPoint Document")) { throw new RefusedFileException(OpeningWords.Presentation); }
        var file = new CompoundFile(bytes);
        if (!file.Has(Word)) { throw new RefusedFileException(OpeningWords.IsNot(UploadType.Doc)); }
        if (file.Has("_VBA_PROJECT")) { throw new RefusedFileException(OpeningWords.Macros); }
        EmbeddedObjects.Check(file);
        if (file.Streams(Word).Skip(1).Any()) { throw new RefusedFileException(OpeningWords.AttachedInside); }
        var word = file.Stream(Word) ?? throw new RefusedFileException(OpeningWords.Damaged);
        CheckWord(file, word);
        // letters have one byte or two, of which the second is then nothing
        var notice = HasComments(word) ? OpeningWords.HasComments : null;
        return new(false, Encoding.Latin1.GetString(word, 0, Math.Min(word.Length, MostRead)).Replace("\0", "", StringComparison.Ordinal), notice);

        bool Holds(string part) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(part)) >= 0;
    }

    // [MS-DOC] 2.5.1: what every Word document since 97 begins with
    private static void CheckWord(CompoundFile file, ReadOnlySpan<byte> word)
    {
        if (word.Length < 32) { throw new RefusedFileException(OpeningWords.CutOff); }
        var (isWord97, flags) = (BinaryPrimitives.ReadUInt16LittleEndian(word) == 0xA5EC, BinaryPrimitives.ReadUInt16LittleEndian(word[10..]));
        if ((flags & 0x0100) != 0) { throw new RefusedFileException(OpeningWords.Password); }
        // Word 6 and 95 laid it out otherwise; that it was found whole must do
        if (!isWord97 || word.Length < 64 + (11 * 4)) { return; }
        var table = file.Stream((flags & 0x0200) != 0 ? "1Table" : "0Table");
        if (table is null || Part(word, 0) > word.Length) { throw new RefusedFileException(OpeningWords.CutOff); }
        // the body's text, notes, text boxes: the body always ends in one mark
        if (Part(word, 3) <= 1 && Part(word, 4) <= 0 && Part(word, 8) <= 0 && Part(word, 9) <= 0 && file.Stream("Data") is not { Length: > 0 }) { throw new RefusedFileException(OpeningWords.Blank); }
    }

    // [MS-DOC] 2.5.4, ccpAtn
    private static bool HasComments(ReadOnlySpan<byte> word) => word.Length >= 64 + (11 * 4) && BinaryPrimitives.ReadUInt16LittleEndian(word) == 0xA5EC && Part(word, 7) > 1;

    private static int Part(ReadOnlySpan<byte> word, int number) => BinaryPrimitives.ReadInt32LittleEndian(word[(64 + (number * 4))..]);
}
