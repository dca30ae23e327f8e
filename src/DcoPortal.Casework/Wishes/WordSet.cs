namespace DcoPortal.Casework.Wishes;

/// <summary>Words of a kind, each of which counts in the plural too.</summary>
internal sealed class WordSet(params IReadOnlyList<string> words)
{
    private const int ShortestPlural = 4;

    private readonly HashSet<string> _words = [.. words];

    /// <summary>Whether a normalised word is one of them.</summary>
    public bool Contains(string word) => _words.Contains(word) || (word.Length >= ShortestPlural && word[^1] == 's' && _words.Contains(word[..^1]));
}
