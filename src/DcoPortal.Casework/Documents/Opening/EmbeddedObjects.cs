namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Tells an object within a document that is seen where it stands, such as a table or a formula, from a file of which others see an icon or its first page.</summary>
internal static class EmbeddedObjects
{
    // a picture made in Word is all on the page
    private const string Drawn = "Word.Picture";

    private static readonly string[] Files = ["Package", "Word.", "AcroExch", "Acrobat", "Foxit", "PowerPoint.", "MailMsg", "Outlook", "htmlfile", "SoundRec", "MPlayer", "AVIFile"];

    /// <summary>Whether a class of object is a file, however it is drawn.</summary>
    public static bool IsFile(string kind) => !kind.StartsWith(Drawn, StringComparison.OrdinalIgnoreCase) && Array.Exists(Files, f => kind.StartsWith(f, StringComparison.OrdinalIgnoreCase));

    /// <summary>Refuses a file kept within an object as Office kept it before 2007.</summary>
    public static void Check(CompoundFile inside)
    {
        if (inside.Has("\u0001Ole10Native") || inside.Has("CONTENTS")) { throw new RefusedFileException(OpeningWords.AttachedInside); }
        foreach (var info in inside.Streams("\u0003ObjInfo").Where(i => i.Length >= 2))
        {
            // [MS-DOC] 2.9.165: how the object is linked and drawn
            if ((info[0] & 0x10) != 0) { throw new RefusedFileException(OpeningWords.LinkedPart); }
            if ((info[0] & 0x40) != 0) { throw new RefusedFileException(OpeningWords.AttachedInside); }
        }
    }
}
