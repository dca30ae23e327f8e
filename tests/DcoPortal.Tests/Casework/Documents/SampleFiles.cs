using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DcoPortal.Tests.Casework.Documents;

/// <summary>Small files of each type that open, and what else a test needs to make of them.</summary>
internal static class SampleFiles
{
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string WordMacroMain = "application/vnd.ms-word.document.macroEnabled.main+xml";
    public const string OdtMain = "application/vnd.oasis.opendocument.text";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static byte[] Pdf { get; } = PdfPage("BT /F1 12 Tf 56 780 Td (Advice) Tj ET");

    /// <summary>A page that is one picture, as a scanner makes it.</summary>
    public static byte[] ScannedPdf { get; } = PdfPage("q 595 0 0 842 0 0 cm /Im0 Do Q");

    public static byte[] Rtf => Encoding.ASCII.GetBytes(@"{\rtf1\ansi Advice}");

    /// <summary>As a browser writes it; it says that it has 80 by 80 pixels.</summary>
    public static byte[] Jpg { get; } = JpgOf(80);

    /// <summary>A page with a line of writing.</summary>
    public static byte[] Png { get; } = PngOf(100, 140, (x, y) => y == 20 && x % 3 == 0 ? (byte)0 : (byte)255);

    /// <summary>A JPEG that says that it has this many pixels on each side.</summary>
    public static byte[] JpgOf(byte size)
    {
        var bytes = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAFgf/2Q==");
        var at = bytes.AsSpan().IndexOf<byte>([0xFF, 0xC0, 0, 0x11, 8]);
        (bytes[at + 6], bytes[at + 8]) = (size, size);
        return bytes;
    }

    /// <summary>A grey PNG.</summary>
    /// <param name="filter">How its rows are packed: 0 as they are, 1 to 4 by what is beside or above.</param>
    public static byte[] PngOf(int width, int height, Func<int, int, byte> shade, byte filter = 0)
    {
        var rows = new MemoryStream();
        using (var zip = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zip.WriteByte(filter);
                for (var x = 0; x < width; x++) { zip.WriteByte((byte)(shade(x, y) - (filter == 2 && y > 0 ? shade(x, y - 1) : filter == 1 && x > 0 ? shade(x - 1, y) : 0))); }
            }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", [0, 0, 0, (byte)width, 0, 0, 0, (byte)height, 8, 0, 0, 0, 0]), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];

        // the sum at its end is not looked at
        static byte[] Chunk(string name, byte[] bytes) => [0, 0, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. Encoding.ASCII.GetBytes(name), .. bytes, 0, 0, 0, 0];
    }

