namespace DcoPortal.Casework.Saving;

/// <summary>
/// A form whose key is there already: its second click, or the same page sent once more after the words were changed, such as when a
/// slow first send was stopped. Then the change is not lost without a word.
/// </summary>
public static class SentTwice
{
    /// <summary>Already done where the words are the same; overtaken by what was sent first where they are not.</summary>
    /// <param name="sent">The words that were saved.</param>
    /// <param name="now">The words that came now.</param>
    public static Outcome Of(string? sent, string? now) => Words(sent) == Words(now) ? Outcome.Already
        : Outcome.Overtaken($"This was sent already, in these words: “{Words(sent)}”. It stands as it is.");

    private static string Words(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
