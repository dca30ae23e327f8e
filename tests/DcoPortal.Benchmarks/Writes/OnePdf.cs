using System.Globalization;
using System.Text;

namespace DcoPortal.Benchmarks.Writes;

/// <summary>A PDF of one page with a picture of about a megabyte, as a scanner makes it. Each has bytes of its own.</summary>
internal static class OnePdf
{
    private const int Side = 1024;

    public static byte[] Of(int number)
    {
        var dots = new byte[Side * Side];
        new Random(number).NextBytes(dots);
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> >> >>",
            Stream("q 595 0 0 595 0 0 cm /Im0 Do Q\n", ""),
            Stream(Encoding.Latin1.GetString(dots), $"/Type /XObject /Subtype /Image /Width {Side} /Height {Side} /ColorSpace /DeviceGray /BitsPerComponent 8 "),
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (n, one) in objects.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{n + 1} 0 obj\n{one}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) { pdf.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"); }
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static string Stream(string bytes, string entries) => $"<< {entries}/Length {bytes.Length} >>\nstream\n{bytes}\nendstream";
}
