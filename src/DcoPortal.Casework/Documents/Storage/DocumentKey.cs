using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Documents.Storage;

/// <summary>The form of a key: nothing that a file system or a URL could read as more than a name.</summary>
public static partial class DocumentKey
{
    /// <summary>A new random key.</summary>
    public static string New() => Guid.NewGuid().ToString("N");

    /// <summary>The key itself.</summary>
    /// <exception cref="ArgumentException">It is not 8 to 80 lower-case letters, digits and hyphens, starting with a letter or digit.</exception>
    public static string Checked(string key) => Shape().IsMatch(key)
        ? key
        : throw new ArgumentException("A document key is 8 to 80 lower-case letters, digits and hyphens.", nameof(key));

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{7,79}\z")]
    private static partial Regex Shape();
}
