using System.Globalization;
using System.Text;

namespace DcoPortal.Demo;

/// <summary>Small, valid PDFs of one page.</summary>
internal static class DemoPdf
{
    /// <summary>A few lines of text.</summary>
    public static byte[] Page(params string[] lines)
    {
        var text = string.Concat(lines.Select((l, i) => $"BT /F1 12 Tf 56 {780 - (i * 18)} Td ({Escape(l)}) Tj ET\n"));
        return Of(text, "/Font << /F1 5 0 R >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    }

    /// <summary>A page as a scanner makes it: a picture of lines of writing, and no text.</summary>
    public static byte[] Scan()
    {
        const int Width = 160, Height = 224;
        var dots = new StringBuilder(Width / 8 * Height);
        for (var y = 0; y < Height; y++)
        {
            // eight dots each, in black where a bit is missing: rows of words of uneven length
            var isLine = y is > 20 and < 190 && y % 8 is 3 or 4;
            for (var x = 0; x < Width / 8; x++) { dots.Append(isLine && x is > 2 and < 17 && (x + (y / 8)) % 5 != 0 ? '\0' : '\xFF'); }
        }
        return Of("q 595 0 0 842 0 0 cm /Im0 Do Q\n", "/XObject << /Im0 5 0 R >>",
            Stream(dots.ToString(), $"/Type /XObject /Subtype /Image /Width {Width} /Height {Height} /ColorSpace /DeviceGray /BitsPerComponent 1 "));
    }

    private static byte[] Of(string content, string resources, string resource)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>",
            Stream(content),
            resource,
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) { pdf.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"); }
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static string Stream(string bytes, string entries = "") => $"<< {entries}/Length {bytes.Length} >>\nstream\n{bytes}\nendstream";

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