    /// <summary>A PDF of one page with this content; /F1 is a font and /Im0 a picture.</summary>
    public static byte[] PdfPage(string content, string more = "") => PdfOf(
        "<< /Type /Catalog /Pages 2 0 R " + more + " >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /Im0 6 0 R >> >> >>",
        PdfStream(content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        PdfStream("\xFF\xFF\xFF\0\0\0", "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8"));

    public static string PdfStream(string bytes, string entries = "") => $"<< /Length {bytes.Length} {entries} >>\nstream\n{bytes}\nendstream";

    /// <summary>A PDF of these objects, of which the first is the catalog; characters are bytes.</summary>
    public static byte[] PdfOf(params string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder();
        foreach (var (i, one) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Length:0000000000} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n").Append(one).Append("\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    public static byte[] Docx(string mainType = WordMain, params string[] more) => DocxOf("<w:p><w:r><w:t>Advice</w:t></w:r></w:p>", mainType, [.. more.Select(m => (m, "x"))]);

    /// <summary>A Word document with this body.</summary>
    public static byte[] DocxOf(string body, string mainType = WordMain, params (string Name, string Text)[] more) => Zip(
        [("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"{mainType}\"/></Types>"),
        ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"), .. more]);

    /// <summary>A Word document with a link of this kind to something outside of it.</summary>
    public static byte[] DocxWithLink(string kind, string target) => DocxOf("<w:p><w:r><w:t>Advice</w:t></w:r></w:p>", WordMain,
        ("word/_rels/settings.xml.rels", $"<Relationships xmlns=\"{Links}\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>"));

    /// <summary>A Word document with an object in it, as Word writes it.</summary>
    public static byte[] DocxWithObject(string attributes) =>
        DocxOf($"<w:p><w:r><w:t>See the report.</w:t></w:r></w:p><w:p><w:r><w:object><o:OLEObject xmlns:o=\"urn:schemas-microsoft-com:office:office\" {attributes}/></w:object></w:r></w:p>");

    /// <summary>A Word document with a field and what it shows.</summary>
    public static byte[] DocxWithField(string instruction, string shown) => DocxOf(
        $"<w:p><w:r><w:t>Dear all</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{shown}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");

    /// <summary>An ODT whose text holds this.</summary>
    public static byte[] OdtOf(string text, params (string Name, string Text)[] more) => Zip(
        [("mimetype", OdtMain), ("content.xml", $"<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:draw=\"d\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><office:text>{text}</office:text></office:body></office:document-content>"), .. more]);

    /// <summary>A PDF of one page with this comment on it, which may have a file as object 5.</summary>
    public static byte[] PdfWithComment(string comment, string page = "") => PdfOf(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [{comment}] {page} >>", PdfStream("BT (See the paper clip) Tj ET"), PdfStream("report", "/Type /EmbeddedFile"));

    public static byte[] Odt(string mimeType = OdtMain, params string[] more) => Zip(
        [("mimetype", mimeType), ("content.xml", "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text><text:p>Advice</text:p></office:text></office:body></office:document-content>"), .. more.Select(m => (m, "x"))]);

    /// <summary>A Word document as before 2007.</summary>
    public static byte[] Doc(params string[] more) => Compound([("WordDocument", WordStream()), ("1Table", new byte[4096]), .. more.Select(m => (m, new byte[4096]))]);

    /// <summary>What the main stream of such a document begins with.</summary>
    /// <param name="flags">0x0200 that its table is "1Table", 0x0100 that it is encrypted.</param>
    /// <param name="characters">How many characters its text has, the last mark too.</param>
    public static byte[] WordStream(ushort flags = 0x0200, int characters = 7)
    {
        var word = new byte[4096];
        BinaryPrimitives.WriteUInt16LittleEndian(word, 0xA5EC);
        BinaryPrimitives.WriteUInt16LittleEndian(word.AsSpan(10), flags);
        BinaryPrimitives.WriteInt32LittleEndian(word.AsSpan(64), word.Length);
        BinaryPrimitives.WriteInt32LittleEndian(word.AsSpan(64 + 12), characters);
        return word;
    }

    /// <summary>A compound file with these streams, each of 4096 bytes or more: a header, one sector of table, the list, the streams.</summary>
    public static byte[] Compound(params (string Name, byte[] Bytes)[] streams)
    {
        const int Sector = 512;
        var listSectors = (streams.Length + 4) / 4;
        var next = new List<uint> { 0xFFFFFFFD };
        var list = new byte[listSectors * Sector];
        var content = new MemoryStream();
        void Entry(int number, string name, byte kind, uint start, int length)
        {
            var entry = list.AsSpan(number * 128, 128);
            Encoding.Unicode.GetBytes(name).CopyTo(entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
            entry[66] = kind;
            BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
            BinaryPrimitives.WriteInt32LittleEndian(entry[120..], length);
        }
        next.AddRange(Enumerable.Range(1, listSectors).Select(i => i == listSectors ? 0xFFFFFFFE : (uint)i + 1));
        Entry(0, "Root Entry", 5, 0xFFFFFFFE, 0);
        foreach (var (i, (name, bytes)) in streams.Index())
        {
            Entry(i + 1, name, 2, (uint)next.Count, bytes.Length);
            var sectors = bytes.Length / Sector;
            var first = next.Count;
            next.AddRange(Enumerable.Range(1, sectors).Select(s => s == sectors ? 0xFFFFFFFE : (uint)(first + s)));
            content.Write(bytes);
        }
        var header = new byte[Sector];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), 9);
        foreach (var (at, value) in new[] { (44, 1u), (48, 1u), (56, 4096u), (60, 0xFFFFFFFE), (68, 0xFFFFFFFE), (76, 0u) }) { BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), value); }
        var table = new byte[Sector];
        for (var i = 0; i < Sector / 4; i++) { BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(i * 4), i < next.Count ? next[i] : uint.MaxValue); }
        return [.. header, .. table, .. list, .. content.ToArray()];
    }

    public static byte[] Zip(params (string Name, string Text)[] entries) => ZipOfBytes([.. entries.Select(e => (e.Name, Encoding.UTF8.GetBytes(e.Text)))]);

    public static byte[] ZipOfBytes(params (string Name, byte[] Bytes)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        return zip.ToArray();
    }
}
