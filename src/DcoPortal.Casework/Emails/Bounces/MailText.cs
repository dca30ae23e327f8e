using System.Text;

namespace DcoPortal.Casework.Emails.Bounces;

/// <summary>The little of MIME (RFC 2045) that a delivery report needs: headers, parts and their encodings. Bytes are read as Latin-1.</summary>
internal sealed record MailText(IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Headers up to the first empty line, then the body. Of a header given twice the first counts.</summary>
    public static MailText Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var end = lines.StartsWith('\n') ? 0 : lines.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? new(Fields(lines), "") : new(Fields(lines[..end]), lines[end..].TrimStart('\n'));
    }

    /// <summary>Fields such as "Status: 5.1.1", those over several lines joined.</summary>
    public static IReadOnlyDictionary<string, string> Fields(string block)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? name = null;
        var value = new StringBuilder();
        foreach (var line in block.Split('\n'))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t') { value.Append(' ').Append(line.Trim()); continue; }
            Keep();
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            (name, value) = colon > 0 ? (line[..colon].Trim(), new StringBuilder(line[(colon + 1)..].Trim())) : (null, new());
        }
        Keep();
        return fields;

        void Keep()
        {
            if (name is not null) { fields.TryAdd(name, value.ToString()); }
        }
    }

    /// <summary>The media type in lower case, such as "multipart/report"; text/plain when there is none.</summary>
    public string MediaType => Headers.GetValueOrDefault("Content-Type", "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The parts of a multipart body, none when it is not one.</summary>
    public IReadOnlyList<MailText> Parts()
    {
        if (!MediaType.StartsWith("multipart/", StringComparison.Ordinal) || Boundary() is not { Length: > 0 } boundary) { return []; }
        List<MailText> parts = [];
        StringBuilder? part = null;
        foreach (var line in Body.Split('\n'))
        {
            var trimmed = line.TrimEnd();
            if (trimmed != $"--{boundary}" && trimmed != $"--{boundary}--")
            {
                part?.Append(line).Append('\n');
                continue;
            }
            if (part is not null) { parts.Add(Parse(part.ToString())); }
            if (trimmed.EndsWith("--", StringComparison.Ordinal) && trimmed.Length == boundary.Length + 4) { return parts; }
            part = new();
        }
        if (part is not null) { parts.Add(Parse(part.ToString())); }
        return parts;
    }

    /// <summary>The body without its transfer encoding.</summary>
    /// <exception cref="FormatException">It is no valid base64.</exception>
    public string Decoded() => Headers.GetValueOrDefault("Content-Transfer-Encoding", "").Trim().ToLowerInvariant() switch
    {
        "base64" => Encoding.Latin1.GetString(Convert.FromBase64String(Body)).ReplaceLineEndings("\n"),
        "quoted-printable" => QuotedPrintable(Body),
        _ => Body,
    };

    private string? Boundary()
    {
        var type = Headers["Content-Type"];
        var at = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) { return null; }
        var value = type[(at + "boundary=".Length)..];
        return value.StartsWith('"') ? value[1..].Split('"')[0] : value.Split(';', ' ')[0];
    }

    private static string QuotedPrintable(string body)
    {
        var text = body.Replace("=\n", "", StringComparison.Ordinal);
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                decoded.Append((char)Convert.ToInt32(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else { decoded.Append(text[i]); }
        }
        return decoded.ToString();
    }
}
