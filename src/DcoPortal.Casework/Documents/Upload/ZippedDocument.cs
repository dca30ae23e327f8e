using System.IO.Compression;
using System.Text;

namespace DcoPortal.Casework.Documents.Upload;

/// <summary>Looks into DOCX and ODT files, which are ZIP archives: far enough to know that they are what they say.</summary>
internal static class ZippedDocument
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static UploadContents LookAtDocx(Stream content)
    {
        // Office keeps a document with a password in a compound file
        if (UploadType.BeginsWith(content, UploadType.CompoundFile))
            return UploadContents.IsProtected;
        return LookInside(content, archive =>
        {
            var types = Text(archive, "[Content_Types].xml");
            if (types is null)
                return UploadContents.DoesNotMatch;
            if (types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || archive.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
                return UploadContents.HasMacros;
            // the part's own name may vary: Word on the web saves word/document2.xml
            return types.Contains(WordMain, StringComparison.Ordinal) ? UploadContents.Matches : UploadContents.DoesNotMatch;
        });
    }

    public static UploadContents LookAtOdt(Stream content) => LookInside(content, archive =>
    {
        if (Text(archive, "mimetype")?.Trim() != "application/vnd.oasis.opendocument.text" || archive.GetEntry("content.xml") is null)
            return UploadContents.DoesNotMatch;
        return archive.Entries.Any(e => e.FullName.StartsWith("Basic/", StringComparison.Ordinal) || e.FullName.StartsWith("Scripts/", StringComparison.Ordinal))
            ? UploadContents.HasMacros
            : UploadContents.Matches;
    });

    private static UploadContents LookInside(Stream content, Func<ZipArchive, UploadContents> look)
    {
        if (!UploadType.BeginsWith(content, "PK\x03\x04"u8.ToArray()))
            return UploadContents.DoesNotMatch;
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return look(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return UploadContents.DoesNotMatch;
        }
    }

    // at most 1 MB: an archive may unpack to far more than it weighs
    private static string? Text(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
            return null;
        using var stream = entry.Open();
        var bytes = new byte[1024 * 1024];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count == bytes.Length ? null : Encoding.UTF8.GetString(bytes, 0, count);
    }
}
