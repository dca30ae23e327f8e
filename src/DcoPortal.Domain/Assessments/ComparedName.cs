using System.Numerics;
using System.Text;
using DcoPortal.Domain.Text;

namespace DcoPortal.Domain.Assessments;

/// <summary>A surname, or forenames, as they are compared: worked out once, because an import compares each row with many.</summary>
internal sealed class ComparedName
{
    private const int ShortestPart = 4;
    private const int ShortestSound = 3;

    // a letter changed, left out or added changes two of the set at most
    private const int LettersOfASlip = 2;

    private readonly uint _letters;

    private ComparedName(string key, string[] words)
    {
        Key = key;
        Words = words;
        _letters = LettersOf(key);
        HasFigure = key.Any(char.IsDigit);
    }

    /// <summary>All of it, normalised.</summary>
    public string Key { get; }

    /// <summary>Each word of it, normalised.</summary>
    public string[] Words { get; }

    /// <summary>Each word of it, to be compared alone.</summary>
    public IReadOnlyList<ComparedName> Parts => field ??= [.. Words.Length == 1 ? Enumerable.Repeat(this, 1) : Words.Select(w => new ComparedName(w, [w]))];

    public static ComparedName Of(string? text)
    {
        var words = SearchKey.Of(text?.Replace('-', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(string.Concat(words), words);
    }

    /// <summary>What is left of both where each has words that the other has not: of a second forename that twins share nothing is told.</summary>
    public static (ComparedName One, ComparedName Other) Differing(ComparedName one, ComparedName other)
    {
        if (one.Words.Length < 2 || other.Words.Length < 2 || !one.Words.Any(other.Words.Contains)) { return (one, other); }
        string[] here = [.. one.Words.Except(other.Words)], there = [.. other.Words.Except(one.Words)];
        return here.Length == 0 || there.Length == 0 ? (one, other) : (new(string.Concat(here), here), new(string.Concat(there), there));
    }

    /// <summary>Whether a figure stands in it.</summary>
    public bool HasFigure { get; }

    /// <summary>Whether no letter of the other is missing, for a quick no.</summary>
    public bool HasLettersOf(ComparedName other) => (other._letters & ~_letters) == 0;

    private string InOneSpelling => field ??= Folded(Key);

    private string Sound => field ??= SoundOf(InOneSpelling);

    /// <summary>How many letters only one of them has, for a quick no.</summary>
    public int LettersApart(ComparedName other) => BitOperations.PopCount(_letters ^ other._letters);

    /// <summary>Whether one may be the other misspelt. A figure tells two apart.</summary>
    public bool IsNear(ComparedName other) => Key == other.Key || (!HasFigure && !other.HasFigure && LettersApart(other) <= 2 * LettersOfASlip && NearWords.AreNear(Key, other.Key));

    /// <summary>Whether one sounds like the other, is two slips from it, or begins or ends it.</summary>
    public bool IsLoosely(ComparedName other)
    {
        if (Key.Length == 0 || other.Key.Length == 0 || HasFigure || other.HasFigure) { return false; }
        return (InOneSpelling == other.InOneSpelling && InOneSpelling.Length > 1) || (Sound == other.Sound && Sound.Length >= ShortestSound)
            || IsPartOf(other) || other.IsPartOf(this) || IsInitialOf(other) || other.IsInitialOf(this)
            || (LettersApart(other) <= 2 * LettersOfASlip && NearWords.AreTwoSlipsApart(Key, other.Key));
    }

    // "Beth" and "Elizabeth", "Hart" and "Hartley"
    private bool IsPartOf(ComparedName other) => Key.Length >= ShortestPart && other.Key.Length > Key.Length
        && (other.Key.StartsWith(Key, StringComparison.Ordinal) || other.Key.EndsWith(Key, StringComparison.Ordinal));

    private bool IsInitialOf(ComparedName other) => Key.Length == 1 && other.Key[0] == Key[0];

    private static uint LettersOf(string key)
    {
        var letters = 0u;
        foreach (var c in key) { letters |= 1u << (c % 32); }
        return letters;
    }

    // one spelling for sounds that are written in several ways
    private static string Folded(string key)
    {
        var text = key.Replace("ph", "f", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal)
            .Replace("aa", "a", StringComparison.Ordinal).Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal)
            .Replace("ou", "u", StringComparison.Ordinal).Replace("ie", "i", StringComparison.Ordinal).Replace("ei", "i", StringComparison.Ordinal);
        if (text.Length > ShortestSound && text[^1] == 'e') { text = text[..^1]; }
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Select(Plain))
        {
            if ((c != 'h' || folded.Length == 0) && (folded.Length == 0 || folded[^1] != c)) { folded.Append(c); }
        }
        return folded.ToString();
    }

    private static char Plain(char c) => c switch { 'c' or 'q' => 'k', 'z' => 's', 'y' => 'i', 'v' => 'f', _ => c };

    // how it begins, and its consonants
    private static string SoundOf(string folded) => folded.Length == 0 ? "" : folded[0] + string.Concat(folded.Skip(1).Where(c => !"aeiou".Contains(c, StringComparison.Ordinal)));
}
