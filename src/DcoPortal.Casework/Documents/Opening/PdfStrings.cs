using System.Globalization;
using System.Text;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Reads what stands in the strings of a PDF (ISO 32000-1, 7.3.4).</summary>
internal static class PdfStrings
{
    /// <param name="literal">With the brackets around it.</param>
    /// <param name="codes">To add to.</param>
    public static void ReadLiteral(ReadOnlySpan<byte> literal, List<byte> codes)
    {
        for (var at = 1; at < literal.Length - 1; at++)
        {
            if (literal[at] != '\\') { codes.Add(literal[at]); }
            else { ReadEscape(literal, ref at, codes); }
        }
    }

    /// <param name="hex">With the brackets around it.</param>
    /// <param name="codes">To add to.</param>
    public static void ReadHex(ReadOnlySpan<byte> hex, List<byte> codes)
    {
        var digits = string.Concat(Encoding.Latin1.GetString(hex).Where(char.IsAsciiHexDigit));
        for (var at = 0; at < digits.Length; at += 2) { codes.Add(byte.Parse(digits.AsSpan(at, Math.Min(2, digits.Length - at)), NumberStyles.HexNumber, CultureInfo.InvariantCulture)); }
    }

    private static void ReadEscape(ReadOnlySpan<byte> literal, ref int at, List<byte> codes)
    {
        var sign = literal[++at];
        if (sign is >= (byte)'0' and <= (byte)'7')
        {
            var value = sign - '0';
            for (var more = 0; more < 2 && at + 1 < literal.Length && literal[at + 1] is >= (byte)'0' and <= (byte)'7'; more++) { value = (value * 8) + literal[++at] - '0'; }
            codes.Add((byte)value);
        }
        // a line that is broken in the file alone
        else if (sign is not ((byte)'\r' or (byte)'\n')) { codes.Add(sign switch { (byte)'n' or (byte)'r' or (byte)'t' => (byte)' ', _ => sign }); }
    }
}
