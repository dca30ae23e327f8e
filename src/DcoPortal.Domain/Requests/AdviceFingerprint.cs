using System.Security.Cryptography;
using System.Text;

namespace DcoPortal.Domain.Requests;

/// <summary>What tells whether advice is word for word other advice. Personal data is not told by it.</summary>
/// <param name="Part">The part that it is made of.</param>
/// <param name="Hash">SHA-256 of its words, 64 hexadecimal digits.</param>
public sealed record AdviceFingerprint(string Part, string Hash)
{
    /// <summary>The shortest text that one child's advice shares with another's by no chance, in characters.</summary>
    public const int Shortest = 200;

    /// <summary>That of the needs, which are the child's own, where they are long enough; else of all that is written. Null where little is.</summary>
    public static AdviceFingerprint? Of(IAdviceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(AdviceParts.Needs, text.Needs) ?? Of("Written advice", $"{text.Summary} {text.Basis} {text.Needs} {text.Outcomes} {text.Provision}");
    }

    // a text that is copied may come with other blanks and line ends
    private static AdviceFingerprint? Of(string part, string? text)
    {
        var words = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        return words.Length < Shortest ? null : new(part, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words))));
    }
}
